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

/** What a claim was read as, which listing and why, and what else is known of its verdict. */
final class ClaimFacts {
  private ClaimFacts() {}

  static Html of(CheckedClaim checked) {
    Claim claim = checked.claim();
    Verdict verdict = checked.verdict();
    return Template.of(
            """
            <dl class="facts">
            <div><dt>It says</dt><dd>{says}</dd></div>
            {listing}{tape}{confidence}{more}{needs}{flags}
            <div><dt>Found by</dt><dd>rule <code>{rule}</code></dd></div>
            </dl>
            """)
        .with("says", says(claim, verdict))
        .with("listing", listing(claim))
        .with("tape", tape(claim.kind(), verdict))
        .with("confidence", OddsWords.row(verdict))
        .with("more", more(checked))
        .with("needs", needs(verdict))
        .with("flags", Html.join(verdict.flags().stream().map(Words::flag).toList()))
        .with("rule", claim.rule())
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
}
