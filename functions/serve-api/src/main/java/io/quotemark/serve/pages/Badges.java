package io.quotemark.serve.pages;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many claims got which verdict: a sign, a number and a word each, in a fixed order. */
public final class Badges {
  private Badges() {}

  public static Html of(List<CheckedClaim> claims) {
    Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
    claims.forEach(c -> counts.merge(c.verdict().outcome(), 1, Integer::sum));
    return of(counts);
  }

  public static Html of(Map<Verdict.Outcome, Integer> counts) {
    if (counts.isEmpty()) {
      return Html.of("<p class=\"badges small\">no share-price claim</p>");
    }
    return Html.of(
        "<p class=\"badges\">{}</p>",
        counts.entrySet().stream()
            .map(e ->
                Template.of(
                        "<span class=\"badge {look}\"><span aria-hidden=\"true\">{sign}</span> {count} {word}</span> ")
                    .with("look", Words.cssClass(e.getKey()))
                    .with("sign", Words.sign(e.getKey()))
                    .with("count", e.getValue())
                    .with("word", Words.of(e.getKey()))
                    .html())
            .toList());
  }

  /** A verdict by itself, with what it means. */
  public static Html one(Verdict.Outcome outcome) {
    return Template.of(
            "<span class=\"badge {look}\" title=\"{meaning}\"><span aria-hidden=\"true\">{sign}</span> {word}</span>")
        .with("look", Words.cssClass(outcome))
        .with("meaning", Words.explain(outcome))
        .with("sign", Words.sign(outcome))
        .with("word", Words.of(outcome))
        .html();
  }
}
