package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.prices.PriceStore;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark watch}: listings whose prices are kept current without an article. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Keeps a listing's prices current, whether or not an article names it.")
final class WatchCommand implements Callable<Integer> {
  /** What to do. */
  enum Action {
    add,
    remove,
    list
  }

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(index = "0", paramLabel = "add|remove|list", description = "what to do")
  private Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "LISTING",
      description = "for instance XHKG:9988")
  private @Nullable String listing;

  @Option(names = "--json", description = "one object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    @Nullable ListingId id = action == Action.list ? null : Inputs.listing(listing);
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      if (id != null) {
        new PriceOrders(deployment, drop)
            .done(
                "\"type\":\"watch\",\"listing\":\"%s\",\"remove\":%b"
                    .formatted(id, action == Action.remove));
      }
      new PriceStore(deployment.dynamoDb(), deployment.table("PricesTable"))
          .watchlist()
          .listings()
          .forEach(one -> out.println(json ? "{\"id\":\"" + one + "\"}" : one.toString()));
      return Exit.OK;
    }
  }
}
