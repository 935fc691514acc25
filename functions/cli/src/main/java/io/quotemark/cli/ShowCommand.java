package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import java.io.PrintWriter;
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

/** {@code quotemark show}: stored articles, their claims and verdicts as a table. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows stored articles: claims, verdicts, listings and reasons.")
final class ShowCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  @Parameters(arity = "1..*", paramLabel = "ARTICLE", description = "ids, as list shows them")
  private List<String> articles = List.of();

  @Option(names = "--json", description = "the contract's JSON, one object a line")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
    int code = Exit.OK;
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment)) {
      for (String id : articles) {
        Api.State state = api.state(id);
        if (state.status() != 200) {
          err.println(id + ": " + state.detail());
          code = Exit.FAILED_INPUT;
        } else if (json) {
          out.println(api.articleJson(id));
        } else {
          new VerdictTable(out, true).print(api.article(id));
        }
      }
    }
    return code;
  }
}
