package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.storage.Queue;
import java.io.PrintWriter;
import java.util.ArrayList;
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

/** {@code quotemark recheck}: articles against the rules, listings and prices of now. */
@Command(
    name = "recheck",
    mixinStandardHelpOptions = true,
    description = "Checks stored articles again, for instance after an upgrade.")
final class RecheckCommand implements Callable<Integer> {
  /** Queued between two lines of progress. */
  private static final int STEP = 500;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(
      paramLabel = "ARTICLE",
      arity = "0..*",
      description = "ids, as /v1/articles shows them")
  private List<String> articles = new ArrayList<>();

  @Option(names = "--all", description = "every stored article")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (all == !articles.isEmpty()) {
      throw new Exit.Failure(Exit.USAGE, "name articles, or say --all");
    }
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      List<String> ids = all ? drop.api().articles() : articles;
      int unknown = 0;
      for (String id : articles) {
        Api.State state = drop.api().state(id);
        if (state.status() != 200) {
          unknown++;
          out.println(id + ": " + state.detail());
        }
      }
      Queue queue = new Queue(deployment.sqs(), deployment.queue("ArticlesQueue"));
      for (int from = 0; from < ids.size(); from += STEP) {
        List<String> some = ids.subList(from, Math.min(ids.size(), from + STEP));
        queue.send(
            some.stream()
                .map(id -> new ArticleMessage.Recheck(id, "an operator asked").toJson())
                .toList(),
            null);
        out.println(from + some.size() + " of " + ids.size() + " queued");
        out.flush();
      }
      if (!drop.drained(out, List.of("ArticlesQueue"))) {
        return Exit.FAILED_INPUT;
      }
      out.println("checked again");
      return unknown == 0 ? Exit.OK : Exit.FAILED_INPUT;
    }
  }
}
