package io.quotemark.fetch.web;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.articles.UploadRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each host allows, and when it may be asked next: its robots.txt (RFC 9309) with its
 * Crawl-delay, kept for a day, a pause between two requests, and what it asks for by Retry-After.
 * Not for several threads.
 */
public final class Politeness {
  /** The name that robots.txt may use for us. */
  public static final String NAME = "quotemark";

  /** Where what is remembered of hosts lies. */
  public static final String FOLDER = "feeds/host/";

  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration KEPT_WHERE_UNREACHABLE = Duration.ofMinutes(10);
  private static final Duration DEFAULT_WAIT = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);
  private static final Duration TIME = Duration.ofSeconds(10);

  /** RFC 9309 asks for 500 KiB at the least. */
  private static final int MOST_BYTES = 512 * 1024;

  private static final int TOO_MANY = 429;
  private static final int SERVER_ERRORS = 500;

  /** Keeps what is remembered between two runs. */
  public interface Memory {
    Optional<byte[]> read(String key);

    void write(String key, byte[] bytes);
  }

  /** Whether an address may be asked for. */
  public sealed interface Permission {
    record Given() implements Permission {}

    /**
     * @param reason for people
     */
    record Forbidden(String reason) implements Permission {}

    /** Not before that moment. */
    record Later(Instant at, String reason) implements Permission {}
  }

  private final WebClient client;
  private final Memory memory;
  private final Clock clock;
  private final Duration pause;
  private final Map<String, Host> hosts = new HashMap<>();

  /**
   * @param pause between two requests to a host, where it does not ask for a longer one
   */
  public Politeness(WebClient client, Memory memory, Clock clock, Duration pause) {
    this.client = client;
    this.memory = memory;
    this.clock = clock;
    this.pause = pause;
  }

  /** When the address's host may be asked next. */
  public Instant ready(String host) {
    Host known = hosts.get(host);
    return known == null ? Instant.MIN : known.ready;
  }

  /** Notes that a host was asked for an address, so that a pause follows. */
  public void asked(URI address) {
    Host host = host(address);
    host.ready = clock.instant().plus(host.delay(scheme(address), pause));
  }

  /** The host wants to be left alone. */
  public void wait(URI address, @Nullable Duration asked) {
    Host host = host(address);
    Duration wait = asked == null ? DEFAULT_WAIT : asked;
    host.notBefore = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    save(host);
  }

  /** Whether the address may be asked for now; asks the host for its robots.txt where need be. */
  public Permission permission(URI address) {
    Host host = host(address);
    Instant now = clock.instant();
    if (host.notBefore != null && now.isBefore(host.notBefore)) {
      return new Permission.Later(host.notBefore, "the host asks to be left alone until then");
    }
    Robots robots = host.robots.get(scheme(address));
    if (robots == null || !now.isBefore(robots.until)) {
      robots = ask(address, host, robots);
      if (host.notBefore != null && now.isBefore(host.notBefore)) {
        return new Permission.Later(host.notBefore, "the host asks to be left alone until then");
      }
      host.robots.put(scheme(address), robots);
      save(host);
    }
    if (robots.unreachable) {
      return new Permission.Later(
          robots.until, "robots.txt of %s cannot be read".formatted(address.getHost()));
    }
    return robots.rules().isAllowed(address.toString())
        ? new Permission.Given()
        : new Permission.Forbidden("robots.txt of %s forbids it".formatted(address.getHost()));
  }

  /** Why the address may not be asked for now, null where it may. */
  public @Nullable String refusal(URI address) {
    return switch (permission(address)) {
      case Permission.Forbidden(String reason) -> reason;
      case Permission.Later(Instant at, String reason) -> reason;
      case Permission.Given given -> null;
    };
  }

  /** RFC 9309, 2.3.1: no file allows everything, a server in trouble allows nothing. */
  private Robots ask(URI address, Host host, @Nullable Robots before) {
    URI file = URI.create(address.getScheme() + "://" + address.getHost() + "/robots.txt");
    // its redirects are followed wherever they lead, as the RFC has it; within what may be asked
    Answer answer =
        client.ask(new Ask(file, "text/plain,*/*;q=0.5", null, null, MOST_BYTES, TIME), at -> null);
    host.ready = clock.instant().plus(pause);
    Instant until = clock.instant().plus(KEPT);
    return switch (answer) {
      case Answer.Document document ->
          new Robots(new String(document.body(), StandardCharsets.UTF_8), until, false);
      case Answer.Wait(int status, @Nullable Duration retryAfter) -> {
        wait(address, retryAfter);
        yield unreachable(before);
      }
      case Answer.Status(int status) ->
          status >= SERVER_ERRORS || status == TOO_MANY
              ? unreachable(before)
              : new Robots("", until, false);
      // one that is too large, or redirected to where nobody is asked, says nothing that is read
      case Answer.Refused refused -> unreachable(before);
      case Answer.Unchanged unchanged -> unreachable(before);
      case Answer.Failed failed -> unreachable(before);
    };
  }

  private Robots unreachable(@Nullable Robots before) {
    Instant until = clock.instant().plus(KEPT_WHERE_UNREACHABLE);
    return before == null || before.unreachable
        ? new Robots("", until, true)
        : new Robots(before.text, until, false); // what it said last still holds
  }

  private static String scheme(URI address) {
    return String.valueOf(address.getScheme());
  }

  private Host host(URI address) {
    return hosts.computeIfAbsent(
        String.valueOf(address.getHost()),
        name ->
            memory.read(key(name)).map(bytes -> Host.parse(name, bytes)).orElse(new Host(name)));
  }

  private void save(Host host) {
    memory.write(key(host.name), host.toJson());
  }

  private static String key(String host) {
    return FOLDER + UploadRecord.digest(host) + ".json";
  }

  /**
   * @param until when it is asked for again
   * @param unreachable whether nobody knows what it says
   */
  private record Robots(String text, Instant until, boolean unreachable) {
    SimpleRobotRules rules() {
      if (text.isEmpty()) {
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
      }
      return new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
          .parseContent(
              "robots.txt", text.getBytes(StandardCharsets.UTF_8), "text/plain", List.of(NAME));
    }
  }

  /** What is remembered of a host; http and https have a robots.txt of their own. */
  private static final class Host {
    private final String name;
    private final Map<String, Robots> robots = new HashMap<>();
    private @Nullable Instant notBefore;
    private Instant ready = Instant.MIN;

    Host(String name) {
      this.name = name;
    }

    Duration delay(String scheme, Duration pause) {
      Robots known = robots.get(scheme);
      long asked = known == null ? 0 : known.rules().getCrawlDelay();
      Duration delay = Duration.ofMillis(Math.max(0, Math.min(asked, LONGEST_WAIT.toMillis())));
      return delay.compareTo(pause) > 0 ? delay : pause;
    }

    byte[] toJson() {
      return Json.write(out -> {
        out.writeStartObject();
        out.writeStringField("host", name);
        out.writeStringField("not_before", Objects.toString(notBefore, null));
        out.writeObjectFieldStart("robots");
        for (Map.Entry<String, Robots> entry : robots.entrySet()) {
          out.writeObjectFieldStart(entry.getKey());
          out.writeStringField("text", entry.getValue().text());
          out.writeStringField("until", entry.getValue().until().toString());
          out.writeStringField("unreachable", String.valueOf(entry.getValue().unreachable()));
          out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
      });
    }

    static Host parse(String name, byte[] json) {
      Node node = Json.read(json);
      Host host = new Host(name);
      String notBefore = node.at("not_before").textOrNull();
      host.notBefore = notBefore == null ? null : Instant.parse(notBefore);
      node.at("robots")
          .members()
          .forEach((scheme, robots) ->
              host.robots.put(
                  scheme,
                  new Robots(
                      robots.at("text").text(),
                      Instant.parse(robots.at("until").text()),
                      robots.at("unreachable").flag())));
      return host;
    }
  }
}
