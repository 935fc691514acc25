package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.cli.deployment.Deployment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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

/** {@code quotemark prices}: price files into the bucket, with what is wrong with them. */
@Command(
    name = "prices",
    mixinStandardHelpOptions = true,
    description = {
      "Loads price files into the bucket and re-checks what they decide.",
      "Reads CSV of any common source, JSON of services and exchanges' official files,",
      "also packed; docs/prices.md lists them.",
      "The listing comes from the file's name (XHKG_9988.csv, 9988.HK.csv) or a column.",
      "Follows the work to its end and says what it decided; stops with 1 where",
      "nothing moves any more.",
      "prices missing: which prices the stored claims wait for, and where to have them."
    })
final class PricesCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "price files; or the word missing")
  private List<Path> files = List.of();

  @Option(
      names = "--listing",
      paramLabel = "MIC:TICKER",
      description = "the listing of the file, whatever its name says (one FILE)")
  private @Nullable String listing;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "give up where nothing moves for so long (${DEFAULT-VALUE})")
  private int patience = 360;

  @Option(
      names = "--json",
      description = "with missing: as /v1/evidence-needed answers, 100 listings a line")
  private boolean json;

  @Mixin private Where where = new Where();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (files.equals(List.of(Path.of("missing")))) {
      return missing(out);
    }
    if (json) {
      throw new Exit.Failure(
          Exit.USAGE, "--json goes with missing: ./quotemark prices missing --json");
    }
    Map<String, byte[]> objects = objects();
    try (Deployment deployment = where.deployment()) {
      return new PriceLoad(out, deployment, Duration.ofSeconds(patience)).load(objects);
    }
  }

  private int missing(PrintWriter out) {
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment)) {
      MissingPrices missing = new MissingPrices(out, api);
      if (json) {
        missing.json();
      } else {
        missing.table();
      }
      return Exit.OK;
    }
  }

  /** The files by their keys. */
  private Map<String, byte[]> objects() throws IOException {
    if (listing != null && files.size() > 1) {
      throw new Exit.Failure(Exit.USAGE, "--listing is about one FILE; name one");
    }
    Map<String, byte[]> objects = new LinkedHashMap<>();
    for (Path file : files) {
      byte[] bytes = Inputs.read(file);
      boolean packed = isPacked(bytes);
      String name = listing != null && packed ? named(Inputs.name(file)) : Inputs.name(file);
      byte[] content = listing == null || packed ? bytes : named(file, bytes);
      if (objects.put(PriceLoad.FOLDER + name, content) != null) {
        throw new Exit.Failure(
            Exit.USAGE, name + ": two files of one name; the second would replace the first");
      }
    }
    return objects;
  }

  private static boolean isPacked(byte[] bytes) {
    return bytes.length > 3
        && ((bytes[0] == 'P' && bytes[1] == 'K')
            || (bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b));
  }

  /** A packed file's name tells its listing; the ending says how it is packed. */
  private String named(String name) {
    int dot = name.indexOf('.');
    return Inputs.listing(listing).toString().replace(':', '_')
        + (dot < 0 ? "" : name.substring(dot));
  }

  /** The file with a first line that names its listing, which is ASCII in every charset but one. */
  private byte[] named(Path file, byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] & 0xff) >= 0xfe) {
      throw new Exit.Failure(
          Exit.FAILED_INPUT, file + " is UTF-16; write it as UTF-8 to use --listing");
    }
    boolean marked =
        bytes.length > 2
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    byte[] line = ("# listing: " + Inputs.listing(listing) + "\n").getBytes(UTF_8);
    byte[] named = Arrays.copyOf(line, line.length + bytes.length - (marked ? 3 : 0));
    System.arraycopy(bytes, marked ? 3 : 0, named, line.length, named.length - line.length);
    return named;
  }
}
