package io.quotemark.enrich;

import io.quotemark.market.sources.MissingPrices;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Metric;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.runtime.messages.Need;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
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

  private final Needs needs;
  private final PriceRequests prices;
  private final MinuteRequests minutes;
  private final Consumer<List<byte[]>> queue;
  private final Clock clock;
  private final JsonLog log;
  private final Map<Need, Instant> sent = new ConcurrentHashMap<>();

  /**
   * @param prices what was asked for already
   * @param minutes what was asked for already
   * @param queue the prices queue
   */
  Asks(
      Needs needs,
      PriceRequests prices,
      MinuteRequests minutes,
      Consumer<List<byte[]>> queue,
      Clock clock,
      JsonLog log) {
    this.needs = needs;
    this.prices = prices;
    this.minutes = minutes;
    this.queue = queue;
    this.clock = clock;
    this.log = log;
  }

  /**
   * @return whether prices came while the article was on its way, so that it is to be checked again
   */
  boolean after(String article, Supplier<List<MissingPrices>> missing) {
    Instant now = clock.instant();
    sent.values().removeIf(at -> at.plus(SENT).isBefore(now));
    boolean came = false;
    List<Need> open = new ArrayList<>();
    for (Need need : needs.of(missing.get(), now)) {
      Optional<Progress> known = known(need, now);
      if (known.isEmpty()) {
        open.add(need);
      } else {
        came |= known.get().isAnsweredAfter(now.minus(LATELY));
      }
    }
    send(article, open.stream().filter(need -> !sent.containsKey(need)).toList(), now);
    return came;
  }

  /** How far a request has come that is enough for it. */
  private Optional<Progress> known(Need need, Instant now) {
    return switch (need) {
      case PriceNeed some ->
          prices
              .of(some.listing())
              .filter(request -> request.isEnough(some.from(), some.to(), now))
              .map(PriceRequests.Request::progress);
      case MinuteNeed some ->
          minutes
              .of(some.of())
              .filter(request -> request.isEnough(some.until(), now))
              .map(MinuteRequests.Request::progress);
    };
  }

  private void send(String article, List<Need> fresh, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    queue.accept(fresh.stream().map(Need::toJson).toList());
    fresh.forEach(need -> sent.put(need, now));
    long ofMinutes = fresh.stream().filter(MinuteNeed.class::isInstance).count();
    log.measured(
        "prices_asked_for",
        List.of(
            Metric.count("PricesAskedFor", fresh.size() - ofMinutes),
            Metric.count("MinutesAskedFor", ofMinutes)),
        "article",
        article,
        "needs",
        fresh);
  }
}
