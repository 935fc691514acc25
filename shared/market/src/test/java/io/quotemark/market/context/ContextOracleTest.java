package io.quotemark.market.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.ListingContext.MarketModel;
import io.quotemark.domain.price.ListingContext.Parity;
import io.quotemark.domain.price.ListingContext.Range;
import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.domain.price.ListingContext.RecordHigh;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.Cases;
import io.quotemark.market.SharedPrices;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every figure of the context on many days against {@link Textbook}. */
class ContextOracleTest {
  private static final ListingId HSI = ListingId.index("HSI");
  private static final int EVENTS = 60;

  /** Sessions of history before an event, and after it for the reaction. */
  private static final int BEFORE = 320;

  private static final int AFTER = 25;

  @Test
  void figures_onMadeUpBarsWithASplit_areThoseOfTheTextbook() {
    Random random = new Random(11);
    PriceSeries own = walk(Cases.HONG_KONG, random, 90, true);
    PriceSeries depositary = walk(Cases.NEW_YORK, random, 95, false);
    PriceSeries index = walk(HSI, random, 20_000, false);
    PriceSeries hkd = walk(ListingId.currencyPair("EUR", "HKD"), random, 8.2, false);
    PriceSeries usd = walk(ListingId.currencyPair("EUR", "USD"), random, 1.1, false);
    check(own, depositary, index, List.of(hkd, usd), random);
  }

  @Test
  void figures_onRealBars_areThoseOfTheTextbook() {
    check(
        SharedPrices.of(Cases.HONG_KONG, "9988.HK.csv"),
        SharedPrices.of(Cases.NEW_YORK, "BABA.csv"),
        SharedPrices.of(HSI, "INDEX-HSI.csv"),
        SharedPrices.euroRates(),
        new Random(3));
  }

  private static void check(
      PriceSeries own,
      PriceSeries depositary,
      PriceSeries index,
      List<PriceSeries> rates,
      Random random) {
    List<PriceSeries> all = new ArrayList<>(List.of(own, depositary, index));
    all.addAll(rates);
    Tape tape = new Tape(all);
    int full = 0;
    for (int n = 0; n < EVENTS; n++) {
      int here = BEFORE + random.nextInt(own.bars().size() - BEFORE - AFTER);
      LocalDate event = own.bars().get(here).session();
      ListingContext context = context(tape, event);
      Textbook book = new Textbook(own);
      prices(context, book, event);
      full += model(context, book, new Textbook(index), event);
      full += reaction(context, book, new Textbook(index), event);
      parity(context, book, new Textbook(depositary), rates);
    }
    assertThat(full).as("events with market model and reaction").isGreaterThan(EVENTS);
  }

  /** As published in the evening of the event session. */
  private static ListingContext context(Tape tape, LocalDate event) {
    TradingCalendar calendar = Cases.CALENDARS.of(Cases.HONG_KONG);
    PublicationTime evening =
        PublicationTime.at(
            event.atTime(20, 0).atZone(calendar.zone()).toOffsetDateTime(),
            PublicationTime.Quality.DECLARED);
    return new Contexts(Cases.CALENDARS, Cases.MASTER)
        .of(
            Cases.article(evening),
            new Statements(List.<Amount>of(), List.of(), List.of(), "test", List.of()),
            Map.of(Cases.HONG_KONG, event),
            tape)
        .getFirst();
  }

  private static void prices(ListingContext context, Textbook book, LocalDate event) {
    LocalDate asOf = book.before(event);
    if (context.asOf() == null) {
      return;
    }
    assertThat(context.asOf()).isEqualTo(asOf);
    near(context.previousClose(), book.close(asOf, event), "previous close");
    context
        .returns()
        .forEach((window, figure) -> {
          double expected =
              window.equals("ytd")
                  ? book.yearToDate(asOf)
                  : book.percent(book.back(asOf, sessions(window)), asOf);
          near(figure, expected, event + " return " + window);
        });
    context
        .volatility()
        .forEach((window, figure) ->
            near(figure, book.volatility(asOf, sessions(window)), event + " volatility " + window));
    if (context.volumeVs20d() != null) {
      near(context.volumeVs20d(), book.volumeRatio(asOf), event + " volume");
    }
    Range range = context.range52w();
    if (range != null) {
      LocalDate start = event.minusWeeks(52);
      double low = book.lowest(start, event);
      double high = book.highest(start, event);
      near(range.low(), low, event + " 52-week low");
      near(range.high(), high, event + " 52-week high");
      near(range.position(), (book.close(event, event) - low) / (high - low), event + " position");
    }
    RecordHigh record = context.recordHigh();
    if (record != null) {
      double high = book.highest(book.first().minusDays(1), asOf);
      near(record.distance(), (book.close(asOf, asOf) / high - 1) * 100, event + " off the record");
    }
  }

  private static int sessions(String window) {
    return Integer.parseInt(window.substring(0, window.length() - 1));
  }

  private static int model(ListingContext context, Textbook book, Textbook index, LocalDate event) {
    MarketModel model = context.marketModel();
    if (model == null || model.abnormal() == null) {
      return 0;
    }
    double[] expected = book.marketModel(index, event);
    near(model.beta(), expected[0], event + " beta");
    near(model.abnormal(), expected[1], event + " abnormal return");
    near(model.tValue(), expected[2], event + " t");
    return 1;
  }

  private static int reaction(
      ListingContext context, Textbook book, Textbook index, LocalDate event) {
    Reaction reaction = Objects.requireNonNull(context.reaction());
    LocalDate zero = book.on(event, 1);
    if (!reaction.day0().equals(zero)) {
      // the history lacks the session that came next
      assertThat(book.has(reaction.day0())).isFalse();
      return 0;
    }
    BigDecimal open = reaction.returns().get("open");
    if (open != null) {
      double first = book.price(Bar::open, zero, zero);
      near(open, (first / book.close(event, zero) - 1) * 100, event + " open");
    }
    for (Map.Entry<String, Integer> day :
        Map.of("day0", 0, "d1", 1, "d5", 5, "d20", 20).entrySet()) {
      BigDecimal raw = reaction.returns().get(day.getKey());
      LocalDate then = book.on(zero, day.getValue());
      if (raw != null) {
        near(raw, book.percent(event, then), event + " reaction " + day.getKey());
      }
      BigDecimal versus = reaction.versusIndex().get(day.getKey());
      if (versus != null) {
        near(
            versus,
            book.percent(event, then) - index.percent(event, then),
            event + " against the index " + day.getKey());
      }
    }
    return reaction.complete() ? 1 : 0;
  }

  private static void parity(
      ListingContext context, Textbook ordinary, Textbook depositary, List<PriceSeries> rates) {
    Parity parity = context.adrParity();
    if (parity == null) {
      return;
    }
    LocalDate day = parity.asOf();
    double dollars = rate(rates, "HKD", "USD", day);
    double implied = ordinary.close(day, day) * 8 / dollars;
    near(parity.implied(), implied, day + " implied");
    near(parity.premium(), (depositary.close(day, day) / implied - 1) * 100, day + " premium");
  }

  /** Hong Kong dollars to one US dollar on the last day up to {@code day} that has both. */
  private static double rate(List<PriceSeries> rates, String of, String per, LocalDate day) {
    for (LocalDate at = day; ; at = at.minusDays(1)) {
      Double one = onDay(rates, of, at);
      Double other = onDay(rates, per, at);
      if (one != null && other != null) {
        return one / other;
      }
    }
  }

  private static @Nullable Double onDay(List<PriceSeries> rates, String currency, LocalDate day) {
    return rates.stream()
        .filter(series -> series.listing().equals(ListingId.currencyPair("EUR", currency)))
        .flatMap(series -> series.bars().stream())
        .filter(bar -> bar.session().equals(day))
        .map(bar -> bar.close().doubleValue())
        .findFirst()
        .orElse(null);
  }

  private static void near(@Nullable BigDecimal figure, double expected, String what) {
    assertThat(Objects.requireNonNull(figure, what).doubleValue())
        .as(what)
        .isCloseTo(expected, within(1e-4 + Math.abs(expected) * 1e-6));
  }

  private static PriceSeries walk(ListingId id, Random random, double start, boolean split) {
    TradingCalendar calendar = Cases.CALENDARS.of(Cases.HONG_KONG);
    LocalDate splitDay = calendar.onOrAfter(LocalDate.parse("2023-06-05"));
    Walk walk =
        Walk.from(start)
            .steps(.005, .02, .01)
            .tick("0.000001")
            .volume(r -> 1_000_000L + r.nextInt(9_000_000));
    List<LocalDate> sessions =
        Walk.sessions(
            LocalDate.parse("2021-01-04"), LocalDate.parse("2025-05-31"), calendar::isSession);
    List<Bar> bars = (split ? walk.split(splitDay, 5) : walk).bars(sessions, random);
    return new PriceSeries(
        id,
        "made up",
        PriceSeries.Basis.AS_TRADED,
        Instant.EPOCH,
        bars,
        split ? List.of(new PriceSeries.Split(splitDay, new BigDecimal("5"))) : List.of(),
        List.of(),
        false);
  }
}
