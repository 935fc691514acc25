package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.local.template.Template;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.prices.RunBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark refresh}: what a scheduled run does, now. */
@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches the prices that articles and the watchlist need, up to the last closed session,",
      "as a run after an exchange's close does."
    })
final class RefreshCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(
      paramLabel = "EXCHANGE",
      arity = "0..*",
      description = "ISO 10383 codes (XHKG), FX for reference rates; all without any")
  private List<String> exchanges = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      PriceOrders orders = new PriceOrders(deployment, drop);
      boolean good = true;
      boolean any = false;
      for (List<String> group : groups()) {
        RunBook.Ended ended = refreshed(out, orders, group);
        any |= !ended.why().equals(RunBook.NO_SOURCE);
        good &= ended.left() == 0;
      }
      if (!any) {
        throw new Exit.Failure(Exit.FAILED_INPUT, whatToDo());
      }
      good &= drop.drained(out, List.of("ArticlesQueue"));
      return good ? Exit.OK : Exit.FAILED_INPUT;
    }
  }

  /** Goes on while a run's time, and not its provider, was the end of it. */
  private static RunBook.Ended refreshed(PrintWriter out, PriceOrders orders, List<String> group) {
    RunBook.Ended ended;
    do {
      ended =
          orders.done(
              "\"type\":\"refresh\",\"exchanges\":["
                  + group.stream().map(e -> "\"" + e + "\"").collect(Collectors.joining(","))
                  + "]");
      out.println(String.join(" ", group) + ": " + PriceOrders.words(ended));
      out.flush();
    } while (ended.left() > 0 && ended.fetched() > 0 && ended.why().contains("time is over"));
    return ended;
  }

  private String whatToDo() {
    return "No price provider is configured for these exchanges. "
        + (where.isStack()
            ? "Deploy with PriceProviders=NAME and its key (docs/deploy.md)"
            : "Start with ./quotemark up --provider NAME (docs/deploy.md lists them)")
        + ", or load price files: ./quotemark prices FILE …";
  }

  /** The exchanges asked for, else those of each schedule. */
  private List<List<String>> groups() throws IOException {
    for (String exchange : exchanges) {
      if (!exchange.matches("[A-Z0-9]{2,5}")) {
        throw new Exit.Failure(Exit.USAGE, exchange + " is no exchange; write XHKG or XNYS");
      }
    }
    if (!exchanges.isEmpty()) {
      return List.of(exchanges);
    }
    List<List<String>> groups = new ArrayList<>();
    Template.read(Places.home().resolve("template.yaml"))
        .schedules()
        .forEach(schedule -> {
          Node input = Json.read(schedule.input().getBytes(StandardCharsets.UTF_8));
          if (input.at("type").textOr("").equals("refresh")) {
            groups.add(input.at("exchanges").texts());
          }
        });
    return groups;
  }
}
