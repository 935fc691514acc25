package io.quotemark.serve.articles;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.chart.ProofChart;
import io.quotemark.serve.http.Spoken;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.OddsWords;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * One claim: the verdict first, then one sentence, then the proof, then the reasons on demand. Its
 * address in the page is the claim's id.
 */
final class ClaimCard {
  private ClaimCard() {}

  /**
   * Where a claim stands among those of its article.
   *
   * @param number from 1
   * @param before id of the claim before it, null where there is none
   * @param chosen whether it is open first
   * @param article id, null where it is not stored
   */
  record Place(
      int number,
      int of,
      @Nullable String before,
      @Nullable String after,
      boolean chosen,
      @Nullable String article) {}

  /**
   * @param proof what its chart shows, null where there is none
   * @param trail other articles with the same wrong figure, null where there is none
   */
  static Html of(
      CheckedClaim checked, Place place, @Nullable Proof proof, @Nullable ErrorTrail trail) {
    Verdict verdict = checked.verdict();
    String id = checked.claim().id();
    return Template.of(
            """
            <article class="card {look}{first}" id="{id}" tabindex="-1" aria-labelledby="{id}-words">
            <div class="verdict">{verdict}{sure}{steps}</div>
            <div class="in">
            <h3 class="words" id="{id}-words"><bdi>“{text}”</bdi></h3>
            <p class="because" lang="{language}">{because}</p>
            {odds}{repair}{chart}{bars}{minutes}
            {chips}{trail}{correction}
            <details class="why"><summary>Why this listing, this session and this verdict</summary>
            {facts}{alternatives}
            </details>
            </div>
            <p class="acts"><a class="back" href="#at-{id}">In the text</a>{acts}</p>
            </article>
            """)
        .with("look", Words.cssClass(verdict.outcome()))
        .with("first", place.chosen() ? " first" : "")
        .with("id", id)
        .with("verdict", badge(verdict))
        .with("sure", sure(verdict))
        .with("steps", steps(place))
        .with("text", checked.claim().at().text())
        .with("language", Spoken.sentences().language())
        .with("because", Spoken.sentences().reason(checked))
        .with("odds", OddsWords.box(verdict))
        .with("repair", Corrections.repair(checked))
        .with("chart", chart(id, proof))
        .with("bars", ClaimTables.bars(checked))
        .with("minutes", ClaimTables.minutes(verdict))
        .with("chips", chips(verdict))
        .with("trail", trail == null ? Html.EMPTY : Trails.of(trail, place.article()))
        .with("correction", Corrections.correction(checked))
        .with("facts", ClaimFacts.of(checked))
        .with("alternatives", ClaimTables.alternatives(verdict))
        .with("acts", acts(id, place.article(), proof != null))
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

  /** How sure a contradiction is; a doubtful claim says it in its own box. */
  private static Html sure(Verdict verdict) {
    Odds odds = verdict.odds();
    return odds == null || verdict.outcome() != Verdict.Outcome.CONTRADICTED
        ? Html.EMPTY
        : Html.of(
            " <span class=\"sure\" title=\"{}\">{}</span>",
            OddsWords.chance(odds.confidence()),
            OddsWords.sure(odds.confidence()));
  }

  private static Html steps(Place place) {
    return Template.of("<span class=\"steps\">{before} claim {number} of {of} {after}</span>")
        .with("before", step(place.before(), "‹", "Previous claim", "prev"))
        .with("number", place.number())
        .with("of", place.of())
        .with("after", step(place.after(), "›", "Next claim", "next"))
        .html();
  }

  private static Html step(@Nullable String to, String sign, String words, String rel) {
    return to == null
        ? Html.EMPTY
        : Template.of("<a href=\"#{to}\" rel=\"{rel}\" aria-label=\"{words}\">{sign}</a>")
            .with("to", to)
            .with("rel", rel)
            .with("words", words)
            .with("sign", sign)
            .html();
  }

  private static Html chart(String id, @Nullable Proof proof) {
    return proof == null
        ? Html.EMPTY
        : Html.of(
            "<figure class=\"chart\">{}<figcaption>{}</figcaption></figure>",
            new Html(ProofChart.inPage(proof, id)),
            legend(proof));
  }

  private static String legend(Proof proof) {
    boolean later = proof.sessions().stream().anyMatch(Proof.Session::later);
    return (proof.hasCandles() ? "Daily prices" : "Daily closes")
        + (proof.splits().isEmpty() ? "" : ", before and after the split in the same shares")
        + (later ? "; pale: after publication." : ".");
  }

  private static Html chips(Verdict verdict) {
    return verdict.flags().isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<p class=\"chips\">{}</p>",
            verdict.flags().stream()
                .map(flag ->
                    Html.of(
                        "<span class=\"chip\" title=\"{}\">{}</span> ",
                        flag.name(),
                        Spoken.sentences().flag(flag)))
                .toList());
  }

  private static Html acts(String id, @Nullable String article, boolean drawn) {
    return article == null
        ? Html.EMPTY
        : Template.of(
                " <a href=\"/articles/{article}?claim={id}#{id}\">Link</a>{card} <a"
                    + " href=\"/v1/claims/{article}.{id}/evidence.csv\">Evidence</a>{chart}")
            .with("article", article)
            .with("id", id)
            .with(
                "card", Html.of(" <a href=\"/claims/{}.{}/card.png\">Share card</a>", article, id))
            .with(
                "chart",
                Html.when(
                    drawn,
                    Html.of(" <a href=\"/v1/claims/{}.{}/chart.svg\">Chart</a>", article, id)))
            .html();
  }
}
