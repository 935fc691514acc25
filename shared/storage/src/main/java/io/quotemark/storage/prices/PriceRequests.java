package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.prices.Progress.State;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stretches of sessions, one item for each listing, {@code ASK#XHKG} / {@code XHKG:9988}. */
public final class PriceRequests implements Requests<PriceRequests.Request> {
  private final RequestItems items;

  PriceRequests(Table table) {
    this.items = new RequestItems(table, Prices.ASKED);
  }

  /** From one day to another. */
  public record Request(ListingId listing, LocalDate from, LocalDate to, Progress progress)
      implements Requests.Request<Request> {
    /**
     * The claim of a message, which takes over what was asked for before.
     *
     * @param before null where nothing was
     */
    public static Request claim(
        ListingId listing,
        LocalDate from,
        LocalDate to,
        String message,
        Instant now,
        @Nullable Request before) {
      return new Request(
          listing,
          before != null && before.from().isBefore(from) ? before.from() : from,
          before != null && before.to().isAfter(to) ? before.to() : to,
          Progress.claimed(message, now, before == null ? null : before.progress()));
    }

    /** Whether nobody need ask for a stretch within it: it was answered lately, or will be. */
    public boolean isEnough(LocalDate first, LocalDate last, Instant now) {
      return !first.isBefore(from) && !last.isAfter(to) && progress.stands(now);
    }

    @Override
    public Request in(State next, Instant now) {
      return new Request(listing, from, to, progress.to(next, now));
    }
  }

  public Optional<Request> of(ListingId listing) {
    return items.of(listing, listing.toString()).map(PriceRequests::read);
  }

  /** Requests for listings of an exchange that are not answered. */
  public List<Request> open(String exchange) {
    return items.all(exchange).stream()
        .map(PriceRequests::read)
        .filter(request -> request.progress().state() != State.ANSWERED)
        .toList();
  }

  @Override
  public boolean write(Request next, @Nullable Request before) {
    return items.write(
        items
            .item(next.listing(), next.listing().toString())
            .text(Attributes.FROM, next.from().toString())
            .text(Attributes.TO, next.to().toString()),
        next.progress(),
        before == null ? null : before.progress());
  }

  private static Request read(Item item) {
    return new Request(
        ListingId.parse(item.text(Schema.SK)),
        LocalDate.parse(item.text(Attributes.FROM)),
        LocalDate.parse(item.text(Attributes.TO)),
        RequestItems.progress(item));
  }
}
