package io.quotemark.serve.articles;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.ListingWords;
import io.quotemark.serve.pages.OddsWords;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim: what it says, why it got its verdict, which listing and why, the deciding bars and
 * each basis. Its address in the page is the claim's id.
 */
final class ClaimCard {
  private ClaimCard() {}

  /**
   * @param chart of the claim, null where there is none
   * @param permalink of the claim outside this page, null where the page has no address
   * @param of how many claims there are
   */
  static Html of(
      CheckedClaim checked,
      int number,
      int of,
      boolean first,
      @Nullable Html chart,
      @Nullable String permalink) {
    Claim claim = checked.claim();
    Verdict verdict = checked.verdict();
    return Template.of(
            """
            <article class="card {look}{first}" id="{id}" tabindex="-1" aria-labelledby="{id}-words">
            <p class="verdict">{verdict} <span class="small">claim {number} of {of}</span></p>
            <h3 id="{id}-words">“{text}”</h3>
            <p class="because" lang="{language}">{because}</p>
            {odds}{repair}{chart}
            <dl class="facts">
            <div><dt>It says</dt><dd>{says}</dd></div>
            {listing}{tape}{confidence}{more}{needs}{flags}
            </dl>
            {correction}{bars}{minutes}{alternatives}
            <p class="small steps"><a href="#at-{id}">Back to the text</a>{next}{permalink}<span>rule <code>{rule}</code></span></p>
            </article>
            """)
        .with("look", Words.cssClass(verdict.outcome()))
        .with("first", first ? " first" : "")
        .with("id", claim.id())
        .with("verdict", badge(verdict))
        .with("number", number)
        .with("of", of)
        .with("text", claim.at().text())
        .with("language", Spoken.sentences().language())
        .with("because", Spoken.sentences().reason(checked))
        .with("odds", OddsWords.box(verdict))
        .with("repair", Corrections.repair(checked))
        .with("chart", chart == null ? Html.EMPTY : Html.of("<figure>{}</figure>", chart))
        .with("says", says(claim, verdict))
        .with("listing", listing(claim))
        .with("tape", tape(claim.kind(), verdict))
        .with("confidence", OddsWords.row(verdict))
        .with("more", more(checked))
        .with("needs", needs(verdict))
        .with("flags", flags(verdict))
        .with("correction", Corrections.correction(checked))
        .with("bars", ClaimTables.bars(verdict))
        .with("minutes", ClaimTables.minutes(verdict))
        .with("alternatives", ClaimTables.alternatives(verdict))
        .with(
            "next",
            number < of ? Html.of("<a href=\"#c{}\">Next claim</a>", number + 1) : Html.EMPTY)
        .with(
            "permalink",
            permalink == null
                ? Html.EMPTY
                : Html.of("<a href=\"{}#{}\">Link to this claim</a>", permalink, claim.id()))
        .with("rule", claim.rule())
        .html();
  }

  /** With why a claim cannot be checked yet, where that is so. */
  private static Html badge(Verdict verdict) {
    Verdict.Outcome outcome = verdict.outcome();
    return Template.of(
            "<span class=\"badge {look}\" title=\"{meaning}\"><span aria-hidden=\"true\">{sign}</span> {words}</span>")
        .with("look", Words.cssClass(outcome))
        .with("meaning", Words.explain(outcome))
        .with("sign", Words.sign(outcome))
        .with("words", Spoken.sentences().verdict(verdict))
        .html();
  }

  private static Html says(Claim claim, Verdict verdict) {
    Verdict.Basis basis = verdict.basis();
    return Template.of("{kind} <strong>{says}</strong>{subject}{session}")
        .with("kind", Words.of(claim.kind()))
        .with("says", Words.says(claim))
        .with(
            "subject", Html.when(!claim.subject().isEmpty(), Html.of(", of “{}”", claim.subject())))
        .with(
            "session",
            basis == null || basis.session() == null
                ? Html.EMPTY
                : Html.of(", session of <time>{}</time>", basis.session()))
        .html();
  }

  private static Html listing(Claim claim) {
    ListingChoice choice = claim.listing();
    if (choice == null) {
      return Html.EMPTY;
    }
    return Template.of(
            "<div><dt>Listing</dt><dd><a href=\"/listings/{segment}\">{listing}</a>, score {score}: {why}{rejected}</dd></div>")
        .with("segment", Html.segment(choice.id().toString()))
        .with("listing", choice.id())
        .with("score", choice.score().toPlainString())
        .with("why", String.join("; ", choice.why().stream().map(ListingWords::of).toList()))
        .with(
            "rejected",
            choice.rejected().stream()
                .map(r -> Html.of("<br>Not {}: {}", r.id(), ListingWords.of(r)))
                .toList())
        .html();
  }

  private static Html tape(ClaimKind kind, Verdict verdict) {
    Verdict.Evidence evidence = verdict.evidence();
    if (evidence == null) {
      return Html.EMPTY;
    }
    List<Html> parts = new ArrayList<>();
    if (evidence.computed() != null) {
      parts.add(Html.of("gives <strong>{}</strong>", Words.computed(kind, evidence.computed())));
    }
    if (evidence.source() != null) {
      parts.add(Html.of("from {}", evidence.source()));
    }
    if (evidence.retrievedAt() != null) {
      parts.add(
          Html.of("retrieved <time>{}</time>", evidence.retrievedAt().toString().substring(0, 10)));
    }
    return parts.isEmpty()
        ? Html.EMPTY
        : Html.of("<div><dt>Prices</dt><dd>{}</dd></div>", Html.listed(parts));
  }

  private static Html more(CheckedClaim checked) {
    List<String> reasons = Spoken.sentences().reasons(checked);
    return reasons.size() < 2
        ? Html.EMPTY
        : Html.of(
            "<div><dt>Also</dt><dd lang=\"{}\">{}</dd></div>",
            Spoken.sentences().language(),
            Html.listed(reasons.stream().skip(1).map(r -> Html.of("{}", r)).toList()));
  }

  private static Html needs(Verdict verdict) {
    return verdict.needs().isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<div><dt>Waits for</dt><dd>{}</dd></div>",
            Html.listed(
                verdict.needs().stream()
                    .map(need ->
                        Template.of(
                                "prices of <a href=\"#needed\">{listing}</a>, {stretch}: {fields}")
                            .with("listing", need.listing())
                            .with(
                                "stretch",
                                NeededPrices.stretch(
                                    new EvidenceNeeded.Stretch(need.from(), need.to())))
                            .with("fields", NeededPrices.fields(need.fields()))
                            .html())
                    .toList()));
  }

  private static Html flags(Verdict verdict) {
    return Html.join(verdict.flags().stream().map(Words::flag).toList());
  }
}
