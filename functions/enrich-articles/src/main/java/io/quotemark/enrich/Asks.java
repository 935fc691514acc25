package io.quotemark.enrich;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.sources.MissingPrices;
import io.quotemark.market.sources.Providers;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.prices.PriceRequests.Request;
import io.quotemark.storage.prices.PriceRequests.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks refresh-prices for the prices that a stored article lacks, where a provider is asked for
 * their exchange: one message for many articles. Done after the article can be found by its
 * listings, so that whoever brings the prices finds it, and before its message is done with, so
 * that a crash repeats it.
 */
final class Asks {
  /** So long a process does not repeat what it sent; refresh-prices claims it well before. */
  private static final Duration SENT = Duration.ofMinutes(1);

  /** Prices that came so lately may have come while the article was checked. */
  private static final Duration LATELY = Duration.ofMinutes(10);

  /** As many listings of one article are asked for. */
  private static final int MOST = 20;

  private final Providers providers;
  private final Supplier<Calendars> calendars;
  private final Function<ListingId, Optional<Request>> requests;
  private final MinuteAsks minutes;
  private final Consumer<List<byte[]>> queue;
  private final Clock clock;
  private final JsonLog log;
  private final Map<PriceNeed, Instant> sent = new ConcurrentHashMap<>();

  /**
   * @param requests what was asked for already
   * @param queue the prices queue
   */
  Asks(
      Providers providers,
      Supplier<Calendars> calendars,
      Function<ListingId, Optional<Request>> requests,
      MinuteAsks minutes,
      Consumer<List<byte[]>> queue,
      Clock clock,
      JsonLog log) {
    this.providers = providers;
    this.calendars = calendars;
    this.requests = requests;
    this.minutes = minutes;
    this.queue = queue;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @return whether prices came while the article was on its way, so that it is to be checked again
   */
  boolean after(String article, Supplier<List<MissingPrices>> missing) {
    if (providers.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    sent.values().removeIf(at -> at.plus(SENT).isBefore(now));
    boolean came = false;
    List<MissingPrices> all = missing.get();
    List<PriceNeed> asked =
        all.stream()
            .filter(one -> !one.isOfMinutes() && providers.serve(one.listing()))
            .limit(MOST)
            .flatMap(one -> need(one, now).stream())
            .toList();
    List<PriceNeed> open = new ArrayList<>();
    for (PriceNeed need : asked) {
      Optional<Request> known = requests.apply(need.listing());
      if (known.filter(r -> r.isEnough(need.from(), need.to(), now)).isEmpty()) {
        open.add(need);
      } else {
        came |=
            known
                .filter(r -> r.state() == State.ANSWERED && r.at().plus(LATELY).isAfter(now))
                .isPresent();
      }
    }
    send(article, open, now);
    // asked whatever came: it sends what it finds missing
    boolean minutesCame =
        minutes.after(article, all.stream().filter(MissingPrices::isOfMinutes).toList(), now);
    return came || minutesCame;
  }

  /** Up to the last session that is over; empty where none is. */
  private Optional<PriceNeed> need(MissingPrices missing, Instant now) {
    LocalDate closed = calendars.get().of(missing.listing()).lastClosed(now);
    LocalDate published = missing.to();
    LocalDate to = published == null || published.isAfter(closed) ? closed : published;
    return to.isBefore(missing.from())
        ? Optional.empty()
        : Optional.of(new PriceNeed(missing.listing(), missing.from(), to));
  }

  private void send(String article, List<PriceNeed> open, Instant now) {
    List<PriceNeed> fresh = open.stream().filter(need -> !sent.containsKey(need)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    queue.accept(fresh.stream().map(PriceNeed::toJson).toList());
    fresh.forEach(need -> sent.put(need, now));
    log.measured(
        "prices_asked_for",
        List.of(Metric.count("PricesAskedFor", fresh.size())),
        "article",
        article,
        "listings",
        fresh.stream().map(PriceNeed::listing).toList());
  }
}
