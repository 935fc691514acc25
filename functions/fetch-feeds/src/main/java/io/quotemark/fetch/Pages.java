package io.quotemark.fetch;

import io.quotemark.fetch.web.Answer;
import io.quotemark.fetch.web.Ask;
import io.quotemark.fetch.web.Politeness;
import io.quotemark.fetch.web.Politeness.Permission;
import io.quotemark.fetch.web.WebClient;
import io.quotemark.storage.Inbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fetches a page and puts it into the inbox, under a key that its address alone decides. */
final class Pages {
  private static final String ACCEPT =
      "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,application/json;q=0.5";

  private static final Set<String> TYPES =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "text/plain",
          "application/json",
          "application/xml",
          "text/xml");

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  static final Duration TIME = Duration.ofSeconds(20);

  private static final String DIGEST = "digest";
  private static final String STATE = "entry-state";

  private static final int SERVER_ERRORS = 500;

  /** Not found, not in time, too early: a page may stand in its feed before it can be read. */
  private static final Set<Integer> SOON = Set.of(404, 408, 425);

  /** What came of a page. */
  sealed interface Outcome {
    /** It lies in the inbox now, or did already. */
    record Stored(boolean isNew) implements Outcome {}

    /** It will not come: asking again leads nowhere. */
    record Refused(String reason) implements Outcome {}

    /** It did not come this time. */
    record Missed(String reason) implements Outcome {}

    /** Its host is not to be asked before then; nothing was tried. */
    record Later(Instant at, String reason) implements Outcome {}
  }

  private final WebClient client;
  private final Politeness politeness;
  private final Inbox inbox;

  Pages(WebClient client, Politeness politeness, Inbox inbox) {
    this.client = client;
    this.politeness = politeness;
    this.inbox = inbox;
  }

  /**
   * Whether the inbox holds the page as the feed describes it now, so that what a run that died had
   * fetched is not fetched again, nor what stands in two feeds.
   */
  boolean isThere(URI address, String state) {
    return inbox
        .metadata(Inbox.fetched(address))
        .map(found -> state.equals(found.get(STATE)))
        .orElse(false);
  }

  /**
   * @param mayLeadTo hosts that a redirect may lead to
   * @param said metadata of the upload
   * @param state of the entry in its feed, null where it is in none
   */
  Outcome fetch(
      URI address, Predicate<URI> mayLeadTo, Map<String, String> said, @Nullable String state) {
    switch (politeness.permission(address)) {
      case Permission.Forbidden(String reason) -> {
        return new Outcome.Refused(reason);
      }
      case Permission.Later(Instant at, String reason) -> {
        return new Outcome.Later(at, reason);
      }
      case Permission.Given given -> {
        // asked below
      }
    }
    Answer answer =
        client.ask(
            new Ask(address, ACCEPT, null, null, MOST_BYTES, TIME),
            target -> refusal(target, mayLeadTo));
    politeness.asked(address);
    return switch (answer) {
      case Answer.Document document -> stored(address, document, said, state);
      case Answer.Wait(int status, @Nullable Duration retryAfter) -> {
        politeness.wait(address, retryAfter);
        yield politeness.permission(address) instanceof Permission.Later(Instant at, String reason)
            ? new Outcome.Later(at, answer.words())
            : new Outcome.Missed(answer.words());
      }
      case Answer.Status(int status) ->
          status >= SERVER_ERRORS || SOON.contains(status)
              ? new Outcome.Missed(answer.words())
              : new Outcome.Refused(answer.words());
      case Answer.Unchanged unchanged -> new Outcome.Missed(answer.words());
      case Answer.Refused(String reason) -> new Outcome.Refused(reason);
      case Answer.Failed(String reason) -> new Outcome.Missed(reason);
    };
  }

  private @Nullable String refusal(URI target, Predicate<URI> mayLeadTo) {
    return mayLeadTo.test(target)
        ? politeness.refusal(target)
        : "this host is not one of those that are asked";
  }

  private Outcome stored(
      URI address, Answer.Document document, Map<String, String> said, @Nullable String state) {
    String type = document.contentType().strip();
    String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (!TYPES.contains(plain)) {
      return new Outcome.Refused(
          plain.matches("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,60}")
              ? "it is of the type " + plain + ", which is no article's"
              : "the server does not say what type it is of");
    }
    String key = Inbox.fetched(address);
    Map<String, String> metadata = new TreeMap<>(said);
    metadata.put("address", document.address().toString());
    String digest = digest(document.body(), metadata);
    metadata.put(DIGEST, digest);
    if (state != null) {
      metadata.put(STATE, state);
    }
    boolean same = inbox.metadata(key).map(found -> digest.equals(found.get(DIGEST))).orElse(false);
    if (!same) {
      inbox.replace(
          new Inbox.Entry(key, type.matches("[\\x20-\\x7e]{1,200}") ? type : plain, metadata),
          document.body());
    }
    return new Outcome.Stored(!same);
  }

  private static String digest(byte[] body, Map<String, String> metadata) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(metadata.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256.digest(body), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
