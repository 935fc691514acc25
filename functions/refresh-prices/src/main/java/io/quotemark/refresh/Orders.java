package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.prices.RunBook;
import io.quotemark.storage.prices.Watchlist;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs as schedules, operators and articles ask for them, {@code {"type": "refresh", …}}. */
final class Orders {
  private final Refresh refresh;
  private final NeededPrices needed;
  private final NeededMinutes minutes;
  private final Watchlist watchlist;
  private final RunBook book;

  Orders(
      Refresh refresh,
      NeededPrices needed,
      NeededMinutes minutes,
      Watchlist watchlist,
      RunBook book) {
    this.refresh = refresh;
    this.needed = needed;
    this.minutes = minutes;
    this.watchlist = watchlist;
    this.book = book;
  }

  /**
   * A schedule names the time it was for ({@code at}), an operator names the run ({@code run}) to
   * see its end in the book.
   */
  void refresh(Node event, LongSupplier millisLeft) {
    List<String> exchanges =
        event.at("exchanges").isArray() ? event.at("exchanges").texts() : List.of();
    @Nullable String run = event.at("run").textOrNull();
    refresh.run(
        run == null
            ? Refresh.Order.scheduled(event.at("at").textOrNull(), exchanges)
            : new Refresh.Order(Refresh.ORDERS, run, exchanges),
        millisLeft);
  }

  /**
   * @param message its id, the same at each delivery
   */
  void need(Node event, String message, LongSupplier millisLeft) {
    needed.on(PriceNeed.of(event), message, millisLeft);
  }

  /**
   * @param message its id, the same at each delivery
   */
  void minutes(Node event, String message, LongSupplier millisLeft) {
    minutes.on(MinuteNeed.of(event), message, millisLeft);
  }

  void backfill(Node event, LongSupplier millisLeft) {
    refresh.backfill(
        event.at("run").text(),
        ListingId.parse(event.at("listing").text()),
        LocalDate.parse(event.at("from").text()),
        LocalDate.parse(event.at("to").text()),
        millisLeft);
  }

  void watch(Node event) {
    ListingId listing = ListingId.parse(event.at("listing").text());
    boolean remove = event.at("remove").flag();
    if (remove) {
      watchlist.remove(listing);
    } else {
      watchlist.add(listing);
    }
    book.write(Refresh.ORDERS, new RunBook.Ended(event.at("run").textOr(""), 0, 0, 0, 0, "done"));
  }
}
