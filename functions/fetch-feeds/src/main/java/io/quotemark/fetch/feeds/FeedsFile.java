package io.quotemark.fetch.feeds;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.runtime.web.FetchHosts;
import io.quotemark.runtime.web.WebAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operator's list of feeds: one a line, its address and, behind strokes, the source's name,
 * {@code kind=generated} and {@code hosts=} with further hosts that its pages lie on. A line that
 * begins with # is a comment.
 *
 * @param problems lines that are not used, a sentence each
 */
public record FeedsFile(List<Feed> feeds, List<String> problems) {
  /** More are a list for another stack. */
  public static final int MOST_FEEDS = 500;

  private static final int LONGEST_NAME = 200;

  public FeedsFile {
    feeds = List.copyOf(feeds);
    problems = List.copyOf(problems);
  }

  /**
   * One feed.
   *
   * @param source name of who publishes it, null for what its pages say
   * @param kind who writes it, null for what the source is known for
   * @param hosts on which its pages lie beside its own
   */
  public record Feed(
      URI address, @Nullable String source, @Nullable SourceKind kind, FetchHosts hosts) {
    /** Whether a page may be one of this feed's: it lies on the feed's host, below it, or named. */
    public boolean mayHold(URI page) {
      String site = site(address);
      String host = site(page);
      return host.equals(site) || host.endsWith("." + site) || hosts.hold(page);
    }

    /** Metadata of the upload that an entry's page becomes. */
    public Map<String, String> metadata(Entry entry) {
      Map<String, String> metadata = new TreeMap<>();
      if (entry.published() != null) {
        metadata.put("published-at", entry.published());
      }
      if (source != null) {
        metadata.put("source", source);
      }
      if (kind != null) {
        metadata.put("source-kind", kind.name().toLowerCase(Locale.ROOT));
      }
      return metadata;
    }

    private static String site(URI address) {
      return address.getHost().replaceFirst("^www\\.", "");
    }
  }

  /** Reads the list; a line that is wrong leaves the others as they are. */
  public static FeedsFile parse(String text) {
    Map<URI, Feed> feeds = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String plain = line.replace("\uFEFF", "").strip();
      if (plain.isEmpty() || plain.startsWith("#")) {
        continue;
      }
      try {
        Feed feed = feed(plain);
        if (feeds.size() == MOST_FEEDS) {
          throw new IllegalArgumentException("a list holds at most " + MOST_FEEDS + " feeds");
        }
        if (feeds.putIfAbsent(feed.address(), feed) != null) {
          throw new IllegalArgumentException("this feed stands in the list already");
        }
      } catch (IllegalArgumentException wrong) {
        problems.add("line %d is not used: %s".formatted(number, wrong.getMessage()));
      }
    }
    return new FeedsFile(List.copyOf(feeds.values()), problems);
  }

  private static Feed feed(String line) {
    String[] parts = line.split("\\|", -1);
    URI address =
        switch (WebAddress.check(parts[0])) {
          case WebAddress.Checked.Good(URI good) -> good;
          case WebAddress.Checked.Bad(String reason) ->
              throw new IllegalArgumentException("the address cannot be asked for: " + reason);
        };
    String source = null;
    SourceKind kind = null;
    FetchHosts hosts = FetchHosts.NONE;
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith("kind=")) {
        kind = kind(part.substring("kind=".length()));
      } else if (part.startsWith("hosts=")) {
        hosts = FetchHosts.parse(part.substring("hosts=".length()));
      } else if (!part.isEmpty()) {
        source = name(part, source);
      }
    }
    return new Feed(address, source, kind, hosts);
  }

  /** Metadata of an upload travels in headers of HTTP. */
  private static String name(String text, @Nullable String before) {
    if (before != null) {
      throw new IllegalArgumentException("it names two sources, " + before + " and " + text);
    }
    if (text.length() > LONGEST_NAME || !text.matches("[\\x20-\\x7e]+")) {
      throw new IllegalArgumentException(
          "a source's name has at most %d characters of ASCII here; leave it out, and the name on the pages is used"
              .formatted(LONGEST_NAME));
    }
    return text;
  }

  private static SourceKind kind(String text) {
    for (SourceKind kind : SourceKind.values()) {
      if (kind.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new IllegalArgumentException("kind is news or generated, not " + text);
  }
}
