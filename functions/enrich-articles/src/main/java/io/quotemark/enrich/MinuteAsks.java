package io.quotemark.enrich;

import io.quotemark.domain.listing.ListingSession;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.sources.MissingPrices;
import io.quotemark.market.sources.Providers;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.storage.prices.MinuteRequests.Request;
import io.quotemark.storage.prices.PriceRequests.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asks refresh-prices for the minutes that a stored article lacks, as {@link Asks} for prices. */
final class MinuteAsks {
  /** So long a process does not repeat what it sent; refresh-prices claims it well before. */
  private static final Duration SENT = Duration.ofMinutes(1);

  /** Minutes that came so lately may have come while the article was checked. */
  private static final Duration LATELY = Duration.ofMinutes(10);

  /** As many sessions of one article are asked for. */
  private static final int MOST = 20;

  private final Providers providers;
  private final Supplier<Calendars> calendars;
  private final Function<ListingSession, Optional<Request>> requests;
  private final Consumer<List<byte[]>> queue;
  private final JsonLog log;
  private final Map<MinuteNeed, Instant> sent = new ConcurrentHashMap<>();

  /**
   * @param requests what was asked for already
   * @param queue the prices queue
   */
  MinuteAsks(
      Providers providers,
      Supplier<Calendars> calendars,
      Function<ListingSession, Optional<Request>> requests,
      Consumer<List<byte[]>> queue,
      JsonLog log) {
    this.providers = providers;
    this.calendars = calendars;
    this.requests = requests;
    this.queue = queue;
    this.log = log;
  }

  /**
   * @return whether minutes came while the article was on its way, so that it is to be checked
   *     again
   */
  boolean after(String article, List<MissingPrices> missing, Instant now) {
    sent.values().removeIf(at -> at.plus(SENT).isBefore(now));
    boolean came = false;
    List<MinuteNeed> open = new ArrayList<>();
    for (MissingPrices one : missing.subList(0, Math.min(MOST, missing.size()))) {
      if (providers.serveMinutes(one.listing())) {
        MinuteNeed need = need(one);
        Optional<Request> known = requests.apply(need.of());
        if (known.filter(r -> r.isEnough(need.until(), now)).isEmpty()) {
          open.add(need);
        } else {
          came |=
              known
                  .filter(r -> r.state() == State.ANSWERED && r.at().plus(LATELY).isAfter(now))
                  .isPresent();
        }
      }
    }
    send(article, open.stream().filter(need -> !sent.containsKey(need)).toList(), now);
    return came;
  }

  /** Up to publication, or the end of the day's hours. */
  private MinuteNeed need(MissingPrices missing) {
    TradingCalendar calendar = calendars.get().of(missing.listing());
    Instant end =
        calendar
            .hours(missing.from(), SessionClass.POST)
            .map(TradingCalendar.Stretch::to)
            .orElseGet(() -> calendar.close(missing.from()));
    Instant until =
        missing.until() == null || end.isBefore(missing.until()) ? end : missing.until();
    return new MinuteNeed(new ListingSession(missing.listing(), missing.from()), until);
  }

  private void send(String article, List<MinuteNeed> fresh, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    queue.accept(fresh.stream().map(MinuteNeed::toJson).toList());
    fresh.forEach(need -> sent.put(need, now));
    log.measured(
        "minutes_asked_for",
        List.of(Metric.count("MinutesAskedFor", fresh.size())),
        "article",
        article,
        "sessions",
        fresh.stream().map(MinuteNeed::of).toList());
  }
}
