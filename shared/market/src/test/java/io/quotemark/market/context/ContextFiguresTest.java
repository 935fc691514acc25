package io.quotemark.market.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.ListingContext.MarketModel;
import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.domain.price.Tape;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Made-up prices whose figures can be worked out by hand. */
class ContextFiguresTest {
  private static final ListingId LISTING = ListingId.parse("XNYS:ACMH");
  private static final ListingId INDEX = ListingId.parse("INDEX:GSPC");
  private static final LocalDate EVENT = LocalDate.of(2025, 3, 14);
  private static final Calendars CALENDARS = Calendars.load();
  private static final TradingCalendar NEW_YORK = CALENDARS.of(LISTING);

  /** After the close of the event session, before the next one. */
  private static final OffsetDateTime EVENING = OffsetDateTime.parse("2025-03-14T18:00:00-04:00");

  @Test
  void steadyGrowth_hasTheReturnsOfItsPowers_andNoVolatility() {
    ListingContext context =
        context(series(i -> 100 * Math.pow(1.001, i), 400, List.of()), EVENING);

    assertThat(figure(context.returns(), "1d")).isCloseTo(0.1, within(0.0001));
    // 1.001 to the power of 5, 20, 60 and 250
    assertThat(figure(context.returns(), "5d")).isCloseTo(0.501, within(0.0001));
    assertThat(figure(context.returns(), "20d")).isCloseTo(2.0191, within(0.0001));
    assertThat(figure(context.returns(), "60d")).isCloseTo(6.1805, within(0.0002));
    assertThat(figure(context.returns(), "250d")).isCloseTo(28.3865, within(0.0005));
    assertThat(figure(context.volatility(), "20d")).isCloseTo(0, within(0.001));
    assertThat(context.asOf()).isEqualTo("2025-03-13");
  }

  @Test
  void alternatingReturns_haveTheirVolatility() {
    // log returns +0.01, −0.01 by turns: mean 0, sample deviation 0.01 × √(20/19), × √252
    ListingContext context =
        context(series(i -> 100 * Math.exp(i % 2 == 0 ? 0.01 : 0), 400, List.of()), EVENING);

    assertThat(figure(context.volatility(), "20d"))
        .isCloseTo(100 * 0.01 * Math.sqrt(20.0 / 19) * Math.sqrt(252), within(0.001));
  }

  @Test
  void split_isTakenOutOfEveryFigure() {
    LocalDate split = NEW_YORK.plusSessions(EVENT, -10);
    PriceSeries series = series(i -> 100, 400, List.of(new Split(split, BigDecimal.TEN)));
    List<Bar> asTraded =
        series.bars().stream().map(b -> b.session().isBefore(split) ? times(b, 10) : b).toList();

    ListingContext context = context(withBars(series, asTraded), EVENING);

    assertThat(figure(context.returns(), "20d")).isZero();
    assertThat(Objects.requireNonNull(context.range52w()).high()).isEqualByComparingTo("100");
    assertThat(Objects.requireNonNull(context.recordHigh()).distance()).isZero();
    assertThat(context.volumeVs20d()).isEqualByComparingTo("1");
  }

  @Test
  void split_ofManyShares_roundsNoPriceThatAReturnRestsOn() {
    LocalDate split = NEW_YORK.plusSessions(EVENT, -1);
    PriceSeries series =
        series(i -> i < 398 ? 100 : 0.3335, 400, List.of(new Split(split, new BigDecimal("300"))));

    // 0.3335 against 100 / 300, not against 0.3333
    assertThat(figure(context(series, EVENING).returns(), "1d")).isCloseTo(0.05, within(1e-6));
    assertThat(Objects.requireNonNull(context(series, EVENING).range52w()).low())
        .isEqualByComparingTo("0.3333");
  }

  @Test
  void laterSplit_leavesThePricesOfTheDay() {
    PriceSeries series =
        series(i -> 100, 400, List.of(new Split(LocalDate.of(2025, 6, 10), BigDecimal.TEN)));

    assertThat(context(series, EVENING).previousClose()).isEqualByComparingTo("100");
  }

  @Test
  void gapInTheHistory_leavesOutWhatWouldSpanIt() {
    PriceSeries series = series(i -> 100 + i, 400, List.of());
    List<Bar> holed = new ArrayList<>(series.bars());
    int event = holed.size() - 1;
    holed.subList(event - 40, event - 30).clear();

    ListingContext context = context(withBars(series, holed), EVENING);

    assertThat(context.returns()).containsOnlyKeys("1d", "5d", "20d");
    assertThat(context.volatility()).containsOnlyKeys("20d");
    assertThat(context.range52w()).isNull();
    assertThat(context.marketModel()).isNull();
  }

  @Test
  void volume_ofRowsTheSourceFilledIn_countsForNothing() {
    PriceSeries series = series(i -> 100, 400, List.of());
    List<Bar> filled = new ArrayList<>(series.bars());
    int asOf = filled.size() - 2;
    filled.set(asOf - 5, withVolume(filled.get(asOf - 5), 0));
    filled.set(asOf, withVolume(filled.get(asOf), 2500));

    assertThat(context(withBars(series, filled), EVENING).volumeVs20d())
        .isEqualByComparingTo("2.5");

    filled.set(asOf, withVolume(filled.get(asOf), 0));
    assertThat(context(withBars(series, filled), EVENING).volumeVs20d()).isNull();
  }

  @Test
  void shortHistory_saysNothingOfAYear() {
    ListingContext context = context(series(i -> 100 + i, 30, List.of()), EVENING);

    assertThat(context.returns()).containsOnlyKeys("1d", "5d", "20d");
    assertThat(context.range52w()).isNull();
    assertThat(context.recordHigh()).isNull();
  }

  @Test
  void publicationDuringTheSession_looksAtNoBarOfIt() {
    PriceSeries series = series(i -> 100, 400, List.of());
    List<Bar> spike = new ArrayList<>(series.bars());
    spike.set(spike.size() - 1, times(spike.getLast(), 3));
    OffsetDateTime noon = OffsetDateTime.parse("2025-03-14T12:00:00-04:00");

    ListingContext context = context(withBars(series, spike), noon);

    assertThat(Objects.requireNonNull(context.range52w()).high()).isEqualByComparingTo("100");
    assertThat(Objects.requireNonNull(context.range52w()).asOf()).isEqualTo("2025-03-13");
    assertThat(context.sessionAtPublication()).isEqualTo(ListingContext.SessionState.OPEN);
    Reaction reaction = Objects.requireNonNull(context.reaction());
    assertThat(reaction.day0()).isEqualTo(EVENT);
    // the open came before the article
    assertThat(reaction.returns()).containsOnlyKeys("day0");
    assertThat(figure(reaction.returns(), "day0")).isCloseTo(200, within(0.001));
  }

  @Test
  void marketModel_findsTheLineItsReturnsLieOn() {
    // log return of the listing = 2 × that of the index, but for 5 % more on the event day
    IntToDoubleFunction index = i -> 1000 * Math.exp(0.01 * Math.sin(i));
    PriceSeries market = series(INDEX, index, 400, List.of());
    int event = 399;
    PriceSeries own =
        series(
            LISTING,
            i -> 50 * Math.exp(2 * 0.01 * Math.sin(i) + noise(i) + (i == event ? 0.05 : 0)),
            400,
            List.of());

    MarketModel model =
        Objects.requireNonNull(context(new Tape(List.of(own, market)), EVENING).marketModel());

    assertThat(model.beta().doubleValue()).isCloseTo(2, within(0.01));
    assertThat(Objects.requireNonNull(model.abnormal()).doubleValue()).isCloseTo(5, within(0.1));
    assertThat(Objects.requireNonNull(model.tValue()).doubleValue()).isGreaterThan(20);
    assertThat(model.to()).isEqualTo(NEW_YORK.plusSessions(EVENT, -11));
    assertThat(model.from()).isEqualTo(NEW_YORK.plusSessions(EVENT, -131));
    assertThat(model.eventDay()).isEqualTo(EVENT);
  }

  @Test
  void reaction_countsFromTheCloseBefore_andAgainstTheIndex() {
    LocalDate last = NEW_YORK.plusSessions(EVENT, 20); // one short of d20
    PriceSeries own = until(LISTING, last, day -> day.isAfter(EVENT) ? 110 : 100);
    PriceSeries market = until(INDEX, last, day -> day.isAfter(EVENT) ? 1030 : 1000);

    Reaction reaction =
        Objects.requireNonNull(context(new Tape(List.of(own, market)), EVENING).reaction());

    assertThat(reaction.day0()).isEqualTo("2025-03-17");
    assertThat(reaction.returns()).containsOnlyKeys("open", "day0", "d1", "d5");
    assertThat(figure(reaction.returns(), "d5")).isCloseTo(10, within(1e-6));
    assertThat(figure(reaction.versusIndex(), "d5")).isCloseTo(7, within(1e-6));
    assertThat(reaction.complete()).isFalse();
  }

  @Test
  void reaction_withTwentySessionsMore_isComplete() {
    LocalDate last = NEW_YORK.plusSessions(EVENT, 21);
    PriceSeries own = until(LISTING, last, day -> 100);

    assertThat(
            Objects.requireNonNull(context(new Tape(List.of(own)), EVENING).reaction()).complete())
        .isTrue();
  }

  @Test
  void undatedArticle_hasNoReaction() {
    ListingContext context =
        new Contexts(CALENDARS, master())
            .of(
                article(null),
                statements(),
                Map.of(LISTING, EVENT),
                new Tape(List.of(series(i -> 100, 400, List.of()))))
            .getFirst();

    assertThat(context.reaction()).isNull();
    assertThat(context.sessionAtPublication()).isNull();
    assertThat(context.previousClose()).isEqualByComparingTo("100");
  }

  @Test
  void rates_areTheLastPublishedBeforeTheMoment() {
    // Frankfurt 15:59 and 16:00 on a Monday in winter
    assertThat(Rates.lastPublished(OffsetDateTime.parse("2025-02-24T14:59:59Z").toZonedDateTime()))
        .isEqualTo("2025-02-23");
    assertThat(Rates.lastPublished(OffsetDateTime.parse("2025-02-24T15:00:00Z").toZonedDateTime()))
        .isEqualTo("2025-02-24");
    // the last moment before it in summer is an hour earlier in UTC
    assertThat(Rates.lastPublished(OffsetDateTime.parse("2025-07-07T14:00:00Z").toZonedDateTime()))
        .isEqualTo("2025-07-07");
  }

  @Test
  void crossRate_isTheRatioOfOneDaysEuroRates() {
    Tape tape =
        new Tape(
            List.of(
                rates(
                    "USD",
                    Map.of(LocalDate.of(2025, 2, 21), "1.05", LocalDate.of(2025, 2, 24), "1.06")),
                rates("HKD", Map.of(LocalDate.of(2025, 2, 21), "8.19"))));

    Rates.Rate rate = new Rates(tape).upTo(LocalDate.of(2025, 2, 24), "USD", "HKD").orElseThrow();

    // 8.19 / 1.05, both of the Friday: Monday lacks one of them
    assertThat(rate.value()).isEqualByComparingTo("7.8");
    assertThat(rate.day()).isEqualTo("2025-02-21");
    assertThat(new Rates(tape).upTo(LocalDate.of(2025, 3, 10), "USD", "HKD")).isEmpty();
  }

  private static double noise(int i) {
    return 0.0005 * Math.cos(7 * i);
  }

  private static ListingContext context(PriceSeries series, OffsetDateTime published) {
    return context(new Tape(List.of(series)), published);
  }

  private static ListingContext context(Tape tape, OffsetDateTime published) {
    return new Contexts(CALENDARS, master())
        .of(article(published), statements(), Map.of(LISTING, EVENT), tape)
        .getFirst();
  }

  private static PriceSeries series(IntToDoubleFunction close, int count, List<Split> splits) {
    return series(LISTING, close, count, splits);
  }

  /** {@code count} sessions, the last of them the event session. */
  private static PriceSeries series(
      ListingId id, IntToDoubleFunction close, int count, List<Split> splits) {
    List<Bar> bars = new ArrayList<>();
    LocalDate day = NEW_YORK.plusSessions(EVENT, 1 - count);
    for (int i = 0; i < count; i++) {
      bars.add(bar(day, close.applyAsDouble(i)));
      day = NEW_YORK.next(day);
    }
    return of(id, bars, splits);
  }

  private static PriceSeries until(
      ListingId id, LocalDate last, java.util.function.ToDoubleFunction<LocalDate> close) {
    List<Bar> bars = new ArrayList<>();
    for (LocalDate day = NEW_YORK.plusSessions(EVENT, -300);
        !day.isAfter(last);
        day = NEW_YORK.next(day)) {
      bars.add(bar(day, close.applyAsDouble(day)));
    }
    return of(id, bars, List.of());
  }

  private static PriceSeries of(ListingId id, List<Bar> bars, List<Split> splits) {
    return new PriceSeries(
        id, "made up", Basis.AS_TRADED, Instant.EPOCH, bars, splits, List.of(), false);
  }

  private static PriceSeries withBars(PriceSeries series, List<Bar> bars) {
    return of(series.listing(), bars, series.splits());
  }

  private static Bar bar(LocalDate day, double close) {
    BigDecimal price = new BigDecimal(close).setScale(6, RoundingMode.HALF_UP);
    return new Bar(day, price, price, price, price, 1000L);
  }

  private static Bar withVolume(Bar bar, long volume) {
    return new Bar(bar.session(), bar.open(), bar.high(), bar.low(), bar.close(), volume);
  }

  private static Bar times(Bar bar, int factor) {
    BigDecimal price = bar.close().multiply(BigDecimal.valueOf(factor));
    return new Bar(bar.session(), price, price, price, price, 1000L / factor);
  }

  private static PriceSeries rates(String currency, Map<LocalDate, String> perEuro) {
    return of(
        ListingId.currencyPair("EUR", currency),
        perEuro.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> Bar.flat(e.getKey(), new BigDecimal(e.getValue())))
            .toList(),
        List.of());
  }

  private static double figure(Map<String, BigDecimal> figures, String name) {
    assertThat(figures).containsKey(name);
    return Objects.requireNonNull(figures.get(name)).doubleValue();
  }

  private static Article article(@Nullable OffsetDateTime published) {
    return TestArticle.of("")
        .published(
            published == null
                ? null
                : PublicationTime.at(published, PublicationTime.Quality.DECLARED))
        .article();
  }

  private static Statements statements() {
    return new Statements(List.of(), List.of(), List.of(), "test", List.of());
  }

  private static Securities master() {
    Listing listing =
        new Listing(
            LISTING, "", "USD", null, null, null, null, null, List.of(), true, null, null, null);
    return new Securities(
        "test",
        List.of(new Issuer("Acme Harbour", List.of(), List.of(), List.of(), List.of(listing))));
  }
}
