package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.sentences.Sentences;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;

/** What is right where a claim is wrong: for a reader to see and for an editor to print. */
final class Corrections {
  private Corrections() {}

  /** What was likely meant; nothing where that is not known. */
  static Html repair(CheckedClaim checked) {
    Sentences sentences = Spoken.sentences();
    String repair = sentences.repair(checked);
    return repair == null
        ? Html.EMPTY
        : Template.of(
                "<p class=\"repair\" lang=\"{language}\"><strong>{label}:</strong> {repair}</p>")
            .with("language", sentences.language())
            .with("label", sentences.word(isDoubtful(checked) ? "likely_if" : "likely"))
            .with("repair", repair)
            .html();
  }

  /** A sentence to print, selected as a whole; the script adds the button that copies it. */
  static Html correction(CheckedClaim checked) {
    Sentences sentences = Spoken.sentences();
    String correction = sentences.correction(checked);
    return correction == null
        ? Html.EMPTY
        : Template.of(
                """
                <p class="correction" lang="{language}"><strong>{label}:</strong> <span class="copied" id="correction-{id}">{correction}</span>
                <button type="button" class="copy" hidden data-copies="correction-{id}" data-done="{copied}">{copy}</button></p>
                """)
            .with("language", sentences.language())
            .with("label", sentences.word(isDoubtful(checked) ? "correction_if" : "correction"))
            .with("id", checked.claim().id())
            .with("correction", correction)
            .with("copied", sentences.word("copied"))
            .with("copy", sentences.word("copy"))
            .html();
  }

  private static boolean isDoubtful(CheckedClaim checked) {
    return checked.verdict().outcome() == Verdict.Outcome.DOUBTFUL;
  }
}
