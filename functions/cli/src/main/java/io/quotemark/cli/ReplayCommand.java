package io.quotemark.cli;

import io.quotemark.cli.deployment.DeadLetters;
import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.events.ObjectEvent;
import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** {@code quotemark replay}: puts back what failed, to be processed once more. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Retries what failed: uploads by their key, dead letters by their id.",
      "Twice does no harm: the same input gives the same result."
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(arity = "0..*", paramLabel = "KEY|ID", description = "as quotemark failed lists them")
  private List<String> names = List.of();

  @Option(names = "--all", description = "all failed uploads and all dead letters")
  private boolean all;

  @Option(names = "--dead-letters", description = "all dead letters")
  private boolean deadLetters;

  @Option(names = "--failures", description = "all failed uploads")
  private boolean failures;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    if (names.isEmpty() && !all && !deadLetters && !failures) {
      throw new ParameterException(
          command.commandLine(), "name a key or an id, or --all, --dead-letters or --failures");
    }
    PrintWriter out = command.commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      Set<String> unknown = new HashSet<>(names);
      int letters = letters(out, deployment, unknown);
      List<String> uploads = uploads(out, deployment, drop, unknown);
      for (String name : unknown) {
        out.println(name + ": neither a failed upload nor a dead letter");
      }
      if (letters + uploads.size() == 0) {
        out.println("Nothing to replay.");
        return unknown.isEmpty() ? Exit.OK : Exit.FAILED_INPUT;
      }
      out.println("working …");
      out.flush();
      boolean done = drop.drained(out, List.of("UploadsQueue", "PricesQueue", "ArticlesQueue"));
      if (done) {
        out.println("done");
      }
      boolean good = report(out, deployment, drop, uploads);
      return done && good && unknown.isEmpty() ? Exit.OK : Exit.FAILED_INPUT;
    }
  }

  private int letters(PrintWriter out, Deployment deployment, Set<String> unknown) {
    DeadLetters letters = new DeadLetters(deployment);
    AtomicInteger moved = new AtomicInteger();
    letters
        .look()
        .forEach((queue, found) -> {
          List<String> wanted =
              found.stream()
                  .map(DeadLetters.Letter::id)
                  .filter(id -> all || deadLetters || names.contains(id))
                  .toList();
          if (wanted.isEmpty()) {
            return;
          }
          int before = moved.get();
          letters.replay(
              queue,
              letter -> wanted.contains(letter.id()),
              letter -> {
                unknown.remove(letter.id());
                out.printf(
                    "%s [%d/%d] %s%n",
                    queue,
                    moved.incrementAndGet() - before,
                    wanted.size(),
                    LetterWords.of(letter.body()));
                out.flush();
              });
        });
    return moved.get();
  }

  /** Keys that were queued again. */
  private List<String> uploads(
      PrintWriter out, Deployment deployment, Drop drop, Set<String> unknown) {
    List<Node> wanted =
        drop.api().failed().stream()
            .filter(u -> all || failures || names.contains(u.at("key").text()))
            .toList();
    List<String> queued = new ArrayList<>();
    for (Node upload : wanted) {
      String key = upload.at("key").text();
      unknown.remove(key);
      out.printf("upload [%d/%d] %s", queued.size() + 1, wanted.size(), key);
      try {
        HeadObjectResponse head =
            deployment.s3().headObject(r -> r.bucket(deployment.bucket()).key(key));
        String event =
            new String(
                new ObjectEvent(
                        ObjectEvent.Kind.CREATED,
                        deployment.bucket(),
                        key,
                        upload.at("sequencer").text(),
                        head.contentLength(),
                        head.eTag(),
                        Instant.parse(upload.at("event_time").text()))
                    .toNotification(),
                StandardCharsets.UTF_8);
        deployment
            .sqs()
            .sendMessage(r -> r.queueUrl(deployment.queue("UploadsQueue")).messageBody(event));
        queued.add(key);
        out.println();
      } catch (NoSuchKeyException e) {
        out.println(": the document is gone; drop it again");
      }
      out.flush();
    }
    return queued;
  }

  private static boolean report(
      PrintWriter out, Deployment deployment, Drop drop, List<String> uploads) {
    boolean good = true;
    for (String key : uploads) {
      Node upload = drop.api().upload(key).orElseThrow();
      String status = upload.at("status").text();
      good &= !status.equals("failed") && !status.equals("processing");
      out.println(
          key
              + ": "
              + switch (status) {
                case "failed" -> "failed again: " + upload.at("reason").textOr("");
                case "processing" -> "processing, but nothing works on it; see quotemark failed";
                default -> status;
              });
    }
    DeadLetters letters = new DeadLetters(deployment);
    for (String queue : letters.queues()) {
      int left = letters.count(queue);
      if (left > 0) {
        out.println(queue + ": " + left + " left");
      }
    }
    return good;
  }
}
