package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.securities.Securities;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Price files into the bucket of a deployment, with what is wrong with them, to the end. */
record PriceLoad(PrintWriter out, Deployment deployment, Duration patience) {
  static final String FOLDER = "prices/";

  /** A file of reference rates holds dozens of series. */
  private static final int MOST_NAMED = 6;

  /**
   * @param objects by their keys
   * @return exit code: whether all of it could be used and was stored
   */
  int load(Map<String, byte[]> objects) {
    int code = Exit.OK;
    try (Drop drop = new Drop(deployment)) {
      Securities securities = OwnListings.of(deployment, out::println);
      PriceProgress progress =
          new PriceProgress(out, deployment, drop, objects.keySet(), patience, Pace.REAL);
      int done = 0;
      for (Map.Entry<String, byte[]> object : objects.entrySet()) {
        String name = object.getKey().substring(FOLDER.length());
        PriceFile read = PriceFiles.parse(name, object.getValue(), Instant.now(), securities);
        out.printf("[%d/%d] %s: %s%n", ++done, objects.size(), name, summary(read));
        for (RowProblem problem : read.problems()) {
          out.println("  " + problem);
          progress.said(problem);
          if (problem.effect() != RowProblem.Effect.NOTE) {
            code = Exit.FAILED_INPUT;
          }
        }
        drop.put(object.getKey(), object.getValue());
      }
      out.println("storing and checking again …");
      out.flush();
      return Math.max(code, progress.follow());
    }
  }

  private static String summary(PriceFile file) {
    String takenFor = file.takenFor().isEmpty() ? "" : " (" + file.takenFor() + ")";
    if (file.isRefused()) {
      return "nothing usable" + takenFor;
    }
    StringBuilder summary = new StringBuilder();
    for (PriceSeries series : file.series().stream().limit(MOST_NAMED).toList()) {
      summary
          .append(summary.isEmpty() ? "" : ", ")
          .append(series.listing())
          .append(' ')
          .append(series.bars().size())
          .append(" sessions");
      if (!series.bars().isEmpty()) {
        summary
            .append(' ')
            .append(series.bars().getFirst().session())
            .append(" to ")
            .append(series.bars().getLast().session());
      }
    }
    Map<ListingId, Integer> days = new TreeMap<>();
    file.minutes().forEach(bars -> days.merge(bars.listing(), 1, Integer::sum));
    days.forEach((listing, count) ->
        summary
            .append(summary.isEmpty() ? "" : ", ")
            .append("%s minutes of %d %s".formatted(listing, count, count == 1 ? "day" : "days")));
    int more = file.series().size() - MOST_NAMED;
    return summary + (more > 0 ? " … and " + more + " more series" : "") + takenFor;
  }
}
