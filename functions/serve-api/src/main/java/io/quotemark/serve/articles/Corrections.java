package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.sentences.Sentences;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;

/** What is right where a claim is wrong: for a reader to see and for an editor to print. */
final class Corrections {
  private Corrections() {}

  /** What was likely meant; nothing where that is not known. */
  static Html repair(CheckedClaim checked) {
    Sentences sentences = Spoken.sentences();
    String repair = sentences.repair(checked);
    return repair == null
        ? Html.EMPTY
        : Html.of(
            "<p class=\"repair\" lang=\"{}\"><strong>{}:</strong> {}</p>",
            sentences.language(),
            sentences.word(isDoubtful(checked) ? "likely_if" : "likely"),
            repair);
  }

  /** A sentence to print, selected as a whole; the script adds the button that copies it. */
  static Html correction(CheckedClaim checked) {
    Sentences sentences = Spoken.sentences();
    String correction = sentences.correction(checked);
    return correction == null
        ? Html.EMPTY
        : Html.of(
            """
            <p class="correction" lang="{}"><strong>{}:</strong> <span class="copied" id="correction-{}">{}</span>
            <button type="button" class="copy" hidden data-copies="correction-{}" data-done="{}">{}</button></p>
            """,
            sentences.language(),
            sentences.word(isDoubtful(checked) ? "correction_if" : "correction"),
            checked.claim().id(),
            correction,
            checked.claim().id(),
            sentences.word("copied"),
            sentences.word("copy"));
  }

  private static boolean isDoubtful(CheckedClaim checked) {
    return checked.verdict().outcome() == Verdict.Outcome.DOUBTFUL;
  }
}
