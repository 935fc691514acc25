package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.storage.Bucket;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark purge}: takes an article down for good. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Takes an article down: its text, its claims' quotes, its document and every copy are deleted,",
      "a tombstone stays, and it does not come back with another upload."
    })
final class PurgeCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(paramLabel = "ARTICLE", description = "its id, as /v1/articles shows it")
  private String article = "";

  @Option(names = "--lift", description = "let it come back with its next upload")
  private boolean lift;

  @Option(
      names = "--overwritten",
      paramLabel = "KEY",
      description = {
        "also delete the versions of a document that another one has replaced,",
        "of a stack with BucketVersioning On; once for each key"
      })
  private List<String> overwritten = List.of();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      Api.State before = drop.api().state(article);
      if (before.status() == 404 && overwritten.isEmpty()) {
        out.println("There is no article " + article + ".");
        return Exit.FAILED_INPUT;
      }
      if (!lift
          && !Consent.given(
              yes, "Delete \"%s\" and every copy of it?".formatted(before.detail()))) {
        out.println("Nothing was deleted. Say --yes to go ahead.");
        return Exit.USAGE;
      }
      deleteOverwritten(deployment, out);
      if (before.status() == 404) {
        out.println("There is no article " + article + " beside them.");
        return Exit.OK;
      }
      ArticleMessage message =
          lift
              ? new ArticleMessage.Lift(article)
              : new ArticleMessage.TakeDown(article, Instant.now().truncatedTo(ChronoUnit.SECONDS));
      String body = new String(message.toJson(), StandardCharsets.UTF_8);
      deployment
          .sqs()
          .sendMessage(r -> r.queueUrl(deployment.queue("ArticlesQueue")).messageBody(body));
      int wanted = lift ? 404 : 410;
      if (drop.until(() -> drop.api().state(article).found(wanted)).isEmpty()) {
        out.println("Queued, but not done yet. " + drop.standstill());
        return Exit.FAILED_INPUT;
      }
      boolean done = drop.drained(out, List.of("UploadsQueue", "ArticlesQueue"));
      out.println(
          lift
              ? "Lifted: " + article + " comes back with its next upload."
              : drop.api().state(article).detail());
      return done ? Exit.OK : Exit.FAILED_INPUT;
    }
  }

  private void deleteOverwritten(Deployment deployment, PrintWriter out) {
    Bucket bucket = new Bucket(deployment.s3(), deployment.bucket());
    for (String key : overwritten) {
      int versions = bucket.deleteOverwritten(key);
      out.println(key + ": " + versions + " overwritten versions deleted");
    }
  }
}
