package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.prices.RunBook;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark backfill}: older prices than a run fetches by itself. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    description = "Fetches a listing's prices of some years and re-checks what they decide.")
final class BackfillCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(index = "0", paramLabel = "LISTING", description = "for instance XHKG:9988")
  private String listing = "";

  @Parameters(index = "1", paramLabel = "FROM", description = "first day, 2015-01-01")
  private LocalDate from = LocalDate.EPOCH;

  @Parameters(index = "2", paramLabel = "TO", description = "last day")
  private LocalDate to = LocalDate.EPOCH;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    ListingId id = Inputs.listing(listing);
    if (to.isBefore(from)) {
      throw new Exit.Failure(Exit.USAGE, to + " is before " + from);
    }
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      PriceOrders orders = new PriceOrders(deployment, drop);
      boolean good = true;
      boolean going = true;
      // the newest year first, so that each joins what is there
      for (int year = to.getYear(); going && year >= from.getYear(); year--) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        RunBook.Ended ended =
            orders.done(
                "\"type\":\"backfill\",\"listing\":\"%s\",\"from\":\"%s\",\"to\":\"%s\""
                    .formatted(
                        id, first.isBefore(from) ? from : first, last.isAfter(to) ? to : last));
        out.println(year + ": " + PriceOrders.words(ended));
        out.flush();
        going = ended.why().isEmpty();
        good &= going && ended.refused() == 0;
      }
      good &= drop.drained(out, List.of("ArticlesQueue"));
      return good ? Exit.OK : Exit.FAILED_INPUT;
    }
  }
}
