package io.quotemark.fetch.feeds;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.storage.articles.UploadRecord;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed. An entry is known once its page is stored, or once it is certain
 * that it will not be; a feed is asked whether it has changed only when all its entries are known.
 */
public final class FeedState {
  /** Where the states lie. */
  public static final String FOLDER = "feeds/feed/";

  /** So often a page that does not come is asked for. */
  private static final int MOST_TRIES = 4;

  private static final Duration LEAST_WAIT = Duration.ofMinutes(15);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private final URI address;
  private @Nullable String etag;
  private @Nullable String lastModified;
  private @Nullable Instant asked;
  private @Nullable Instant next;
  private int failures;
  private int stored;
  private String outcome = "";
  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, Integer> tries = new TreeMap<>();

  public FeedState(URI address) {
    this.address = address;
  }

  /** Key of a feed's state. */
  public static String key(URI address) {
    return FOLDER + UploadRecord.digest(address.toString()) + ".json";
  }

  public URI address() {
    return address;
  }

  /** To ask whether the feed has changed, null where that is not the question. */
  public @Nullable String etag() {
    return tries.isEmpty() ? etag : null;
  }

  /** As {@link #etag}. */
  public @Nullable String lastModified() {
    return tries.isEmpty() ? lastModified : null;
  }

  /** When it was last asked, null for never. */
  public @Nullable Instant asked() {
    return asked;
  }

  /** Before when it is not asked again, null where it may be at any time. */
  public @Nullable Instant next() {
    return next;
  }

  /** How often in a row it has failed. */
  public int failures() {
    return failures;
  }

  /** What came of asking it last, for people. */
  public String outcome() {
    return outcome;
  }

  /** Pages stored so far. */
  public int stored() {
    return stored;
  }

  /** Entries that wait to be asked for again. */
  public int waiting() {
    return tries.size();
  }

  /** Whether nothing is to be done about the entry. */
  public boolean isKnown(Entry entry) {
    return entry.state().equals(known.get(name(entry)));
  }

  /** The entry's page is stored, or never will be. */
  public void know(Entry entry, boolean isStored) {
    known.put(name(entry), entry.state());
    tries.remove(name(entry));
    stored += isStored ? 1 : 0;
  }

  /** The entry was left for the next run, without a try. */
  public void leave(Entry entry) {
    tries.putIfAbsent(name(entry), 0);
  }

  /**
   * The entry's page did not come.
   *
   * @return whether it is given up
   */
  public boolean miss(Entry entry) {
    int count = tries.merge(name(entry), 1, Integer::sum);
    if (count >= MOST_TRIES) {
      know(entry, false);
    }
    return count >= MOST_TRIES;
  }

  /** The feed answered: what it does not list any more is forgotten. */
  public void listed(
      List<Entry> entries, @Nullable String newEtag, @Nullable String newLastModified) {
    Set<String> names = entries.stream().map(FeedState::name).collect(Collectors.toSet());
    known.keySet().retainAll(names);
    tries.keySet().retainAll(names);
    etag = newEtag;
    lastModified = newLastModified;
  }

  /** The feed answered. */
  public void succeeded(Instant now, String words) {
    asked = now;
    next = null;
    failures = 0;
    outcome = words;
  }

  /** The feed did not answer with a feed: it is left alone, for longer each time. */
  public void failed(Instant now, String words) {
    asked = now;
    failures++;
    Duration wait = LEAST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
    // a schedule is seldom on time to the second
    next = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).minusSeconds(60);
    outcome = words;
  }

  private static String name(Entry entry) {
    return UploadRecord.digest(entry.id()).substring(0, 16);
  }

  public byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("feed", address.toString());
      out.writeStringField("outcome", outcome);
      out.writeStringField("asked", Objects.toString(asked, null));
      out.writeStringField("next", Objects.toString(next, null));
      out.writeStringField("failures", Integer.toString(failures));
      out.writeStringField("stored", Integer.toString(stored));
      out.writeStringField("etag", etag);
      out.writeStringField("last_modified", lastModified);
      out.writeObjectFieldStart("known");
      for (Map.Entry<String, String> entry : known.entrySet()) {
        out.writeStringField(entry.getKey(), entry.getValue());
      }
      out.writeEndObject();
      out.writeObjectFieldStart("tries");
      for (Map.Entry<String, Integer> entry : tries.entrySet()) {
        out.writeStringField(entry.getKey(), entry.getValue().toString());
      }
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  /**
   * @throws Json.Malformed where it is none
   */
  public static FeedState parse(byte[] json) {
    Node node = Json.read(json);
    FeedState state = new FeedState(URI.create(node.at("feed").text()));
    state.outcome = node.at("outcome").textOr("");
    state.asked = time(node.at("asked"));
    state.next = time(node.at("next"));
    state.failures = node.at("failures").integer();
    state.stored = node.at("stored").integer();
    state.etag = node.at("etag").textOrNull();
    state.lastModified = node.at("last_modified").textOrNull();
    node.at("known").members().forEach((name, value) -> state.known.put(name, value.text()));
    node.at("tries").members().forEach((name, value) -> state.tries.put(name, value.integer()));
    return state;
  }

  static @Nullable Instant time(Node node) {
    String text = node.textOrNull();
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Json.Malformed(node + " is not a time", e);
    }
  }
}
