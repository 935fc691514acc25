package io.quotemark.cli;

import io.quotemark.cli.deployment.DeadLetters;
import io.quotemark.cli.deployment.Deployment;
import io.quotemark.local.cloud.Cloud;
import io.quotemark.local.template.Specs;
import io.quotemark.local.template.Template;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code quotemark up}: everything on this machine until Ctrl-C. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts everything on this machine; the first run processes the sample.")
final class UpCommand implements Callable<Integer> {
  private static final List<String> WORK = List.of("UploadsQueue", "ArticlesQueue", "PricesQueue");

  /** An origin as a browser sends it, or every one. */
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/,\\s]+|\\*");

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--port", description = "where to listen, 0 for any (${DEFAULT-VALUE})")
  private int port = 8080;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where everything is kept (${DEFAULT-VALUE})")
  private Path data = Path.of("data");

  @Option(names = "--no-sample", description = "do not process the sample")
  private boolean noSample;

  @Option(
      names = "--listings",
      paramLabel = "FILE",
      description = "listings of your own (quotemark listings check FILE)")
  private @Nullable Path listings;

  @Option(
      names = "--allow-origin",
      paramLabel = "ORIGIN",
      description = "origin whose pages may read the API, http://localhost:3000 for instance")
  private List<String> origins = List.of();

  @Option(
      names = "--embed-origin",
      paramLabel = "ORIGIN",
      description = "origin whose pages may show a verdict in a frame (/embed/CLAIM)")
  private List<String> embedOrigins = List.of();

  @Option(
      names = "--generated-source",
      paramLabel = "NAME",
      description = "source whose texts a language model writes; may be repeated")
  private List<String> generatedSources = List.of();

  @Option(
      names = "--provider",
      paramLabel = "NAME[@DAY/MINUTE][:EXCHANGE,…]",
      description = {
        "price provider to ask, and for which exchanges; may be repeated, in order",
        "(docs/deploy.md lists them, their keys and what their free plans allow)"
      })
  private List<String> providers = List.of();

  @Mixin private FetchOptions fetch = new FetchOptions();

  @Mixin private OutgoingOptions outgoing = new OutgoingOptions();

  @Mixin private LocalLogin login = new LocalLogin();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (port < 0 || port > FreePorts.MOST) {
      throw new Exit.Failure(
          Exit.USAGE, "--port " + port + ": a port is a number from 0 to " + FreePorts.MOST);
    }
    Path folder = Places.given(data);
    Template template = Template.read(Places.home().resolve("template.yaml"));
    create(folder);
    Optional<String> trouble = Cloud.trouble(folder);
    if (trouble.isPresent()) {
      throw new Exit.Failure(
          Exit.CANNOT_START, trouble.get() + " Or choose another --data folder.");
    }
    template =
        template.with(
            Map.of("AllowedOrigins", String.join(",", checked("--allow-origin", origins))));
    template =
        template.with(
            Map.of("EmbedOrigins", String.join(",", checked("--embed-origin", embedOrigins))));
    template = template.with(Map.of("GeneratedSources", named(generatedSources)));
    template = template.with(Map.of("PriceUploads", "on")); // nobody but its user reaches it
    LocalKeys keys = new LocalKeys(folder, System.getenv());
    template = template.with(Map.of("PriceProviders", keys.chosen(providers)));
    template = template.with(outgoing.parameters());
    template = login.on(template, port, keys);
    try (FileChannel lockFile =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock()) {
      if (lock == null) {
        throw new Exit.Failure(
            Exit.CANNOT_START,
            "Another quotemark runs on " + folder + ". Stop it, or choose another --data.");
      }
      template = template.with(Map.of("Listings", OwnListings.install(listings, folder)));
      template = template.with(fetch.parameters(folder));
      Cloud.Ports ports = FreePorts.from(port);
      if (ports.http() != 0) {
        template = template.with(Map.of("PageAddress", "http://localhost:" + ports.http()));
      }
      Handlers handlers = new Handlers(keys, outgoing.keys(folder), login.secrets(folder, keys));
      Logs.to(folder.resolve("logs"));
      return run(out, template, folder, ports, handlers);
    }
  }

  private static void create(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
    } catch (NoSuchFileException nowhere) {
      // a file system that holds no files of ours, /proc for instance
      throw new Exit.Failure(
          Exit.CANNOT_START,
          "No folder can be made at " + folder + ". Name another --data folder.");
    }
  }

  private static List<String> checked(String option, List<String> origins) {
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new Exit.Failure(
            Exit.USAGE,
            option
                + " "
                + origin
                + ": an origin is a scheme, a host and perhaps a port, without a path:"
                + " http://localhost:3000");
      }
    }
    return origins;
  }

  /** As the template's parameter has them. */
  private static String named(List<String> sources) {
    for (String source : sources) {
      if (source.isBlank() || source.contains(";")) {
        throw new Exit.Failure(
            Exit.USAGE,
            "--generated-source \"" + source + "\": name one source, without a semicolon");
      }
    }
    return String.join(";", sources);
  }

  private int run(
      PrintWriter out, Template template, Path folder, Cloud.Ports ports, Handlers handlers)
      throws IOException, InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Cloud cloud =
        Cloud.start(
            new Cloud.Options(template, folder, ports, handlers, notice -> notice(out, notice)))) {
      Instance instance =
          Instance.of(cloud, template.queues().stream().map(Specs.Queue::id).toList());
      instance.write(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> await(asked, stopped)));
      greet(out, instance, folder);
      if (!providers.isEmpty()) {
        out.println("  prices are asked of " + String.join(", then ", providers));
      }
      if (outgoing.isOn()) {
        out.println("  changes are posted to " + outgoing.shown());
        out.println("  signed with the secret in " + outgoing.file(folder));
      }
      try (Deployment deployment = instance.deployment();
          Drop drop = new Drop(deployment)) {
        if (!noSample) {
          Sample.process(out, drop, WORK, folder.resolve("state").resolve("sample"));
        }
        fetch.begin(out, deployment);
        boolean done = drop.drained(out, WORK);
        if (login.isOn()) {
          out.println("People sign in here; these commands need a token in QUOTEMARK_TOKEN.");
        } else {
          verdicts(out, drop.api());
          if (done) {
            drop.api().problems().forEach(out::println);
          }
        }
        deadLetters(out, new DeadLetters(deployment).counts());
      }
      out.println();
      out.println("Ready. Ctrl-C stops it; what it knows stays in " + folder + ".");
      out.flush();
      asked.await();
      out.println();
      out.println("Stopping …");
      out.flush();
    } finally {
      Instance.forget(folder);
      stopped.countDown();
    }
    return Exit.OK;
  }

  private static void notice(PrintWriter out, String notice) {
    out.println(notice);
    out.flush();
  }

  /** In the shutdown hook: lets the main thread stop what it started. */
  private static void await(CountDownLatch asked, CountDownLatch stopped) {
    asked.countDown();
    try {
      if (stopped.await(20, java.util.concurrent.TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(Exit.OK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void greet(PrintWriter out, Instance instance, Path folder) {
    out.println("Quotemark is at " + instance.http());
    out.println();
    out.println("  an article       cp article.txt " + folder.resolve("bucket/inbox") + "/");
    out.println("                   ./quotemark put article.txt");
    out.println("  a price history  cp XHKG_9988.csv " + folder.resolve("bucket/prices") + "/");
    out.println("                   ./quotemark prices XHKG_9988.csv");
    out.println(
        "  without storing  curl --data-binary @article.txt -H 'content-type: text/plain' "
            + instance.http()
            + "/v1/check");
    out.println("  any AWS client, with any keys");
    out.println(
        "                   aws --endpoint-url "
            + instance.s3()
            + " s3 cp article.txt s3://"
            + instance.bucket()
            + "/inbox/");
    out.flush();
  }

  /** What failed for good in earlier runs, or in this one, and waits for somebody. */
  private void deadLetters(PrintWriter out, Map<String, Integer> counts) {
    if (counts.isEmpty()) {
      return;
    }
    String where = data.equals(Path.of("data")) ? "" : " --data " + data;
    out.println();
    counts.forEach((queue, count) ->
        out.println(
            count + (count == 1 ? " dead letter waits in " : " dead letters wait in ") + queue));
    out.println("  why      ./quotemark failed" + where);
    out.println("  retry    ./quotemark replay --dead-letters" + where);
  }

  private static void verdicts(PrintWriter out, Api api) {
    VerdictTable table = new VerdictTable(out, false, io.quotemark.sentences.Sentences.first());
    List<String> ids = api.articles();
    int shown = Math.min(ids.size(), 8);
    for (String id : ids.subList(0, shown)) {
      table.print(api.article(id));
    }
    if (shown < ids.size()) {
      out.println();
      out.println("… and " + (ids.size() - shown) + " more articles.");
    }
    out.flush();
  }
}
