package io.quotemark.cli;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.fetch.feeds.FeedsFile;
import io.quotemark.runtime.web.FetchHosts;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code up} for what is fetched: the template's parameters of the same meaning. */
final class FetchOptions {
  /** Where the list of feeds is put. */
  private static final String KEY = "config/feeds.txt";

  @Option(
      names = "--feeds",
      paramLabel = "FILE",
      description = "list of feeds whose new pages are fetched (docs/flow.md)")
  private @Nullable Path feeds;

  @Option(
      names = "--fetch-host",
      paramLabel = "HOST",
      description = "host whose pages POST /v1/articles may fetch by url; may be repeated")
  private List<String> hosts = List.of();

  @Option(
      names = "--fetch-contact",
      paramLabel = "ADDRESS",
      description = "named to publishers in each request, https://desk.example.com for instance")
  private String contact = "";

  /** Has the feeds asked at once; their schedule comes to it in a quarter of an hour. */
  void begin(PrintWriter out, Deployment deployment) {
    if (feeds != null) {
      out.println("  feeds are asked now and every quarter of an hour (./quotemark feeds)");
      FeedsCommand.order(deployment);
    }
    if (!hosts.isEmpty()) {
      out.println("  pages are fetched from " + String.join(", ", hosts));
    }
  }

  /**
   * Puts the list into the bucket of the embedded cloud, or takes away what an earlier start put
   * there.
   *
   * @return the template's parameters
   * @throws Exit.Failure that says what is wrong with an option or with a line of the list
   */
  Map<String, String> parameters(Path folder) throws IOException {
    String names = String.join(",", hosts);
    try {
      names = String.join(",", FetchHosts.parse(names).names());
    } catch (IllegalArgumentException wrong) {
      throw new Exit.Failure(Exit.USAGE, "--fetch-host: " + wrong.getMessage());
    }
    return Map.of("Feeds", install(folder), "FetchHosts", names, "FetchContact", contact);
  }

  private String install(Path folder) throws IOException {
    Path target = folder.resolve("bucket").resolve(KEY);
    if (feeds == null) {
      Files.deleteIfExists(target);
      return "";
    }
    byte[] list = Inputs.read(feeds);
    FeedsFile file = FeedsFile.parse(new String(list, StandardCharsets.UTF_8));
    if (!file.problems().isEmpty()) {
      throw new Exit.Failure(Exit.FAILED_INPUT, feeds + ": " + String.join("; ", file.problems()));
    }
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    Files.write(target, list);
    return KEY;
  }
}
