package io.quotemark.local.cli;

import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.Securities;
import io.quotemark.local.deployment.Deployment;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.market.prices.RowProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark prices}: price files into the bucket, with what is wrong with them. */
@Command(
    name = "prices",
    mixinStandardHelpOptions = true,
    description = {
      "Loads price files (CSV) into the bucket and re-checks what they decide.",
      "The listing comes from the file's name (XHKG_9988.csv, 9988.HK.csv) or a column."
    })
final class PricesCommand implements Callable<Integer> {
  private static final List<String> QUEUES = List.of("PricesQueue", "ArticlesQueue");

  /** A file of reference rates holds dozens of series. */
  private static final int MOST_NAMED = 6;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "price files")
  private List<Path> files = List.of();

  @Mixin private Where where = new Where();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    int code = Exit.OK;
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      Securities securities = io.quotemark.market.listings.MasterFile.load();
      int done = 0;
      for (Path file : files) {
        byte[] bytes = Inputs.read(file);
        String name = Inputs.name(file);
        PriceFile read = PriceFiles.parse(name, bytes, Instant.now(), securities);
        out.printf("[%d/%d] %s: %s%n", ++done, files.size(), name, summary(read));
        for (RowProblem problem : read.problems()) {
          out.println("  " + problem);
          if (problem.effect() != RowProblem.Effect.NOTE) {
            code = Exit.FAILED_INPUT;
          }
        }
        drop.put("prices/" + name, bytes);
      }
      out.print("storing and re-checking … ");
      out.flush();
      drop.drained(QUEUES);
      out.println("done");
    }
    return code;
  }

  private static String summary(PriceFile file) {
    if (file.series().isEmpty()) {
      return "nothing usable";
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
    int more = file.series().size() - MOST_NAMED;
    return summary + (more > 0 ? " … and " + more + " more series" : "");
  }
}
