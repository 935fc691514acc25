package io.quotemark.cli;

import io.quotemark.cli.deployment.DeadLetters;
import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Node;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quotemark failed}: what did not become an article, and why. */
@Command(
    name = "failed",
    mixinStandardHelpOptions = true,
    description = {
      "Lists failed uploads with their reasons, and dead letters.",
      "Put them back with: quotemark replay"
    })
final class FailedCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Option(
      names = "--json",
      description = "the failed uploads as the contract's JSON, one object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment)) {
      if (json) {
        api.failedRows().forEach(out::println);
        return Exit.OK;
      }
      List<Node> failed = api.failed();
      out.println(
          failed.isEmpty()
              ? "No upload has failed."
              : counted(failed.size(), "failed upload") + ":");
      for (Node upload : failed) {
        out.println("  " + upload.at("key").text() + "   " + upload.at("event_time").text());
        out.println("      " + upload.at("reason").textOr("no reason was recorded"));
      }
      DeadLetters letters = new DeadLetters(deployment);
      letters
          .look()
          .forEach((queue, found) -> {
            out.println(
                queue + ": " + (found.isEmpty() ? "none" : counted(found.size(), "dead letter")));
            for (DeadLetters.Letter letter : found) {
              out.println("  " + letter.id() + "   " + letter.sent());
              out.println("      " + LetterWords.of(letter.body()));
            }
          });
      return Exit.OK;
    }
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
