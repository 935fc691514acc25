package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.storage.prices.SweepBookmark;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quotemark sweep}: finds documents of the inbox that nothing is recorded of. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    description = {
      "Goes through the whole inbox and queues documents that nothing is recorded of.",
      "Every six hours a scheduled run does so for a part."
    })
final class SweepCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(
      names = "--older-than",
      paramLabel = "SECONDS",
      description = "leave out what may still be on its way (${DEFAULT-VALUE})")
  private int grace = 900;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      SweepBookmark bookmark =
          new SweepBookmark(deployment.dynamoDb(), deployment.table("PricesTable"));
      long seen = 0;
      long requeued = 0;
      boolean first = true;
      SweepBookmark.Mark mark;
      do {
        String run = UUID.randomUUID().toString();
        String order =
            "{\"type\":\"sweep\",\"run\":\"%s\",\"from_the_start\":%b,\"grace_seconds\":%d}"
                .formatted(run, first, grace);
        deployment
            .sqs()
            .sendMessage(r -> r.queueUrl(deployment.queue("PricesQueue")).messageBody(order));
        Optional<SweepBookmark.Mark> done =
            drop.until(() -> bookmark.read().filter(m -> m.run().equals(run)));
        if (done.isEmpty()) {
          out.println("Queued, but not done yet. " + drop.standstill());
          return Exit.FAILED_INPUT;
        }
        mark = done.get();
        seen += mark.seen();
        requeued += mark.requeued();
        first = false;
        out.println(seen + " documents seen, " + requeued + " queued again");
        out.flush();
      } while (mark.after() != null);
      return drop.drained(out, List.of("UploadsQueue", "ArticlesQueue"))
          ? Exit.OK
          : Exit.FAILED_INPUT;
    }
  }
}
