package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.storage.prices.Progress.State;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Minutes, one item for each session, {@code ASKM#XNYS} / {@code XNYS:BABA#2025-02-24}. */
public final class MinuteRequests implements Requests<MinuteRequests.Request> {
  /** Providers of free plans have a minute so much later. */
  public static final Duration LATER = Duration.ofMinutes(16);

  private final RequestItems items;

  MinuteRequests(Table table) {
    this.items = new RequestItems(table, Prices.ASKED_MINUTES);
  }

  /**
   * @param until moment up to which articles need them
   */
  public record Request(ListingSession of, Instant until, Progress progress)
      implements Requests.Request<Request> {
    /**
     * The claim of a message or run, which takes over what was asked for before.
     *
     * @param before null where nothing was
     */
    public static Request claim(
        ListingSession of, Instant until, String by, Instant now, @Nullable Request before) {
      return new Request(
          of,
          before != null && before.until().isAfter(until) ? before.until() : until,
          Progress.claimed(by, now, before == null ? null : before.progress()));
    }

    /** Whether nobody need ask for minutes up to a moment: they were had, or will be. */
    public boolean isEnough(Instant moment, Instant now) {
      return progress.state() != State.ANSWERED
          || (!progress.at().isBefore(moment.plus(LATER)) && progress.stands(now));
    }

    @Override
    public Request in(State next, Instant now) {
      return new Request(of, until, progress.to(next, now));
    }
  }

  public Optional<Request> of(ListingSession session) {
    return items.of(session.listing(), name(session)).map(MinuteRequests::read);
  }

  /**
   * Requests for listings of an exchange that are not answered, or were by this run, which is
   * repeated only where it did not come to its end.
   *
   * @param run as {@link Progress#by} names it
   */
  public List<Request> open(String exchange, String run) {
    return items.all(exchange).stream()
        .map(MinuteRequests::read)
        .filter(request ->
            request.progress().state() != State.ANSWERED || request.progress().by().equals(run))
        .toList();
  }

  @Override
  public boolean write(Request next, @Nullable Request before) {
    return items.write(
        items
            .item(next.of().listing(), name(next.of()))
            .text(Attributes.UNTIL, next.until().toString()),
        next.progress(),
        before == null ? null : before.progress());
  }

  private static Request read(Item item) {
    String[] of = item.text(Schema.SK).split("#", 2);
    return new Request(
        new ListingSession(ListingId.parse(of[0]), LocalDate.parse(of[1])),
        Instant.parse(item.text(Attributes.UNTIL)),
        RequestItems.progress(item));
  }

  private static String name(ListingSession of) {
    return of.listing() + "#" + of.session();
  }
}
