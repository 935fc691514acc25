package io.quotemark.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Outcomes as the tables of docs/scale.md. */
final class Report {
  private Report() {}

  /** One row for each outcome, with its heading. */
  static String table(List<Outcome> outcomes) {
    StringBuilder out =
        new StringBuilder(
            """
            | scenario | came | lost | dead letters | oldest waited | news stored after, median and 99.9 % | nearest its limit | $ a million |
            |---|---|---|---|---|---|---|---|
            """);
    for (Outcome outcome : outcomes) {
      Outcome.Limit first = outcome.first();
      out.append(
          format(
              "| %s | %,d | %d | %d | %s | %s, %s | %s, %s | %.2f |%n",
              outcome.scenario().title(),
              outcome.uploaded(),
              outcome.lost(),
              outcome.deadLetters(),
              time(outcome.oldest()),
              time(outcome.newsMedian()),
              time(outcome.newsWorst()),
              first.part(),
              share(first.use()),
              outcome.costOfAMillion()));
    }
    return out.toString();
  }

  /** What one scenario is and how near each part came to its limit. */
  static String section(Outcome outcome) {
    Scenario scenario = outcome.scenario();
    List<String> uses = new ArrayList<>();
    for (Outcome.Limit limit : outcome.limits()) {
      uses.add(format("%s %s (%s)", limit.part(), share(limit.use()), limit.parameter()));
    }
    String archive =
        outcome.archiveWorst() == 0
            ? ""
            : " Of the archive, 99.9 %% were stored %s after they were put."
                .formatted(time(outcome.archiveWorst()));
    return format(
        "### %s%n%n%s %,d were stored, %,d waited at the end; %,d writes were throttled and asked again, %,d calls started cold.%s%n%n"
            + "Busiest minute: %s.%n%n![%s](images/scale-%s.svg)%n",
        scenario.title(),
        scenario.story(),
        outcome.done(),
        outcome.waiting(),
        outcome.throttled(),
        outcome.coldStarts(),
        archive,
        String.join("; ", uses),
        scenario.title(),
        scenario.id());
  }

  private static String share(double use) {
    return format("%.0f %%", 100 * use);
  }

  /** A time in seconds, minutes or hours, whichever says it in few digits. */
  private static String time(long micros) {
    double seconds = (double) micros / Timeline.SECOND;
    if (seconds < 90) {
      return format("%.0f s", seconds);
    }
    return seconds < 5400 ? format("%.0f min", seconds / 60) : format("%.1f h", seconds / 3600);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
