package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.fetch.feeds.FeedState;
import io.quotemark.storage.Bucket;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quotemark feeds}: what came of asking each feed last. */
@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    description = {
      "Lists the feeds that have been asked, with what came of it. Their list is given by",
      "up --feeds FILE, or by a stack's parameter Feeds (docs/flow.md)."
    })
final class FeedsCommand implements Callable<Integer> {
  private static final String QUEUE = "FetchQueue";

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(
      names = "--now",
      description = "ask them first, as the run of every quarter of an hour does")
  private boolean now;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      if (now) {
        ask(deployment, drop, out);
      }
      List<FeedState> states = states(deployment);
      if (states.isEmpty()) {
        out.println("No feed has been asked yet.");
      }
      states.forEach(state -> print(out, state));
      boolean failed = states.stream().anyMatch(state -> state.failures() > 0);
      return failed ? Exit.FAILED_INPUT : Exit.OK;
    }
  }

  private void ask(Deployment deployment, Drop drop, PrintWriter out) {
    if (!deployment.has(QUEUE)) {
      throw new Exit.Failure(
          Exit.USAGE,
          "Nothing is fetched here. "
              + (where.isStack()
                  ? "Deploy with Feeds=config/feeds.txt (docs/flow.md)"
                  : "Start with ./quotemark up --feeds FILE (docs/flow.md)"));
    }
    order(deployment);
    drop.drained(out, List.of(QUEUE, "UploadsQueue", "ArticlesQueue"));
  }

  /** What the schedule sends. */
  static void order(Deployment deployment) {
    deployment
        .sqs()
        .sendMessage(r -> r.queueUrl(deployment.queue(QUEUE)).messageBody("{\"type\": \"feeds\"}"));
  }

  private static List<FeedState> states(Deployment deployment) {
    Bucket bucket = new Bucket(deployment.s3(), deployment.bucket());
    List<FeedState> states = new ArrayList<>();
    String after = null;
    do {
      Bucket.Listing page = bucket.list(FeedState.FOLDER, after);
      page.objects()
          .forEach(
              object -> bucket.bytes(object.key()).map(FeedState::parse).ifPresent(states::add));
      after = page.next();
    } while (after != null);
    states.sort(Comparator.comparing(state -> state.address().toString()));
    return states;
  }

  private static void print(PrintWriter out, FeedState state) {
    out.println(state.address());
    out.printf("  asked %s: %s%n", state.asked(), state.outcome());
    out.printf("  %d pages stored in all%n", state.stored());
    if (state.failures() > 0) {
      out.printf(
          "  failed %d times in a row; not asked again before %s%n",
          state.failures(), state.next());
    }
  }
}
