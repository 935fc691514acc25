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
                Html.of(
                    "<span class=\"badge {}\"><span aria-hidden=\"true\">{}</span> {} {}</span> ",
                    Words.cssClass(e.getKey()),
                    Words.sign(e.getKey()),
                    e.getValue(),
                    Words.of(e.getKey())))
            .toList());
  }
}
