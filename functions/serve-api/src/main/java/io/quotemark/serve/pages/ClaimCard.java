package io.quotemark.serve.pages;

import io.quotemark.domain.Bar;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ListingChoice;
import io.quotemark.domain.Verdict;
import java.util.List;
import java.util.Locale;

/**
 * One claim: what it says, which listing and why, what the tape says, the deciding bars and each
 * basis.
 */
final class ClaimCard {
  private ClaimCard() {}

  static Html of(CheckedClaim checked) {
    Claim claim = checked.claim();
    Verdict verdict = checked.verdict();
    return Html.of(
        """
        <article class="card {}" id="claim-{}" tabindex="-1">
        <h3>{} <span class="says">{}</span></h3>
        <blockquote>{}</blockquote>
        <p class="kind">{}{}{}</p>
        <ul class="reasons">{}</ul>
        {}{}{}{}{}
        <p class="small"><a href="#claim-{}">Link to this claim</a> · rule <code>{}</code></p>
        </article>
        """,
        Words.cssClass(verdict.outcome()),
        claim.id(),
        badge(verdict.outcome()),
        Words.says(claim),
        claim.at().text(),
        Words.of(claim.kind()),
        Html.when(!claim.subject().isEmpty(), Html.of(" of {}", claim.subject())),
        session(verdict),
        verdict.reasons().stream().map(r -> Html.of("<li>{}</li>", r)).toList(),
        repair(verdict),
        flags(verdict),
        listing(claim),
        bars(verdict),
        alternatives(verdict),
        claim.id(),
        claim.rule());
  }

  static Html badge(Verdict.Outcome outcome) {
    return Html.of(
        "<span class=\"badge {}\" title=\"{}\"><span aria-hidden=\"true\">{}</span> {}</span>",
        Words.cssClass(outcome),
        Words.explain(outcome),
        Words.sign(outcome),
        Words.of(outcome));
  }

  private static Html session(Verdict verdict) {
    Verdict.Basis basis = verdict.basis();
    if (basis == null || basis.session() == null) {
      return Html.EMPTY;
    }
    return Html.of(", session of <time>{}</time>", basis.session());
  }

  private static Html repair(Verdict verdict) {
    return verdict.repair() == null
        ? Html.EMPTY
        : Html.of("<p class=\"repair\">Likely meant: {}</p>", verdict.repair());
  }

  private static Html flags(Verdict verdict) {
    if (verdict.flags().isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        "<dl class=\"flags\">{}</dl>",
        verdict.flags().stream()
            .map(f -> Html.of("<div><dt>{}</dt><dd>{}</dd></div>", f.name(), Words.explain(f)))
            .toList());
  }

  private static Html listing(Claim claim) {
    ListingChoice choice = claim.listing();
    if (choice == null) {
      return Html.EMPTY;
    }
    return Html.of(
        "<p class=\"listing\">Listing <a href=\"/?listing={}\">{}</a>, score {} <span class=\"small\">({})</span>{}</p>",
        choice.id(),
        choice.id(),
        choice.score().toPlainString(),
        String.join(", ", choice.why()),
        choice.rejected().stream()
            .map(r -> Html.of("<br><span class=\"small\">not {}: {}</span>", r.id(), r.why()))
            .toList());
  }

  private static Html bars(Verdict verdict) {
    Verdict.Evidence evidence = verdict.evidence();
    if (evidence == null || evidence.bars().isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <table><caption>Deciding bars{}{}</caption>
        <thead><tr><th scope="col">session</th><th scope="col">open</th><th scope="col">high</th><th scope="col">low</th><th scope="col">close</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        Html.when(evidence.listing() != null, Html.of(", {}", evidence.listing())),
        Html.when(evidence.source() != null, Html.of(", from {}", evidence.source())),
        evidence.bars().stream().map(ClaimCard::bar).toList());
  }

  private static Html bar(Bar bar) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        bar.session(),
        bar.open().toPlainString(),
        bar.high().toPlainString(),
        bar.low().toPlainString(),
        bar.close().toPlainString());
  }

  private static Html alternatives(Verdict verdict) {
    List<Verdict.Alternative> alternatives = verdict.alternatives();
    if (alternatives.isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <table><caption>Each basis</caption>
        <thead><tr><th scope="col">basis</th><th scope="col">says</th><th scope="col">date</th><th scope="col">value</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        alternatives.stream()
            .map(a ->
                Html.of(
                    "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
                    a.name(),
                    a.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    a.date(),
                    a.value() == null ? null : a.value().toPlainString()))
            .toList());
  }
}
