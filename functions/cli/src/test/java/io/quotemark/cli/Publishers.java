package io.quotemark.cli;

import io.quotemark.fixtures.NewsHosts;
import io.quotemark.fixtures.NewsHosts.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Twenty publishers with ten entries each, in feeds of three forms, and what a day brings: updates,
 * duplicates, removals, requests to wait, one that is slow, one that fails, one that wants no
 * robots, and one that is hostile.
 */
final class Publishers {
  static final int SOURCES = 20;
  private static final int ENTRIES = 10;

  private static final int PARTLY_CLOSED = 3;
  private static final int CLOSED = 4;
  private static final int BUSY_FEED = 5;
  private static final int BUSY_PAGE = 6;
  private static final int SLOW = 7;
  static final int HOSTILE = 8;
  private static final int BROKEN = 13;

  /** Of the hostile one, those that lead to no inner address. */
  private static final int HARMLESS = 5;

  private static final Answer WAIT =
      new Answer(429, Map.of("Retry-After", "60", "Content-Type", "text/plain"), "", 0);

  private final AtomicInteger feedsAsked = new AtomicInteger();
  private final AtomicInteger pagesAsked = new AtomicInteger();
  private volatile int part = 1;

  Publishers(NewsHosts hosts) {
    for (int source = 0; source < SOURCES; source++) {
      int number = source;
      hosts.host(host(source), path -> answer(number, path));
    }
    hosts.host("inner.example", path -> Answer.html("<p>the keys of the account</p>"));
  }

  /** The day goes on: some entries are updated, some vanish with their pages. */
  void goOn() {
    part = 2;
  }

  /** As the operator writes it. */
  static String list() {
    StringBuilder list = new StringBuilder("# the newsroom's feeds\n");
    for (int source = 0; source < SOURCES; source++) {
      list.append("http://%s/feed | Publisher %d%n".formatted(host(source), source));
    }
    return list.toString();
  }

  static String host(int source) {
    return String.format(Locale.ROOT, "p%02d.example", source);
  }

  static String address(int source, int entry) {
    return "http://" + host(source) + path(source, entry);
  }

  private static String path(int source, int entry) {
    return (source == PARTLY_CLOSED && entry > 6 ? "/private/" : "/news/") + entry;
  }

  /** Addresses of the pages that are to be stored. */
  static Set<String> open() {
    Set<String> open = new TreeSet<>();
    for (int source = 0; source < SOURCES; source++) {
      for (int entry = 0; entry < ENTRIES; entry++) {
        boolean forbidden =
            source == CLOSED
                || source == BROKEN
                || (source == PARTLY_CLOSED && entry > 6)
                || (source == HOSTILE && entry >= HARMLESS);
        if (!forbidden) {
          open.add(address(source, entry));
        }
      }
    }
    return open;
  }

  /** Whether a request is one that robots.txt forbids. */
  static boolean isForbidden(String asked) {
    return (asked.startsWith(host(CLOSED)) && !asked.contains("/robots.txt"))
        || asked.contains("/private/");
  }

  private Answer answer(int source, String path) {
    return switch (path) {
      case "/robots.txt" -> robots(source);
      case "/feed" -> feed(source);
      default -> path.matches("/(news|private)/\\d") ? page(source, path) : Answer.of(404);
    };
  }

  private static Answer robots(int source) {
    return switch (source) {
      case PARTLY_CLOSED -> Answer.text("User-agent: *\nDisallow: /private/\n");
      case CLOSED -> Answer.text("User-agent: Quotemark\nDisallow: /\n");
      default -> Answer.of(404);
    };
  }

  private Answer feed(int source) {
    if (source == BROKEN) {
      return Answer.of(500);
    }
    if (source == BUSY_FEED && feedsAsked.getAndIncrement() == 0) {
      return WAIT;
    }
    List<String> entries = new ArrayList<>();
    for (int entry = 0; entry < ENTRIES; entry++) {
      // two publishers take half of their entries away, and list one of the others twice
      if (part == 1 || source < 16 || entry < 5) {
        entries.add(entry(source, entry));
      }
    }
    entries.add(entry(source, 0));
    if (source == HOSTILE) {
      entries.add("<item><link>javascript:alert(1)</link></item>");
      entries.add("<item><link>http://169.254.169.254/latest/meta-data/</link></item>");
      entries.add("<item><link>http://[::ffff:127.0.0.1]/</link></item>");
    }
    String all = String.join("\n", entries);
    return Answer.feed(
        switch (form(source)) {
          case 0 ->
              "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                  + "<rss><channel><title>&x;</title>%s</channel></rss>".formatted(all);
          case 1 -> "<feed xmlns=\"http://www.w3.org/2005/Atom\">%s</feed>".formatted(all);
          default -> "<urlset>%s</urlset>".formatted(all);
        });
  }

  private static int form(int source) {
    return source == HOSTILE ? 0 : source % 3;
  }

  private String entry(int source, int entry) {
    String address = address(source, entry);
    String time = isUpdated(source, entry) ? "2025-03-11T19:30:00Z" : "2025-03-11T18:15:00Z";
    return switch (form(source)) {
      case 0 ->
          "<item><title>%s</title><link>%s</link><guid>%s</guid></item>"
              .formatted(time, address, address);
      case 1 ->
          "<entry><id>urn:%d:%d</id><link href=\"%s\"/><updated>%s</updated></entry>"
              .formatted(source, entry, address, time);
      default -> "<url><loc>%s</loc><lastmod>%s</lastmod></url>".formatted(address, time);
    };
  }

  /** Of the first five publishers, the first entry. */
  private boolean isUpdated(int source, int entry) {
    return part == 2 && source < 5 && entry == 1;
  }

  private Answer page(int source, String path) {
    int entry = path.charAt(path.length() - 1) - '0';
    if (source == BUSY_PAGE && entry == 3 && pagesAsked.getAndIncrement() == 0) {
      return WAIT;
    }
    if (source == HOSTILE && entry >= HARMLESS) {
      return hostile(entry);
    }
    if (part == 2 && source >= 16 && entry >= 5) {
      return Answer.of(410);
    }
    String canonical =
        source == HOSTILE ? address(0, entry) : address(source, entry); // another's name
    String body =
        """
        <html><head><title>Brindlewick Lanterns, report %d of %s</title>
        <link rel="canonical" href="%s"></head><body><article>
        <p>Tuesday, March 11, 2025, 6:15 pm GMT</p>
        <p>Shares of Brindlewick Lanterns plc (XXXX: BRWK) closed at 380p on Tuesday%s.</p>
        <p>%s</p>
        </article></body></html>
        """
            .formatted(
                entry,
                host(source),
                canonical,
                isUpdated(source, entry) ? ", as first reported by others" : "",
                words(ENTRIES * source + entry));
    return new Answer(200, Map.of("Content-Type", "text/html"), body, source == SLOW ? 200 : 0);
  }

  /** So that no article is nearly another's copy. */
  private static String words(int seed) {
    Random random = new Random(seed);
    StringBuilder words = new StringBuilder("Said");
    for (int word = 0; word < 60; word++) {
      words.append(' ');
      for (int letter = 0; letter < 6; letter++) {
        words.append((char) ('a' + random.nextInt(26)));
      }
    }
    return words.append('.').toString();
  }

  private static Answer hostile(int entry) {
    return switch (entry) {
      case 5 -> Answer.redirect("http://169.254.169.254/latest/meta-data/");
      case 6 -> Answer.redirect("http://inner.example/");
      case 7 -> Answer.redirect("/news/7");
      case 8 -> new Answer(200, Map.of("Content-Type", "text/html"), "x".repeat(9 << 20), 0);
      default -> new Answer(200, Map.of("Content-Type", "application/zip"), "PK", 0);
    };
  }
}
