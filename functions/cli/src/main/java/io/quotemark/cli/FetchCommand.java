package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quotemark fetch}: public prices that need no key, once somebody has said yes. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Fetches public prices that need no key and loads them: the ECB's reference rates.",
      "Says first whom it will ask for what, and asks nobody without a yes."
    })
final class FetchCommand implements Callable<Integer> {
  private static final Duration DEADLINE = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "SOURCE", description = "ecb; all without any")
  private List<String> names = List.of();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Mixin private Where where = new Where();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<KeylessSource> sources = chosen(names);
    try (Deployment deployment = where.deployment()) {
      return fetched(out, deployment, sources, yes);
    }
  }

  /** The part that a test gives sources of its own. */
  static int fetched(
      PrintWriter out, Deployment deployment, List<KeylessSource> sources, boolean yes)
      throws InterruptedException {
    out.println("This will ask");
    for (KeylessSource source : sources) {
      out.println("  " + source.address().getHost() + " for " + source.address());
      out.println("    " + source.what());
      out.println("    " + source.terms());
    }
    out.flush();
    if (!Consent.given(yes, "Ask for " + (sources.size() == 1 ? "it" : "them") + "?")) {
      out.println("Nobody was asked. Say --yes to go ahead.");
      return Exit.USAGE;
    }
    Map<String, byte[]> objects = new LinkedHashMap<>();
    Securities securities = OwnListings.of(deployment, out::println);
    for (KeylessSource source : sources) {
      byte[] file = new Download(DEADLINE).of(source.address());
      PriceFile read = PriceFiles.parse(source.file(), file, Instant.now(), securities);
      if (read.series().isEmpty()) {
        throw new Exit.Failure(
            Exit.FAILED_INPUT,
            source.address().getHost()
                + " answered with something else than it should; nothing was loaded");
      }
      objects.put(PriceLoad.FOLDER + source.file(), file);
    }
    return new PriceLoad(out, deployment, PATIENCE).load(objects);
  }

  private static List<KeylessSource> chosen(List<String> names) {
    for (String name : names) {
      if (KeylessSource.ALL.stream().noneMatch(source -> source.name().equals(name))) {
        throw new Exit.Failure(
            Exit.USAGE,
            "there is no source %s without a key; there are %s"
                .formatted(
                    name,
                    String.join(
                        ", ", KeylessSource.ALL.stream().map(KeylessSource::name).toList())));
      }
    }
    return KeylessSource.ALL.stream()
        .filter(source -> names.isEmpty() || names.contains(source.name()))
        .toList();
  }
}
