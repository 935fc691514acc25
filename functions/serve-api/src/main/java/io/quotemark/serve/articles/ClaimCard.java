package io.quotemark.serve.articles;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.evidence.NeededPrices;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.ListingWords;
import io.quotemark.serve.pages.OddsWords;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One claim: what it says, why it got its verdict, which listing and why, the deciding bars and
 * each basis. Its address in the page is the claim's id.
 */
public final class ClaimCard {
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
    return Html.of(
        """
        <article class="card {}{}" id="{}" tabindex="-1" aria-labelledby="{}-words">
        <p class="verdict">{} <span class="small">claim {} of {}</span></p>
        <h3 id="{}-words">“{}”</h3>
        <p class="because">{}</p>
        {}{}{}
        <dl class="facts">
        <div><dt>It says</dt><dd>{}</dd></div>
        {}{}{}{}{}{}
        </dl>
        {}{}{}
        <p class="small steps"><a href="#at-{}">Back to the text</a>{}{}<span>rule <code>{}</code></span></p>
        </article>
        """,
        Words.cssClass(verdict.outcome()),
        first ? " first" : "",
        claim.id(),
        claim.id(),
        badge(verdict.outcome()),
        number,
        of,
        claim.id(),
        claim.at().text(),
        because(verdict),
        OddsWords.box(verdict),
        repair(verdict),
        chart == null ? Html.EMPTY : Html.of("<figure>{}</figure>", chart),
        says(claim, verdict),
        listing(claim),
        tape(claim.kind(), verdict),
        OddsWords.row(verdict),
        more(verdict),
        needs(verdict),
        flags(verdict),
        bars(verdict),
        minutes(verdict),
        alternatives(verdict),
        claim.id(),
        number < of ? Html.of("<a href=\"#c{}\">Next claim</a>", number + 1) : Html.EMPTY,
        permalink == null
            ? Html.EMPTY
            : Html.of("<a href=\"{}#{}\">Link to this claim</a>", permalink, claim.id()),
        claim.rule());
  }

  public static Html badge(Verdict.Outcome outcome) {
    return Html.of(
        "<span class=\"badge {}\" title=\"{}\"><span aria-hidden=\"true\">{}</span> {}</span>",
        Words.cssClass(outcome),
        Words.explain(outcome),
        Words.sign(outcome),
        Words.of(outcome));
  }

  /** The deciding sentence, and where there is none what the verdict means. */
  private static String because(Verdict verdict) {
    return Words.sentence(
        verdict.reasons().isEmpty()
            ? Words.explain(verdict.outcome())
            : verdict.reasons().getFirst());
  }

  private static Html says(Claim claim, Verdict verdict) {
    Verdict.Basis basis = verdict.basis();
    return Html.of(
        "{} <strong>{}</strong>{}{}",
        Words.of(claim.kind()),
        Words.says(claim),
        Html.when(!claim.subject().isEmpty(), Html.of(", of “{}”", claim.subject())),
        basis == null || basis.session() == null
            ? Html.EMPTY
            : Html.of(", session of <time>{}</time>", basis.session()));
  }

  private static Html repair(Verdict verdict) {
    return verdict.repair() == null
        ? Html.EMPTY
        : Html.of(
            "<p class=\"repair\"><strong>{}</strong> {}</p>",
            verdict.outcome() == Verdict.Outcome.DOUBTFUL
                ? "If it is an error, likely meant:"
                : "Likely meant:",
            verdict.repair());
  }

  private static Html listing(Claim claim) {
    ListingChoice choice = claim.listing();
    if (choice == null) {
      return Html.EMPTY;
    }
    return Html.of(
        "<div><dt>Listing</dt><dd><a href=\"/listings/{}\">{}</a>, score {}: {}{}</dd></div>",
        Html.segment(choice.id().toString()),
        choice.id(),
        choice.score().toPlainString(),
        String.join("; ", choice.why().stream().map(ListingWords::of).toList()),
        choice.rejected().stream()
            .map(r -> Html.of("<br>Not {}: {}", r.id(), ListingWords.of(r)))
            .toList());
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
        : Html.of("<div><dt>The tape</dt><dd>{}</dd></div>", Html.listed(parts));
  }

  private static Html more(Verdict verdict) {
    List<String> reasons = verdict.reasons();
    return reasons.size() < 2
        ? Html.EMPTY
        : Html.of(
            "<div><dt>Also</dt><dd>{}</dd></div>",
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
                        Html.of(
                            "prices of <a href=\"#needed\">{}</a>, {}: {}",
                            need.listing(),
                            NeededPrices.stretch(
                                new EvidenceNeeded.Stretch(need.from(), need.to())),
                            NeededPrices.fields(need.fields())))
                    .toList()));
  }

  private static Html flags(Verdict verdict) {
    return Html.join(
        verdict.flags().stream()
            .map(f ->
                Html.of(
                    "<div><dt class=\"flag\">{}</dt><dd>{}</dd></div>", f.name(), Words.explain(f)))
            .toList());
  }

  private static Html bars(Verdict verdict) {
    Verdict.Evidence evidence = verdict.evidence();
    if (evidence == null || evidence.bars().isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <table><caption>Deciding bars{}</caption>
        <thead><tr><th scope="col">session</th><th scope="col">open</th><th scope="col">high</th><th scope="col">low</th><th scope="col">close</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        Html.when(evidence.listing() != null, Html.of(", {}", evidence.listing())),
        evidence.bars().stream().map(ClaimCard::bar).toList());
  }

  private static Html minutes(Verdict verdict) {
    Verdict.Evidence evidence = verdict.evidence();
    DecidingMinutes minutes = evidence == null ? null : evidence.minutes();
    return minutes == null || minutes.deciding().isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <table><caption>Deciding minutes, from {}</caption>
            <thead><tr><th scope="col">minute</th><th scope="col">open</th><th scope="col">high</th><th scope="col">low</th><th scope="col">close</th></tr></thead>
            <tbody>{}</tbody></table>
            """,
            minutes.source(),
            minutes.deciding().stream().map(ClaimCard::minute).toList());
  }

  private static Html minute(MinuteBars.Minute minute) {
    return Html.of(
        "<tr><th scope=\"row\"><time>{}</time></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        minute.start(),
        minute.open().toPlainString(),
        minute.high().toPlainString(),
        minute.low().toPlainString(),
        minute.close().toPlainString());
  }

  private static Html bar(Bar bar) {
    return Html.of(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        bar.session(),
        shown(bar, PriceField.OPEN, bar.open()),
        shown(bar, PriceField.HIGH, bar.high()),
        shown(bar, PriceField.LOW, bar.low()),
        bar.close().toPlainString());
  }

  private static String shown(Bar bar, PriceField field, BigDecimal price) {
    return bar.has(field) ? price.toPlainString() : "–";
  }

  private static Html alternatives(Verdict verdict) {
    List<Verdict.Alternative> alternatives = verdict.alternatives();
    if (alternatives.isEmpty()) {
      return Html.EMPTY;
    }
    return Html.of(
        """
        <table><caption>Each basis</caption>
        <thead><tr><th scope="col">basis</th><th scope="col">verdict</th><th scope="col">session</th><th scope="col">price</th></tr></thead>
        <tbody>{}</tbody></table>
        """,
        alternatives.stream()
            .map(a ->
                Html.of(
                    "<tr><th scope=\"row\">{}</th><td><span aria-hidden=\"true\">{}</span>"
                        + " {}</td><td>{}</td><td>{}</td></tr>",
                    a.name(),
                    Words.sign(a.outcome()),
                    Words.of(a.outcome()),
                    a.date() == null ? "none in store" : a.date().toString(),
                    a.value() == null ? null : a.value().toPlainString()))
            .toList());
  }
}
