package io.quotemark.serve.pages;

import io.quotemark.domain.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many claims got which verdict: a bar in the verdicts' colours, and the same in words. */
public final class Tally {
  /** The gravest first. */
  private static final List<Verdict.Outcome> ORDER =
      List.of(
          Verdict.Outcome.CONTRADICTED,
          Verdict.Outcome.DOUBTFUL,
          Verdict.Outcome.VERIFIED_LOOSE,
          Verdict.Outcome.VERIFIED,
          Verdict.Outcome.UNVERIFIABLE,
          Verdict.Outcome.PENDING,
          Verdict.Outcome.NOT_CHECKABLE);

  private static final int WIDTH = 160;
  private static final int HEIGHT = 6;
  private static final int GAP = 2;

  private Tally() {}

  public static Html of(Map<Verdict.Outcome, Integer> counts) {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      return Html.of("<p class=\"tally small\">No share-price claim</p>");
    }
    Map<Verdict.Outcome, Integer> sorted = new EnumMap<>(counts);
    return Html.of(
        "<p class=\"tally small\">{}{}</p>",
        bar(sorted, all),
        Html.join(
            ORDER.stream()
                .filter(sorted::containsKey)
                .map(o ->
                    Template.of("<span class=\"{look}\">{count} {word}</span> ")
                        .with("look", Words.cssClass(o))
                        .with("count", sorted.get(o))
                        .with("word", Words.of(o).toLowerCase(java.util.Locale.ROOT))
                        .html())
                .toList()));
  }

  private static Html bar(Map<Verdict.Outcome, Integer> counts, int all) {
    int room = WIDTH - GAP * (counts.size() - 1);
    StringBuilder parts = new StringBuilder();
    double x = 0;
    for (Verdict.Outcome outcome : ORDER) {
      Integer count = counts.get(outcome);
      if (count != null) {
        double width = (double) room * count / all;
        parts.append(
            "<rect class=\"%s\" x=\"%.1f\" width=\"%.1f\" height=\"%d\"/>"
                .formatted(Words.cssClass(outcome), x, width, HEIGHT));
        x += width + GAP;
      }
    }
    return Html.of(
        "<svg class=\"tally-bar\" aria-hidden=\"true\" viewBox=\"0 0 "
            + WIDTH
            + " "
            + HEIGHT
            + "\" preserveAspectRatio=\"none\">"
            + parts
            + "</svg> ");
  }
}
