package io.quotemark.serve.sources;

import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * A source's record over time: of each month how many decided claims are contradicted, and what
 * that says of it, as an interval in words and as a bar on a scale from none to all.
 */
final class SourceRecord {
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
  private static final int WIDTH = 200;
  private static final int MIDDLE = 6;

  private SourceRecord() {}

  /**
   * @param months claims by outcome, by month ({@code 2025-03})
   */
  static Html of(SortedMap<String, Map<String, Integer>> months) {
    List<Html> rows = new ArrayList<>();
    new ArrayList<>(months.entrySet())
        .reversed()
        .forEach(month -> rows.add(row(YearMonth.parse(month.getKey()), month.getValue())));
    return rows.isEmpty()
        ? Html.EMPTY
        : Html.of(
            """
            <table class="record"><caption>Month by month: contradicted of decided claims, and the interval that holds the source's true share with 95 % confidence</caption>
            <thead><tr><th scope="col">month</th><th scope="col">contradicted of decided</th><th scope="col">doubtful</th><th scope="col">which is</th><th scope="col"><span class="aside">interval from none to all</span></th></tr></thead>
            <tbody>{}</tbody></table>
            """,
            rows);
  }

  private static Html row(YearMonth month, Map<String, Integer> counts) {
    int wrong = counts.getOrDefault("contradicted", 0);
    int decided =
        wrong + counts.getOrDefault("verified", 0) + counts.getOrDefault("verified_loose", 0);
    WilsonInterval interval = decided == 0 ? null : WilsonInterval.of(wrong, decided);
    return Template.of(
            "<tr><th scope=\"row\">{month}</th><td data-name=\"contradicted\">{wrong}</td>"
                + "<td data-name=\"doubtful\">{doubtful}</td><td data-name=\"which is\">{words}</td>"
                + "<td>{bar}</td></tr>\n")
        .with("month", MONTH.format(month))
        .with("wrong", decided == 0 ? "none decided" : wrong + " of " + decided)
        .with("doubtful", counts.getOrDefault("doubtful", 0))
        .with("words", interval == null ? "" : interval.words())
        .with("bar", interval == null ? Html.EMPTY : bar(interval, (double) wrong / decided))
        .html();
  }

  private static Html bar(WilsonInterval interval, double share) {
    return Html.of(
        String.format(
            Locale.ROOT,
            "<svg class=\"interval\" viewBox=\"0 0 %d 12\" aria-hidden=\"true\">"
                + "<line class=\"all\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
                + "<line class=\"held\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
                + "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\"/></svg>",
            WIDTH,
            WIDTH,
            MIDDLE,
            MIDDLE,
            interval.low() * WIDTH,
            interval.high() * WIDTH,
            MIDDLE,
            MIDDLE,
            Math.clamp(share * WIDTH, 4, WIDTH - 4),
            MIDDLE));
  }
}
