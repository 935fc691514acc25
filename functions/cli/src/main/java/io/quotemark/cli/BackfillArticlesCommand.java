package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark backfill-articles}: an archive of articles, without delaying the news. */
@Command(
    name = "backfill-articles",
    mixinStandardHelpOptions = true,
    description = {
      "Puts an archive of articles below inbox/archive/, as fast as it is worked off.",
      "It can be stopped and started again: what lies there already is passed over.",
      "In a stack with ArchiveConcurrency, archives have queues of their own."
    })
final class BackfillArticlesCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FROM",
      description =
          "a folder, a file of NDJSON (.ndjson, .jsonl, perhaps .gz), or s3://BUCKET/PREFIX")
  private String from = "";

  @Mixin private Where where = new Where();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what the archive is called (the name of FROM)")
  private @Nullable String name;

  @Option(
      names = "--waiting",
      paramLabel = "N",
      description = "documents that may wait before more are put (${DEFAULT-VALUE})")
  private int waiting = 500;

  @Option(names = "--estimate", description = "only says how much there is and what it costs")
  private boolean estimate;

  @Option(
      names = "--yes",
      description = "does not ask before it puts an archive that costs more than 5 dollars")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (waiting < 1 || waiting > 100_000) {
      throw new Exit.Failure(Exit.USAGE, "--waiting " + waiting + ": must be 1 to 100000");
    }
    try (Deployment deployment = where.deployment();
        Drop drop = new Drop(deployment)) {
      ArchiveSource source = ArchiveSource.of(from, deployment);
      String called = name == null ? source.name() : name;
      if (!NAME.matcher(called).matches()) {
        throw new Exit.Failure(
            Exit.USAGE,
            "an archive is called by letters, digits, dots and strokes, not \"%s\"; give it another --name"
                .formatted(called));
      }
      ArchiveFeed feed = new ArchiveFeed(deployment, drop, source, called, waiting, out);
      ArchiveFeed.Size size = feed.size();
      out.println(size.words(where.isStack()));
      if (estimate || size.documents() == 0) {
        return Exit.OK;
      }
      if (where.isStack()
          && size.dollars() > 5
          && !Consent.given(yes, "Put them for about %.0f dollars?".formatted(size.dollars()))) {
        out.println("Nothing was put. --yes puts them without a question.");
        return Exit.FAILED_INPUT;
      }
      return feed.run() ? Exit.OK : Exit.FAILED_INPUT;
    }
  }
}
