package io.quotemark.market.verdicts;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.securities.Securities;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the market that the checks of one article may look at: bars of sessions that had
 * opened and rates that had been published when it appeared. There is no way to ask for later ones.
 */
public final class Market {
  private final Calendars calendars;
  private final Securities securities;
  private final TickGrid ticks;
  private final Tape tape;

  /** The last session of sources that go on after what was seen. */
  private final Map<Source, LocalDate> reaches = new HashMap<>();

  private final Map<ListingId, List<History>> histories = new HashMap<>();

  /** As far as they had ended at publication. */
  private final Map<ListingSession, MinuteBars> minutes = new HashMap<>();

  public Market(
      Calendars calendars,
      Securities securities,
      TickGrid ticks,
      Tape tape,
      @Nullable PublicationTime published) {
    this.calendars = calendars;
    this.securities = securities;
    this.ticks = ticks;
    Publication publication = Publication.of(published);
    List<PriceSeries> parts = new ArrayList<>();
    for (ListingId listing : tape.listings()) {
      Optional<LocalDate> last = publication.lastSeen(calendars.of(listing));
      List<PriceSeries> seen = new ArrayList<>();
      for (PriceSeries whole : tape.sources(listing)) {
        PriceSeries part = last.isEmpty() ? whole : whole.until(last.get());
        seen.add(part);
        if (part.bars().size() < whole.bars().size()) {
          reaches.put(new Source(listing, whole.source()), whole.bars().getLast().session());
        }
      }
      // by what was seen: bars of later must not decide which source is asked first
      seen.sort(PriceSeries.PREFERENCE);
      parts.addAll(seen);
    }
    this.tape = new Tape(parts);
    for (MinuteBars bars : tape.minutes()) {
      publication
          .seen(bars, calendars.of(bars.listing()))
          .filter(seen -> !seen.minutes().isEmpty())
          .ifPresent(seen -> minutes.putIfAbsent(seen.of(), seen));
    }
  }

  /** The minutes of a session that had ended when the article appeared; empty where none had. */
  Optional<MinuteBars> minutes(ListingId listing, LocalDate session) {
    return Optional.ofNullable(minutes.get(new ListingSession(listing, session)));
  }

  /** One source's bars of one listing. */
  private record Source(ListingId listing, String name) {}

  private History history(PriceSeries series, Source source) {
    LocalDate reach = reaches.get(source);
    return reach == null
        ? new History(series, calendar(series.listing()))
        : new History(series, calendar(series.listing()), reach);
  }

  public Securities securities() {
    return securities;
  }

  TickGrid ticks() {
    return ticks;
  }

  public TradingCalendar calendar(ListingId listing) {
    return calendars.of(listing);
  }

  /** All sources of a listing that hold bars, the preferred one first. */
  List<History> histories(ListingId listing) {
    return histories.computeIfAbsent(
        listing,
        id -> {
          List<History> stored = new ArrayList<>();
          for (PriceSeries series : tape.sources(id)) {
            if (!series.bars().isEmpty()) {
              stored.add(history(series, new Source(id, series.source())));
            }
          }
          return stored.isEmpty() && id.isCurrencyPair() ? crossed(id).stream().toList() : stored;
        });
  }

  public Optional<History> history(ListingId listing) {
    return histories(listing).stream().filter(h -> !h.series().isStillAdjusted()).findFirst();
  }

  Rates rates() {
    return new Rates(tape, calendars.of(ListingId.FX));
  }

  /** A currency pair as flat bars, crossed over the euro's reference rates. */
  private Optional<History> crossed(ListingId pair) {
    if (pair.ticker().length() != 6) {
      return Optional.empty();
    }
    Rates rates = rates();
    String base = pair.ticker().substring(0, 3);
    String quote = pair.ticker().substring(3);
    Optional<PriceSeries> days =
        tape.series(ListingId.currencyPair("EUR", base.equals("EUR") ? quote : base));
    if (days.isEmpty()) {
      return Optional.empty();
    }
    List<Bar> bars = new ArrayList<>();
    for (Bar day : days.get().bars()) {
      rates
          .onOrBefore(day.session(), base, quote)
          .filter(rate -> rate.day().equals(day.session()))
          .ifPresent(
              rate -> bars.add(Bar.flat(day.session(), rate.value().round(MathContext.DECIMAL32))));
    }
    PriceSeries leg = days.get();
    if (bars.isEmpty()) {
      return Optional.empty();
    }
    PriceSeries series =
        new PriceSeries(
            pair,
            leg.source(),
            leg.delivered(),
            leg.retrievedAt(),
            bars,
            List.of(),
            List.of(),
            leg.sample());
    return Optional.of(history(series, new Source(leg.listing(), leg.source())));
  }
}
