package io.quotemark.market.sentences;

import static io.quotemark.market.sentences.MadeNews.DAY;
import static io.quotemark.market.sentences.MadeNews.EVENING;
import static io.quotemark.market.sentences.MadeNews.INDEX;
import static io.quotemark.market.sentences.MadeNews.LANTERNS;
import static io.quotemark.market.sentences.MadeNews.MILLS;
import static io.quotemark.market.sentences.MadeNews.MILLS_ADS;
import static io.quotemark.market.sentences.MadeNews.NOON;
import static io.quotemark.market.sentences.MadeNews.index;
import static io.quotemark.market.sentences.MadeNews.lanterns;
import static io.quotemark.market.sentences.MadeNews.mills;
import static io.quotemark.market.sentences.MadeNews.series;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.fixtures.MinuteWalk;
import io.quotemark.market.Cases;
import io.quotemark.market.Judge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What articles may say of the made-up companies, by kind of statement. */
final class NewsCases {
  /**
   * One statement, judged.
   *
   * @param heading the kind of statement
   * @param claims of the statement, the first one is shown
   */
  record Case(
      String heading,
      Judge judge,
      @Nullable PublicationTime published,
      Tape tape,
      List<Claim> claims) {}

  private static final SessionWords FRIDAY = new SessionWords.OnDate(DAY.minusDays(3));
  private static final MinuteBars MINUTES =
      MinuteWalk.of("XNAS:MADE", "2025-02-24", "America/New_York")
          .at("04:00", 108)
          .at("08:00", 111.80)
          .at("08:30", 110)
          .at("09:30", 107)
          .at("11:00", 110)
          .at("15:00", 104)
          .at("15:59", 105)
          .at("17:00", 99.75)
          .at("19:59", 101)
          .noise(0)
          .bars(new Random(3));

  private final List<Case> cases = new ArrayList<>();
  private final Tape tape = MadeNews.tape();
  private String heading = "";

  static List<Case> all() {
    NewsCases all = new NewsCases();
    all.levels();
    all.moves();
    all.peaks();
    all.extremes();
    all.returns();
    all.streaks();
    all.marks();
    all.comparisons();
    all.sums();
    all.currencies();
    all.namesAndDates();
    all.minutes();
    all.missing();
    all.unclear();
    all.noClaims();
    return List.copyOf(all.cases);
  }

  private void add(Claim... claims) {
    add(MadeNews.SURE, EVENING, tape, claims);
  }

  private void add(ClaimBuilder claim) {
    add(claim.build());
  }

  private void add(Judge judge, @Nullable PublicationTime published, Tape on, Claim... claims) {
    cases.add(new Case(heading, judge, published, on, List.of(claims)));
  }

  private static ClaimBuilder dollars(String words, String price, @Nullable PriceField field) {
    return mills(ClaimKind.PRICE_LEVEL, words)
        .value(new BigDecimal(price), Cases.step(price))
        .currency("USD", null)
        .field(field);
  }

  /** In pence; the claim counts in pounds. */
  private static ClaimBuilder pence(String words, String pounds, @Nullable PriceField field) {
    return lanterns(ClaimKind.PRICE_LEVEL, words)
        .value(new BigDecimal(pounds), new BigDecimal("0.01"))
        .currency("GBP", "GBX")
        .field(field);
  }

  private static ClaimBuilder percent(String words, String move) {
    return mills(ClaimKind.MOVE_PCT, words).value(new BigDecimal(move), Cases.step(move));
  }

  private void levels() {
    heading = "A price or a level";
    add(dollars("closed at $105.00", "105.00", PriceField.CLOSE));
    add(dollars("closed at $105", "105", PriceField.CLOSE).modality(Modality.PROVISIONAL));
    add(dollars("opened at $107", "107", PriceField.OPEN));
    add(dollars("a high of $110", "110", PriceField.HIGH));
    add(dollars("traded at $108.20", "108.20", null));
    add(dollars("traded at $112.40", "112.40", null));
    add(dollars("closed at $106.20", "106.20", PriceField.CLOSE));
    add(dollars("closed at $104.80", "104.80", PriceField.CLOSE));
    add(dollars("opened at $113", "113", PriceField.OPEN));
    add(dollars("a low of $106", "106", PriceField.LOW));
    add(dollars("traded at more than $95", "95", null).hedge(Hedge.OVER));
    add(pence("closed at 420p", "4.20", PriceField.CLOSE));
    add(pence("traded at 460p", "4.60", null));
    add(
        lanterns(ClaimKind.PRICE_LEVEL, "closed at £420")
            .value(new BigDecimal("420"), BigDecimal.ONE)
            .currency("GBP", null)
            .field(PriceField.CLOSE));
    add(MadeNews.UNSURE, EVENING, tape, dollars("traded at $112.40", "112.40", null).build());
    add(
        lanterns(ClaimKind.PRICE_LEVEL, "closed at $4.20")
            .value(new BigDecimal("4.20"), new BigDecimal("0.01"))
            .currency("USD", null)
            .field(PriceField.CLOSE));
    add(
        lanterns(ClaimKind.PRICE_LEVEL, "traded at $5.40")
            .value(new BigDecimal("5.40"), new BigDecimal("0.01"))
            .currency("USD", null));
    add(dollars("closed at $1,050", "1050", PriceField.CLOSE));
    add(dollars("closed at $107.50", "107.50", PriceField.CLOSE));
    add(dollars("closed at $170.50", "170.50", PriceField.CLOSE).session(FRIDAY));
    add(pence("traded at 5,250p", "52.50", null));
    add(dollars("closed at $52.50", "52.50", PriceField.CLOSE));
    add(
        index(ClaimKind.INDEX_LEVEL, "closed at 5,321.25")
            .value(new BigDecimal("5321.25"), new BigDecimal("0.01"))
            .field(PriceField.CLOSE));
    add(
        index(ClaimKind.INDEX_LEVEL, "stood at 5,812.40")
            .value(new BigDecimal("5812.40"), new BigDecimal("0.01")));
    add(split(), dollars("traded at $52.50", "52.50", null).build());
  }

  private void add(Tape on, Claim... claims) {
    add(MadeNews.SURE, EVENING, on, claims);
  }

  private static Tape split() {
    PriceSeries whole = series(MILLS, "1");
    return new Tape(
        List.of(
            new PriceSeries(
                MILLS,
                whole.source(),
                whole.delivered(),
                whole.retrievedAt(),
                whole.bars(),
                List.of(new PriceSeries.Split(LocalDate.parse("2025-06-10"), BigDecimal.TWO)),
                List.of(),
                false)));
  }

  private void moves() {
    heading = "A move of a day";
    add(percent("fell 2.3%", "-2.3"));
    add(percent("fell 2.33%", "-2.33"));
    add(percent("rose 2.3%", "2.3"));
    add(percent("rose 21%", "21"));
    add(percent("fell 3.2%", "-3.2"));
    add(percent("rose 0.9%", "0.9"));
    add(percent("rose 5.3%", "5.3").session(FRIDAY));
    add(percent("fell 5.4%", "-5.4").session(FRIDAY));
    add(percent("fell at least 1%", "-1").hedge(Hedge.AT_LEAST));
    add(percent("up 0.7%", "0.7").build(), dollars("to $108.20", "108.20", null).build());
    add(mills(ClaimKind.MOVE_PCT, "shares fell").direction(Direction.DOWN));
    add(mills(ClaimKind.MOVE_PCT, "shares rose").direction(Direction.UP));
    add(mills(ClaimKind.MOVE_PCT, "closed higher").direction(Direction.UP).field(PriceField.CLOSE));
    add(mills(ClaimKind.MOVE_PCT, "was unchanged").direction(Direction.FLAT));
    add(mills(ClaimKind.MOVE_PCT, "hit limit-up").direction(Direction.UP).limit(true));
    add(percent("fell 2.3%", "-2.3").session(FRIDAY));
    add(
        mills(ClaimKind.MOVE_ABS, "fell $2.50")
            .value(new BigDecimal("-2.50"), new BigDecimal("0.01"))
            .currency("USD", null));
    add(
        mills(ClaimKind.MOVE_ABS, "fell $9.50")
            .value(new BigDecimal("-9.50"), new BigDecimal("0.01"))
            .currency("USD", null));
    add(
        lanterns(ClaimKind.MOVE_ABS, "fell 10p")
            .value(new BigDecimal("-0.10"), new BigDecimal("0.01"))
            .currency("GBP", "GBX"));
    add(
        mills(ClaimKind.MOVE_ABS, "fell €2.50")
            .value(new BigDecimal("-2.50"), new BigDecimal("0.01"))
            .currency("EUR", null));
    add(
        index(ClaimKind.INDEX_MOVE_PTS, "lost 53.75 points")
            .value(new BigDecimal("-53.75"), new BigDecimal("0.01")));
    add(
        index(ClaimKind.INDEX_MOVE_PTS, "lost 512 points")
            .value(new BigDecimal("-512"), BigDecimal.ONE));
    add(
        index(ClaimKind.INDEX_MOVE_PCT, "slid 4.1%")
            .value(new BigDecimal("-4.1"), new BigDecimal("0.1")));
    add(
        percent("fell 7.3%", "-7.3").stated(new BigDecimal("107.50")).build(),
        dollars("to $105", "105", PriceField.CLOSE).build());
  }

  private void peaks() {
    heading = "The largest move of a day";
    add(peak("rose as much as 2.3%", "2.3"));
    add(peak("rose as much as 1.1%", "1.1"));
    add(peak("rose as much as 6.4%", "6.4"));
    add(peak("fell as much as 3.3%", "-3.3"));
    add(MadeNews.SURE, NOON, tape, peak("rose as much as 1.1%", "1.1").build());
  }

  private static ClaimBuilder peak(String words, String move) {
    return mills(ClaimKind.PEAK_MOVE_PCT, words)
        .value(new BigDecimal(move), Cases.step(move))
        .hedge(Hedge.AS_MUCH_AS);
  }

  private void extremes() {
    heading = "The highest or lowest since";
    add(extreme("highest close in 52 weeks", "52w", PriceField.CLOSE).session(FRIDAY));
    add(extreme("a 52-week high", "52w", null));
    add(extreme("highest close in 52 weeks", "52w", PriceField.CLOSE));
    add(
        mills(ClaimKind.EXTREME, "its lowest close since 2023")
            .direction(Direction.LOW)
            .since(PartialDate.parse("2023"))
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-14"))));
    add(
        mills(ClaimKind.EXTREME, "its highest close since May 2023")
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2023-05"))
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-18"))));
    add(
        mills(ClaimKind.EXTREME, "its highest close since February 2024")
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2024-02"))
            .field(PriceField.CLOSE)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-18"))));
    add(
        lanterns(ClaimKind.EXTREME, "a three-month high")
            .direction(Direction.HIGH)
            .window(Window.parse("3m"))
            .field(PriceField.HIGH));
    add(
        mills(ClaimKind.EXTREME, "its second-highest close on record")
            .direction(Direction.HIGH)
            .window(Window.parse("record"))
            .rank(2)
            .field(PriceField.CLOSE));
    add(extreme("a ten-year high", "10y", null).session(FRIDAY));
    add(mills(ClaimKind.EXTREME, "a new high").direction(Direction.HIGH));
    add(biggest("biggest gain since January", Direction.UP, "2025-01").session(FRIDAY));
    add(biggest("biggest loss since 2023", Direction.DOWN, "2023-03"));
    add(biggest("biggest gain since 2023", Direction.UP, "2023-03"));
    add(
        mills(ClaimKind.EXTREME_MOVE, "its best day in two years")
            .direction(Direction.UP)
            .window(Window.parse("2y"))
            .session(FRIDAY));
    add(
        mills(ClaimKind.EXTREME_MOVE, "its best week since November")
            .direction(Direction.UP)
            .since(PartialDate.parse("2024-11"))
            .over(Window.parse("1w"))
            .session(FRIDAY));
    add(
        mills(ClaimKind.EXTREME_MOVE, "its worst week since November")
            .direction(Direction.DOWN)
            .since(PartialDate.parse("2024-11"))
            .over(Window.parse("1w"))
            .session(FRIDAY));
  }

  private static ClaimBuilder extreme(String words, String window, @Nullable PriceField field) {
    return mills(ClaimKind.EXTREME, words)
        .direction(Direction.HIGH)
        .window(Window.parse(window))
        .field(field);
  }

  private static ClaimBuilder biggest(String words, Direction direction, String since) {
    return mills(ClaimKind.EXTREME_MOVE, words)
        .direction(direction)
        .since(PartialDate.parse(since));
  }

  private void returns() {
    heading = "A return over a stretch of time";
    add(period("up 21% this year", "21", "ytd"));
    add(period("up 2% this month", "2", "mtd"));
    add(period("up 41% in a year", "41", "1y"));
    add(period("down 2% from its record high", "-2", "from:high:record"));
    add(period("down 20% from its 52-week high", "-20", "from:high:52w"));
    add(period("up 300% in ten years", "300", "10y"));
    add(mills(ClaimKind.PERIOD_RETURN, "up 7%").value(new BigDecimal("7"), BigDecimal.ONE));
  }

  private static ClaimBuilder period(String words, String move, String window) {
    return mills(ClaimKind.PERIOD_RETURN, words)
        .value(new BigDecimal(move), Cases.step(move))
        .window(Window.parse(window));
  }

  private void streaks() {
    heading = "Days in a row";
    add(
        streak("a third straight gain", 3, Direction.UP)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-19"))));
    add(
        streak("a second straight gain", 2, Direction.UP)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-19"))));
    add(
        streak("a sixth straight gain", 6, Direction.UP)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-19"))));
    add(streak("a fourth straight gain", 4, Direction.UP));
    add(streak("ended a one-day run of gains", 1, Direction.UP).ended(true));
    add(streak("ended a five-day run of losses", 5, Direction.DOWN).ended(true));
    add(
        streak("a third straight weekly gain", 3, Direction.UP)
            .window(Window.parse("1w"))
            .session(FRIDAY));
  }

  private static ClaimBuilder streak(String words, int length, Direction direction) {
    return mills(ClaimKind.STREAK, words)
        .value(new BigDecimal(length), BigDecimal.ONE)
        .direction(direction);
  }

  private void marks() {
    heading = "A mark crossed, and how many closes were higher";
    add(mark("closed above $104", "104"));
    add(mark("rose above $109", "109"));
    add(mark("rose above $115", "115"));
    add(
        mark("closed above $106 for the first time this year", "106")
            .session(FRIDAY)
            .window(Window.parse("ytd")));
    add(mark("topped $100 for the first time in a year", "100").window(Window.parse("1y")));
    add(rank("one higher close this year", 1));
    add(rank("only three higher closes this year", 3));
  }

  private static ClaimBuilder mark(String words, String price) {
    return mills(ClaimKind.THRESHOLD, words)
        .value(new BigDecimal(price), BigDecimal.ONE)
        .currency("USD", null)
        .direction(Direction.ABOVE);
  }

  private static ClaimBuilder rank(String words, int count) {
    return mills(ClaimKind.RANK, words)
        .value(new BigDecimal(count), BigDecimal.ONE)
        .direction(Direction.HIGH)
        .window(Window.parse("ytd"));
  }

  private void comparisons() {
    heading = "Against an index";
    Tape calm =
        new Tape(
            List.of(series(MILLS, "1"), series("made.csv", LANTERNS, "0.04", DAY.minusYears(1))));
    add(
        mills(ClaimKind.RELATIVE, "outperformed the index")
            .benchmark(INDEX)
            .direction(Direction.OUT));
    add(
        mills(ClaimKind.RELATIVE, "lagged Brindlewick Lanterns this year")
            .benchmark(LANTERNS)
            .direction(Direction.UNDER)
            .window(Window.parse("ytd")));
    add(
        calm,
        mills(ClaimKind.RELATIVE, "beat the index")
            .benchmark(INDEX)
            .direction(Direction.OUT)
            .build());
    add(mills(ClaimKind.RELATIVE, "outperformed the market").direction(Direction.OUT));
  }

  private void sums() {
    heading = "Market value and turnover";
    add(sum(ClaimKind.MARKET_CAP, "worth $4.2 billion", "4200000000", "100000000"));
    add(sum(ClaimKind.MARKET_CAP, "worth $4.7 billion", "4700000000", "100000000"));
    add(sum(ClaimKind.MARKET_CAP, "worth $9.3 billion", "9300000000", "100000000"));
    add(sum(ClaimKind.CAP_CHANGE, "wiped $100 million off its value", "-100000000", "1000000"));
    add(
        lanterns(ClaimKind.MARKET_CAP, "worth £2 billion")
            .value(new BigDecimal("2000000000"), new BigDecimal("1000000000"))
            .currency("GBP", null));
    add(
        mills(ClaimKind.TURNOVER, "2 million shares changed hands")
            .value(new BigDecimal("2000000"), new BigDecimal("1000000")));
    add(
        mills(ClaimKind.TURNOVER, "2.2 million shares changed hands")
            .value(new BigDecimal("2200000"), new BigDecimal("100000")));
    add(mills(ClaimKind.TURNOVER, "in heavy trading"));
    add(sum(ClaimKind.TURNOVER, "$900 million of shares changed hands", "900000000", "1000000"));
  }

  private static ClaimBuilder sum(ClaimKind kind, String words, String sum, String step) {
    return mills(kind, words)
        .value(new BigDecimal(sum), new BigDecimal(step))
        .currency("USD", null);
  }

  private void currencies() {
    heading = "Exchange rates and depositary shares";
    ListingId euro = ListingId.currencyPair("EUR", "USD");
    add(rate("the euro at $1.0465", "1.0465", euro));
    add(rate("the euro at $1.055", "1.055", euro));
    add(rate("the euro at $1.075", "1.075", euro));
    add(rate("the euro at $1.42", "1.42", euro));
    add(pair("€2 billion ($2.09 billion)", "2000000000", "2090000000", "10000000"));
    add(pair("€2 billion ($2.12 billion)", "2000000000", "2120000000", "10000000"));
    add(pair("€2 billion ($3.4 billion)", "2000000000", "3400000000", "10000000"));
    add(pair("€2 billion ($209 million)", "2000000000", "209000000", "1000000"));
    add(
        Claim.of(ClaimKind.FX_PAIR, Cases.span("2 billion kronor ($180 million)"))
            .id("c9")
            .value(new BigDecimal("2000000000"), new BigDecimal("10000000"))
            .currency("SEK", null)
            .second(new BigDecimal("180000000"), new BigDecimal("1000000"), "USD"));
    add(
        lanterns(ClaimKind.RATIO_PARITY, "an equivalent of 415p")
            .value(new BigDecimal("4.15"), new BigDecimal("0.01"))
            .currency("GBP", "GBX"));
    add(
        lanterns(ClaimKind.RATIO_PARITY, "an equivalent of 560p")
            .value(new BigDecimal("5.60"), new BigDecimal("0.01"))
            .currency("GBP", "GBX"));
  }

  private static ClaimBuilder rate(String words, String rate, ListingId pair) {
    return Claim.of(ClaimKind.FX_RATE, Cases.span(words))
        .id("fx " + rate)
        .group("g1")
        .subject("The euro")
        .session(FRIDAY)
        .pair(pair)
        .value(new BigDecimal(rate), Cases.step(rate))
        .currency("USD", null);
  }

  private static ClaimBuilder pair(String words, String euros, String dollars, String step) {
    return Claim.of(ClaimKind.FX_PAIR, Cases.span(words))
        .id("pair " + words)
        .group("g1")
        .value(new BigDecimal(euros), new BigDecimal(step))
        .currency("EUR", null)
        .second(new BigDecimal(dollars), new BigDecimal(step), "USD");
  }

  private void namesAndDates() {
    heading = "Tickers and dates";
    add(mills(ClaimKind.LISTING_TAG, "Orbital Mills (Nasdaq: MADE)").tagged(MILLS));
    add(mills(ClaimKind.LISTING_TAG, "Orbital Mills (NYSE: MADA)").tagged(MILLS_ADS));
    add(
        mills(ClaimKind.LISTING_TAG, "Orbital Mills (NYSE: MADE)")
            .tagged(ListingId.parse("XNYS:MADE")));
    add(
        mills(ClaimKind.LISTING_TAG, "Orbital Mills (NYSE: MILL)")
            .tagged(ListingId.parse("XNYS:MILL")));
    add(date("Monday, February 24", DAY));
    add(date("Sunday, February 23", DAY.minusDays(1)));
    add(date("Tuesday, February 24, 2025", DAY));
    add(date("Tuesday, January 6", LocalDate.parse("2025-01-06")));
  }

  private static ClaimBuilder date(String words, LocalDate day) {
    return mills(ClaimKind.SESSION_DATE, words).session(new SessionWords.OnDate(day));
  }

  private void minutes() {
    heading = "The price at a moment";
    Tape minutes = tape.with(List.of(MINUTES));
    add(MadeNews.SURE, at("08:02"), minutes, before("4.0"));
    add(MadeNews.SURE, at("09:20"), minutes, before("4.0"));
    add(MadeNews.SURE, at("09:20"), minutes, before("9.0"));
    add(MadeNews.SURE, at("12:00"), minutes, dollars("at $108.50", "108.50", null).build());
    add(MadeNews.SURE, at("14:00"), minutes, dollars("at $109.90", "109.90", null).build());
    add(MadeNews.SURE, EVENING, minutes, dollars("at $109.40", "109.40", null).build());
    add(
        MadeNews.SURE,
        EVENING,
        minutes,
        dollars("traded at $104.20 at 11 a.m.", "104.20", null)
            .clock(new ClockTime(LocalTime.of(11, 0), null, false))
            .build());
    add(MadeNews.SURE, at("12:00"), minutes, peak("rose as much as 2.3%", "2.3").build());
    add(MadeNews.SURE, at("12:00"), minutes, peak("rose as much as 6.4%", "6.4").build());
    add(MadeNews.SURE, at("08:02"), tape, before("4.0"));
    add(MadeNews.SURE, at("14:00"), minutes, dollars("at $104.00", "104.00", null).build());
  }

  private static PublicationTime at(String time) {
    return Cases.at("2025-02-24T" + time + ":00-05:00");
  }

  private static Claim before(String move) {
    return percent("up %s%% in pre-market trading".formatted(move), move)
        .field(PriceField.PRE)
        .build();
  }

  private void missing() {
    heading = "Prices are missing";
    Tape none = new Tape(List.of());
    add(none, percent("fell 2.3%", "-2.3").build());
    add(recent("2025-02-24"), percent("fell 2.3%", "-2.3").build());
    add(
        recent("2025-02-19"),
        extreme("highest close in 52 weeks", "52w", PriceField.CLOSE).session(FRIDAY).build());
    add(recent("2025-02-19"), period("up 21% this year", "21", "ytd").build());
    add(
        MadeNews.SURE,
        Cases.at("2025-02-25T11:00:00-05:00"),
        tape,
        percent("fell 2.3%", "-2.3").session(new SessionWords.OnDate(DAY.plusDays(1))).build());
    add(
        new Tape(List.of(series(MILLS, "1"), series("other.csv", MILLS, "1.2", DAY.minusYears(1)))),
        dollars("closed at $126", "126", PriceField.CLOSE).build());
    PriceSeries early = series(MILLS, "1");
    add(
        new Tape(List.of(Cases.retrieved(Instant.parse("2025-02-24T16:00:00Z").toString(), early))),
        percent("rose 4%", "4").build());
    add(without(DAY.minusDays(3)), percent("fell 2.3%", "-2.3").build());
  }

  private static Tape recent(String first) {
    return new Tape(List.of(series("made.csv", MILLS, "1", LocalDate.parse(first))));
  }

  private static Tape without(LocalDate day) {
    PriceSeries whole = series(MILLS, "1");
    return new Tape(
        List.of(
            new PriceSeries(
                MILLS,
                whole.source(),
                whole.delivered(),
                whole.retrievedAt(),
                whole.bars().stream().filter(bar -> !bar.session().equals(day)).toList(),
                List.of(),
                List.of(),
                true)));
  }

  private void unclear() {
    heading = "Whose price, which day";
    add(percent("fell 2.3%", "-2.3").listing(null));
    add(percent("rose 21%", "21").listing(Cases.choice(MILLS, "0.6")));
    add(percent("fell 2.3%", "-2.3").session(new SessionWords.OnDate(DAY.minusDays(1))));
    add(percent("fell 2.3%", "-2.3").session(new SessionWords.OnDate(DAY.plusDays(9))));
    add(
        MadeNews.SURE,
        null,
        tape,
        percent("fell 2.3%", "-2.3").session(SessionWords.Unstated.UNSTATED).build());
    add(percent("rose 21%", "21").session(SessionWords.Unstated.UNSTATED));
    add(
        mills(ClaimKind.EXTREME, "a record high in February")
            .direction(Direction.HIGH)
            .window(Window.parse("record"))
            .session(
                new SessionWords.Period(
                    LocalDate.parse("2025-02-01"), LocalDate.parse("2025-02-28"))));
  }

  private void noClaims() {
    heading = "No claim about a price";
    add(none(ClaimKind.TARGET, "a target of $150"));
    add(none(ClaimKind.DEAL_PRICE, "an offer of $150 a share"));
    add(none(ClaimKind.YIELD, "yielded 4.15%"));
    add(none(ClaimKind.COMMODITY, "oil at $81.20"));
    add(none(ClaimKind.FORECAST, "will reach $150"));
    add(none(ClaimKind.EPS, "earned $1.50 a share"));
    add(none(ClaimKind.DIVIDEND, "a dividend of 15 cents"));
    add(none(ClaimKind.FLOW, "inflows of $150 million"));
    add(percent("will fall 2.3%", "-2.3").modality(Modality.FORECAST));
  }

  private static ClaimBuilder none(ClaimKind kind, String words) {
    return mills(kind, words);
  }
}
