package io.quotemark.fetch;

import io.quotemark.fetch.feeds.Entry;
import io.quotemark.fetch.feeds.FeedDocument;
import io.quotemark.fetch.feeds.FeedState;
import io.quotemark.fetch.feeds.FeedsFile.Feed;
import io.quotemark.fetch.web.Answer;
import io.quotemark.fetch.web.Ask;
import io.quotemark.fetch.web.Politeness;
import io.quotemark.fetch.web.Politeness.Permission;
import io.quotemark.fetch.web.WebClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One feed in one run: it is asked what is new, and its new pages are fetched. Its state is saved
 * every few pages and at the end; what a run that died had fetched is found in the inbox.
 */
final class FeedVisit {
  private static final String ACCEPT =
      "application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5";

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final Duration TIME = Duration.ofSeconds(20);

  /** Pages of a feed that are asked for in one run; others are left for the next. */
  private static final int MOST_PAGES = 100;

  /** Sitemaps that a list of sitemaps leads to, the latest. */
  private static final int MOST_PARTS = 3;

  private static final int SAVED_EVERY = 10;

  /** What a visit needs. */
  record Means(
      WebClient client,
      Politeness politeness,
      Pages pages,
      Politeness.Memory memory,
      Agenda agenda,
      Clock clock) {}

  private final Means means;
  private final Feed feed;
  private final FeedState state;
  private final List<Entry> found = new ArrayList<>();
  private boolean listing;
  private boolean listed;
  private int parts;
  private int open;
  private int unsaved;
  private int fetched;
  private @Nullable String problem;
  private @Nullable String etag;
  private @Nullable String lastModified;

  FeedVisit(Means means, Feed feed) {
    this.means = means;
    this.feed = feed;
    this.state =
        means
            .memory()
            .read(FeedState.key(feed.address()))
            .map(FeedState::parse)
            .orElseGet(() -> new FeedState(feed.address()));
  }

  /** Whether it is time to ask the feed. */
  boolean isDue() {
    Instant next = state.next();
    return next == null || !means.clock().instant().isBefore(next);
  }

  FeedState state() {
    return state;
  }

  /** Pages that this visit has put into the inbox. */
  int fetched() {
    return fetched;
  }

  void begin() {
    document(feed.address(), true);
  }

  /**
   * The feed, or one of its parts. One that is left is asked by the next run; nothing of this one
   * is remembered.
   */
  private void document(URI address, boolean whole) {
    add(address, new Task(() -> ask(address, whole), () -> open--));
  }

  private void add(URI address, Task task) {
    open++;
    means.agenda().add(address.getHost(), task);
  }

  private boolean ask(URI address, boolean whole) {
    switch (means.politeness().permission(address)) {
      case Permission.Forbidden(String reason) -> {
        failed(reason, whole);
        return true;
      }
      case Permission.Later(Instant at, String reason) -> {
        failed(reason, whole);
        return false;
      }
      case Permission.Given given -> {
        // asked below
      }
    }
    Answer answer =
        means
            .client()
            .ask(
                new Ask(
                    address,
                    ACCEPT,
                    whole ? state.etag() : null,
                    whole ? state.lastModified() : null,
                    MOST_BYTES,
                    TIME),
                this::refusal);
    means.politeness().asked(address);
    switch (answer) {
      case Answer.Unchanged unchanged -> state.succeeded(means.clock().instant(), "unchanged");
      case Answer.Document document -> read(document, whole);
      case Answer.Wait(int status, @Nullable Duration retryAfter) -> {
        means.politeness().wait(address, retryAfter);
        failed(answer.words(), whole);
        return false;
      }
      default -> failed(answer.words(), whole);
    }
    return true;
  }

  private @Nullable String refusal(URI target) {
    return feed.mayHold(target)
        ? means.politeness().refusal(target)
        : "this host is not the feed's; name the feed's new address in the list";
  }

  /** A part of a list of sitemaps that fails leaves the other parts as they are. */
  private void failed(String words, boolean whole) {
    if (whole) {
      state.failed(means.clock().instant(), words);
    } else {
      problem = "a part: " + words;
    }
  }

  private void read(Answer.Document document, boolean whole) {
    FeedDocument read =
        FeedDocument.parse(document.address(), document.body(), document.contentType());
    if (read == null) {
      failed("it is neither RSS nor Atom nor a sitemap", whole);
      return;
    }
    if (whole) {
      listing = true;
      etag = document.etag();
      lastModified = document.lastModified();
    }
    found.addAll(read.entries());
    List<URI> further = whole ? read.parts() : List.of();
    for (URI part : further) {
      if (parts < MOST_PARTS && feed.mayHold(part)) {
        parts++;
        document(part, false);
      }
    }
  }

  /** Once the feed, and each part of it, has been asked. */
  private void list() {
    Map<String, Entry> entries = new LinkedHashMap<>();
    int elsewhere = 0;
    for (Entry entry : found) {
      if (feed.mayHold(entry.address())) {
        entries.putIfAbsent(entry.id(), entry);
      } else {
        elsewhere++;
      }
    }
    // a list of sitemaps may stay as it is while one of them changes
    boolean asks = parts == 0;
    state.listed(List.copyOf(entries.values()), asks ? etag : null, asks ? lastModified : null);
    if (elsewhere > 0) {
      problem = "%d pages lie on hosts that are not the feed's (hosts=)".formatted(elsewhere);
    }
    List<Entry> fresh = entries.values().stream().filter(e -> !state.isKnown(e)).toList();
    // first all of them, so that a state that is saved meanwhile does not forget one
    fresh.forEach(state::leave);
    for (Entry entry : fresh.subList(0, Math.min(MOST_PAGES, fresh.size()))) {
      add(entry.address(), new Task(() -> fetch(entry), this::ended));
    }
  }

  private boolean fetch(Entry entry) {
    if (means.pages().isThere(entry.address(), entry.state())) {
      state.know(entry, false);
      return true;
    }
    switch (means
        .pages()
        .fetch(entry.address(), feed::mayHold, feed.metadata(entry), entry.state())) {
      case Pages.Outcome.Stored(boolean isNew) -> {
        fetched += isNew ? 1 : 0;
        state.know(entry, isNew);
      }
      case Pages.Outcome.Refused(String reason) -> {
        state.know(entry, false);
        problem = entry.address() + ": " + reason;
      }
      case Pages.Outcome.Missed(String reason) -> {
        boolean given = state.miss(entry);
        problem = entry.address() + ": " + reason + (given ? "; given up" : "");
      }
      case Pages.Outcome.Later(Instant at, String reason) -> {
        problem = entry.address().getHost() + ": " + reason + ", " + at;
        return false;
      }
    }
    return true;
  }

  private void ended() {
    open--;
    unsaved++;
    if (open > 0) {
      if (unsaved >= SAVED_EVERY) {
        save();
      }
      return;
    }
    if (listing) {
      listing = false;
      listed = true;
      open++; // held until all pages are on the agenda, some of which may be left at once
      list();
      open--;
    }
    if (open == 0) {
      if (listed) {
        state.succeeded(means.clock().instant(), words());
      }
      save();
    }
  }

  private String words() {
    String words = "%d entries, %d pages stored".formatted(found.size(), fetched);
    words += state.waiting() == 0 ? "" : ", %d left".formatted(state.waiting());
    return problem == null ? words : words + "; " + problem;
  }

  private void save() {
    unsaved = 0;
    means.memory().write(FeedState.key(feed.address()), state.toJson());
  }

  /** Something to ask for; the visit ends with the last of them. */
  private final class Task implements Agenda.Task {
    private final BooleanSupplier work;
    private final Runnable left;

    /**
     * @param work whether its host may be asked for more
     */
    private Task(BooleanSupplier work, Runnable left) {
      this.work = work;
      this.left = left;
    }

    @Override
    public boolean run() {
      boolean more = work.getAsBoolean();
      ended();
      return more;
    }

    @Override
    public void left() {
      left.run();
    }
  }
}
