package io.quotemark.market;

import static io.quotemark.market.Cases.HONG_KONG;
import static io.quotemark.market.Cases.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.odds.Scorecard;
import io.quotemark.market.odds.Watch;
import io.quotemark.market.odds.Weighing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No verdict rests on what came after the article: two tapes that are equal in all sessions that
 * had opened and all rates that had been published give the same verdicts, whatever follows.
 */
class NoLookAheadTest {
  private static final ListingId LONDON = ListingId.parse("XLON:MADE");
  private static final ListingId INDEX = ListingId.index("GSPC");
  private static final ListingId HANG_SENG = ListingId.index("HSI");
  private static final ListingId DOLLAR = ListingId.parse("FX:EURUSD");
  private static final ListingId HONG_KONG_DOLLAR = ListingId.parse("FX:EURHKD");
  private static final ListingId POUND = ListingId.parse("FX:EURGBP");

  private static final Map<ListingId, Double> PRICES = prices();

  /** The ECB publishes its reference rates about 16:00 in Frankfurt. */
  private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

  private static final LocalTime RATES = LocalTime.of(16, 0);

  private static final int SEEDS = 3;

  private static final LocalDate FIRST = LocalDate.parse("2024-01-02");
  private static final LocalDate LAST = LocalDate.parse("2025-03-14");

  private static Map<ListingId, Double> prices() {
    Map<ListingId, Double> prices = new LinkedHashMap<>();
    prices.put(HONG_KONG, 85.0);
    prices.put(NEW_YORK, 88.0);
    prices.put(LONDON, 4.0);
    prices.put(INDEX, 5000.0);
    prices.put(HANG_SENG, 17000.0);
    prices.put(DOLLAR, 1.08);
    prices.put(HONG_KONG_DOLLAR, 8.4);
    prices.put(POUND, 0.85);
    return prices;
  }

  /** Two tapes that part company after the publication, and claims made of either. */
  private record Made(Tape one, Tape other, List<Claim> claims) {}

  private static Made made(Random random, PublicationTime published) {
    List<PriceSeries> one = new ArrayList<>();
    List<PriceSeries> other = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (Map.Entry<ListingId, Double> listing : PRICES.entrySet()) {
      List<Bar> bars = walk(listing.getKey(), random, listing.getValue());
      List<Bar> others = new ArrayList<>();
      double shock = random.nextBoolean() ? 1.25 : 0.8;
      for (Bar bar : bars) {
        others.add(
            known(listing.getKey(), bar.session(), published)
                ? bar
                : scaled(listing.getKey(), bar, shock * (.97 + .06 * random.nextDouble())));
      }
      one.add(series(listing.getKey(), bars));
      other.add(series(listing.getKey(), others));
      claims.addAll(
          claims(listing.getKey(), random.nextBoolean() ? bars : others, published, random));
    }
    return new Made(new Tape(one), new Tape(other), numbered(claims));
  }

  /** Told here anew, from the hours alone: not by what is tested. */
  private static boolean known(ListingId listing, LocalDate session, PublicationTime published) {
    Instant at = published.instant();
    if (at == null) {
      return !session.isAfter(published.date());
    }
    Instant from =
        listing.isCurrencyPair()
            ? session.atTime(RATES).atZone(FRANKFURT).toInstant()
            : Cases.CALENDARS.of(listing).open(session);
    return !from.isAfter(at);
  }

  private static List<Bar> walk(ListingId listing, Random random, double start) {
    List<LocalDate> sessions = Walk.sessions(FIRST, LAST, Cases.CALENDARS.of(listing)::isSession);
    double swing = listing.isCurrencyPair() ? .004 : .02;
    Walk walk = Walk.from(start).steps(swing / 2, swing, swing / 3);
    return listing.isCurrencyPair()
        ? walk.tick("0.0001").rates(sessions, random)
        : walk.volume(listing.isIndex() ? null : r -> 1000L).bars(sessions, random);
  }

  private static Bar scaled(ListingId listing, Bar bar, double by) {
    return new Bar(
        bar.session(),
        round(listing, bar.open().doubleValue() * by),
        round(listing, bar.high().doubleValue() * by),
        round(listing, bar.low().doubleValue() * by),
        round(listing, bar.close().doubleValue() * by),
        bar.volume());
  }

  private static BigDecimal round(ListingId listing, double price) {
    return BigDecimal.valueOf(price)
        .setScale(listing.isCurrencyPair() ? 4 : 2, RoundingMode.HALF_EVEN);
  }

  private static PriceSeries series(ListingId listing, List<Bar> bars) {
    return series("test", listing, bars);
  }

  private static PriceSeries series(String source, List<Bar> bars) {
    return series(source, HONG_KONG, bars);
  }

  private static PriceSeries series(String source, ListingId listing, List<Bar> bars) {
    return new PriceSeries(
        listing,
        source,
        PriceSeries.Basis.AS_TRADED,
        Instant.parse("2026-01-01T00:00:00Z"),
        bars,
        List.of(),
        List.of(),
        false);
  }

  /** Claims of every kind that bars decide, of the sessions around the publication. */
  private static List<Claim> claims(
      ListingId listing, List<Bar> bars, PublicationTime published, Random random) {
    LocalDate day = published.date();
    int at = bars.size() - 1;
    while (at > 0 && bars.get(at).session().isAfter(day)) {
      at--;
    }
    List<SessionWords> sessions =
        List.of(
            SessionWords.Unstated.UNSTATED,
            new SessionWords.DaysFromPublication(0),
            new SessionWords.DaysFromPublication(-1),
            new SessionWords.SessionsFromPublication(0),
            new SessionWords.OnWeekday(day.getDayOfWeek(), false),
            new SessionWords.OnWeekday(day.getDayOfWeek(), true),
            new SessionWords.OnWeekday(DayOfWeek.of(1 + random.nextInt(5)), false),
            new SessionWords.OnDate(day),
            new SessionWords.OnDate(day.plusDays(1)),
            new SessionWords.Period(day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth())),
            new SessionWords.Period(day.with(DayOfWeek.MONDAY), day.with(DayOfWeek.SUNDAY)));
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SessionWords words = sessions.get(random.nextInt(sessions.size()));
      Bar bar = bars.get(Math.min(bars.size() - 1, at - 1 + random.nextInt(4)));
      Bar before = bars.get(bars.indexOf(bar) - 1);
      for (ClaimBuilder claim : ofBar(listing, bar, before, random)) {
        claims.add(claim.session(words).build());
      }
    }
    return claims;
  }

  private static List<ClaimBuilder> ofBar(ListingId listing, Bar bar, Bar before, Random random) {
    BigDecimal move =
        bar.close()
            .subtract(before.close())
            .multiply(BigDecimal.valueOf(100))
            .divide(before.close(), 1, RoundingMode.HALF_EVEN);
    if (listing.isCurrencyPair()) {
      String quote = listing.ticker().substring(3);
      return List.of(
          figure(ClaimKind.FX_RATE, listing, bar.close()).listing(null).pair(listing),
          Cases.claim(ClaimKind.FX_PAIR, listing, "sums")
              .listing(null)
              .pair(listing)
              .value(new BigDecimal("100.0"), new BigDecimal("0.1"))
              .currency("EUR", null)
              .second(
                  bar.close().multiply(BigDecimal.valueOf(100)).setScale(1, RoundingMode.HALF_EVEN),
                  new BigDecimal("0.1"),
                  quote));
    }
    boolean index = listing.isIndex();
    boolean up = random.nextBoolean();
    PriceField field = List.of(PriceField.values()).get(random.nextInt(5));
    String currency =
        index ? null : Cases.MASTER.listing(listing).map(known -> known.currency()).orElseThrow();
    Direction way = up ? Direction.UP : Direction.DOWN;
    Direction extreme = up ? Direction.HIGH : Direction.LOW;
    List<ClaimBuilder> all = new ArrayList<>();
    for (PriceField worded : new PriceField[] {null, PriceField.CLOSE, field}) {
      all.add(
          figure(index ? ClaimKind.INDEX_LEVEL : ClaimKind.PRICE_LEVEL, listing, bar.close())
              .currency(currency, null)
              .field(worded));
      all.add(
          figure(index ? ClaimKind.INDEX_MOVE_PCT : ClaimKind.MOVE_PCT, listing, move)
              .direction(move.signum() < 0 ? Direction.DOWN : Direction.UP)
              .field(worded));
      all.add(
          figure(
                  index ? ClaimKind.INDEX_MOVE_PTS : ClaimKind.MOVE_ABS,
                  listing,
                  bar.close().subtract(before.close()))
              .currency(currency, null)
              .field(worded));
    }
    all.add(figure(ClaimKind.PEAK_MOVE_PCT, listing, move).direction(way));
    for (String window : List.of("52w", "ytd", "mtd", "3m", "record")) {
      all.add(
          Cases.claim(ClaimKind.EXTREME, listing, window)
              .direction(extreme)
              .window(Window.parse(window)));
    }
    all.add(
        Cases.claim(ClaimKind.EXTREME, listing, "since")
            .direction(extreme)
            .since(PartialDate.parse("2024-06")));
    for (String window : List.of("2d", "3m")) {
      all.add(
          figure(ClaimKind.EXTREME_MOVE, listing, move)
              .direction(move.signum() < 0 ? Direction.DOWN : Direction.UP)
              .window(Window.parse(window)));
    }
    for (String window : List.of("mtd", "ytd", "wtd", "1m", "5d")) {
      all.add(
          figure(ClaimKind.PERIOD_RETURN, listing, move)
              .direction(way)
              .window(Window.parse(window)));
    }
    all.add(
        figure(ClaimKind.STREAK, listing, BigDecimal.TWO)
            .direction(way)
            .window(Window.parse("2d")));
    all.add(
        figure(ClaimKind.THRESHOLD, listing, bar.open())
            .direction(up ? Direction.ABOVE : Direction.BELOW)
            .window(Window.parse("2d")));
    all.add(
        Cases.claim(ClaimKind.RELATIVE, listing, "relative")
            .direction(up ? Direction.OUT : Direction.UNDER)
            .benchmark(index ? HANG_SENG : INDEX));
    return all;
  }

  private static ClaimBuilder figure(ClaimKind kind, ListingId listing, BigDecimal printed) {
    return Cases.claim(kind, listing, printed.toPlainString())
        .value(printed, BigDecimal.ONE.movePointLeft(printed.scale()));
  }

  /** Each a statement of its own, but every fifth together with the one before. */
  private static List<Claim> numbered(List<Claim> claims) {
    List<Claim> numbered = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      int group = i % 5 == 4 ? i - 1 : i;
      numbered.add(claims.get(i).toBuilder().id("c" + i).group("g" + group).build());
    }
    return numbered;
  }

  private static List<CheckedClaim> judge(
      PublicationTime published, List<Claim> claims, Tape tape) {
    Weighing weighing = new Weighing(new Scorecard(Map.of("base", 3.0)), Watch.NOBODY);
    Statements statements = new Statements(List.of(), List.of(), claims, "test", List.of());
    return new Judge(Cases.CALENDARS, Cases.MASTER, weighing)
        .judge(Cases.article(published), statements, tape)
        .claims();
  }

  /** A source is preferred for the bars it has; those of later must not count. */
  @Test
  void sources_oneOrTheOtherGoesOnAfterThePublication_giveTheSameVerdicts() {
    PublicationTime published =
        PublicationTime.at(
            OffsetDateTime.parse("2025-02-24T18:00:00+08:00"), PublicationTime.Quality.DECLARED);
    Random random = new Random(11);
    List<Bar> bars = walk(HONG_KONG, random, 85.0);
    List<Bar> others = bars.stream().map(bar -> scaled(HONG_KONG, bar, 1.05)).toList();
    List<Claim> claims = numbered(claims(HONG_KONG, bars, published, random));

    List<CheckedClaim> one = judge(published, claims, sources(seen(bars), others));
    List<CheckedClaim> other = judge(published, claims, sources(bars, seen(others)));

    assertThat(one).isEqualTo(other);
  }

  private static List<Bar> seen(List<Bar> bars) {
    LocalDate last = LocalDate.parse("2025-02-24");
    return bars.stream().filter(bar -> !bar.session().isAfter(last)).toList();
  }

  /** As the table hands them over. */
  private static Tape sources(List<Bar> one, List<Bar> other) {
    return new Tape(
        Stream.of(series("one", one), series("other", other))
            .sorted(PriceSeries.PREFERENCE)
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-24T08:00:00-05:00", // before New York opens, after Hong Kong's close
        "2025-02-24T09:29:59-05:00", // a second before it opens, half past two in London
        "2025-02-24T11:00:00-05:00", // during the session, just after the rates
        "2025-02-24T09:59:59-05:00", // a second before the rates
        "2025-02-24T18:00:00-05:00", // after the close, before Hong Kong opens
        "2025-02-25T09:00:00+08:00", // half an hour before Hong Kong opens
        "2025-02-25T12:30:00+08:00", // at Hong Kong's lunch
        "2025-02-24T07:30:00Z", // before London opens
        "2025-02-22T12:00:00Z", // a Saturday
        "2025-02-23T23:00:00-05:00", // Sunday in New York, Monday in Hong Kong
        "2025-02-17T12:00:00-05:00", // a holiday in New York alone
        "2025-03-03T07:00:00-05:00", // the first session of a month, before it
        "2025-01-02T08:00:00-05:00", // and of a year
        "2025-02-24", // the day alone
        "2025-02-23"
      })
  void verdicts_doNotChange_byWhatCameAfterPublication(String time) {
    PublicationTime published = time.length() > 10 ? Cases.at(time) : Cases.on(time);
    for (int seed = 0; seed < SEEDS; seed++) {
      Made made = made(new Random(31L * seed + time.hashCode()), published);
      List<CheckedClaim> one = judge(published, made.claims(), made.one());
      List<CheckedClaim> other = judge(published, made.claims(), made.other());
      for (int i = 0; i < one.size(); i++) {
        assertThat(other.get(i)).as("seed %d", seed).isEqualTo(one.get(i));
      }
    }
  }

  /** What is compared decides claims both ways, of every kind, so that equality means something. */
  @Test
  void claims_ofEveryKind_areDecidedBothWays() {
    Map<ClaimKind, Set<Verdict.Outcome>> outcomes = new EnumMap<>(ClaimKind.class);
    PublicationTime published = Cases.at("2025-02-24T11:00:00-05:00");
    for (int seed = 0; seed < 2 * SEEDS; seed++) {
      Made made = made(new Random(seed), published);
      for (CheckedClaim checked : judge(published, made.claims(), made.one())) {
        outcomes
            .computeIfAbsent(checked.claim().kind(), kind -> EnumSet.noneOf(Verdict.Outcome.class))
            .add(checked.verdict().outcome());
      }
    }
    assertThat(outcomes).hasSize(15);
    outcomes.forEach((kind, seen) -> {
      assertThat(seen)
          .as(kind.name())
          .containsAnyOf(Verdict.Outcome.VERIFIED, Verdict.Outcome.VERIFIED_LOOSE)
          .containsAnyOf(Verdict.Outcome.CONTRADICTED, Verdict.Outcome.DOUBTFUL);
    });
  }
}
