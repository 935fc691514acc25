package io.quotemark.market.sentences;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.Cases;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.odds.Scorecard;
import io.quotemark.market.odds.Watch;
import io.quotemark.market.odds.Weighing;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Made-up companies with a made-up price of every trading day of two years up to Monday, 24
 * February 2025, and what an article may say of them.
 *
 * <p>Orbital Mills (Nasdaq, dollars) closed that day at 105 after 107.50, having been at 104 to
 * 110. Brindlewick Lanterns (London, pounds) did the same at a twenty-fifth of the price: 420p
 * after 430p, 416p to 440p. The index stood at 5,321.25 after 5,375.
 */
final class MadeNews {
  static final ListingId MILLS = ListingId.parse("XNAS:MADE");
  static final ListingId MILLS_ADS = ListingId.parse("XNYS:MADA");
  static final ListingId LANTERNS = ListingId.parse("XLON:MADE");
  static final ListingId INDEX = ListingId.index("GSPC");
  static final LocalDate DAY = LocalDate.parse("2025-02-24");
  static final PublicationTime EVENING = Cases.at("2025-02-24T16:55:00-05:00");
  static final PublicationTime NOON = Cases.at("2025-02-24T12:00:00-05:00");
  static final SessionWords MONDAY = new SessionWords.OnDate(DAY);

  private static final LocalDate FIRST = LocalDate.parse("2023-01-03");
  private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

  /** Open, high, low and close of the last days. */
  private static final Map<String, String> LAST =
      Map.of(
          "2025-02-14", "95 97 94 96",
          "2025-02-18", "96 102 95 100",
          "2025-02-19", "100 104 100 103",
          "2025-02-20", "103 105 101 102",
          "2025-02-21", "102 108 102 107.50",
          "2025-02-24", "107 110 104 105");

  static final Securities MASTER =
      new Securities(
          "made",
          List.of(
              issuer("S&P 500", listing(INDEX, "USD", null, null, null)),
              issuer("Orbital Mills Inc", listing(MILLS, "USD", null, null, 40_000_000L)),
              issuer(
                  "Brindlewick Lanterns plc",
                  listing(LANTERNS, "GBP", null, null, null),
                  listing(MILLS_ADS, "USD", new BigDecimal("10"), LANTERNS, null))));

  /** Sure of what it accuses. */
  static final Judge SURE = judge(30);

  /** Never sure enough. */
  static final Judge UNSURE = judge(-2);

  private MadeNews() {}

  private static Judge judge(double points) {
    Weighing weighing = new Weighing(new Scorecard(Map.of("base", points)), Watch.NOBODY);
    return new Judge(Cases.CALENDARS, MASTER, weighing);
  }

  private static Issuer issuer(String name, Listing... listings) {
    return new Issuer(name, List.of(), List.of(), List.of(), List.of(listings));
  }

  private static Listing listing(
      ListingId id,
      String currency,
      @Nullable BigDecimal ratio,
      @Nullable ListingId underlying,
      @Nullable Long shares) {
    return new Listing(
        id,
        "",
        currency,
        null,
        null,
        null,
        ratio,
        underlying,
        List.of(),
        underlying == null,
        FIRST,
        null,
        shares);
  }

  static Tape tape() {
    return new Tape(
        List.of(
            series(MILLS, "1"),
            series(LANTERNS, "0.04"),
            index(),
            series(MILLS_ADS, "0.5"),
            rates("2025-02-21", "1.0465"),
            pounds("2025-02-21", "0.8280")));
  }

  /** Fifty times the price of Orbital Mills, but for a calmer last day. */
  private static PriceSeries index() {
    PriceSeries same = series(INDEX, "50");
    List<Bar> bars = new ArrayList<>(same.bars());
    bars.removeLast();
    bars.add(
        new Bar(
            DAY,
            new BigDecimal("5370.15"),
            new BigDecimal("5391.20"),
            new BigDecimal("5302.75"),
            new BigDecimal("5321.25"),
            null));
    return new PriceSeries(
        INDEX, same.source(), same.delivered(), LATER, bars, List.of(), List.of(), false);
  }

  static PriceSeries series(ListingId listing, String times) {
    return series("made.csv", listing, times, FIRST);
  }

  /**
   * @param times what the prices of Orbital Mills are multiplied by
   */
  static PriceSeries series(String source, ListingId listing, String times, LocalDate first) {
    TradingCalendar calendar = Cases.CALENDARS.of(listing);
    List<Bar> bars = new ArrayList<>();
    LocalDate day = calendar.onOrAfter(FIRST);
    for (int i = 0; !day.isAfter(DAY); i++) {
      if (!day.isBefore(first)) {
        bars.add(bar(day, i, new BigDecimal(times)));
      }
      day = calendar.next(day);
    }
    return new PriceSeries(
        listing, source, PriceSeries.Basis.AS_TRADED, LATER, bars, List.of(), List.of(), false);
  }

  private static Bar bar(LocalDate day, int i, BigDecimal times) {
    String last = LAST.get(day.toString());
    String cents = last == null ? wave(i - 1) + " " + wave(i) : "";
    List<BigDecimal> prices =
        last != null
            ? Arrays.stream(last.split(" ", -1)).map(BigDecimal::new).toList()
            : wave(cents);
    List<BigDecimal> scaled =
        prices.stream()
            .map(price -> price.multiply(times).setScale(2, RoundingMode.HALF_UP))
            .toList();
    return new Bar(day, scaled.get(0), scaled.get(1), scaled.get(2), scaled.get(3), 2_000_000L);
  }

  private static List<BigDecimal> wave(String openAndClose) {
    BigDecimal open = new BigDecimal(openAndClose.substring(0, openAndClose.indexOf(' ')));
    BigDecimal close = new BigDecimal(openAndClose.substring(openAndClose.indexOf(' ') + 1));
    BigDecimal half = new BigDecimal("0.50");
    return List.of(open, open.max(close).add(half), open.min(close).subtract(half), close);
  }

  /** Up and down between 75 and 105 in some eleven months, with a little noise. */
  private static String wave(int i) {
    double price = 90 + 14.5 * Math.sin(i / 37.0) + (i * 7919L % 101 - 50) / 100.0;
    return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static PriceSeries rates(String day, String rate) {
    return pair("EUR", "USD", day, rate);
  }

  private static PriceSeries pounds(String day, String rate) {
    return pair("EUR", "GBP", day, rate);
  }

  private static PriceSeries pair(String base, String quote, String day, String rate) {
    LocalDate last = LocalDate.parse(day);
    BigDecimal price = new BigDecimal(rate);
    List<Bar> bars =
        List.of(Bar.flat(last.minusDays(1), price), Bar.flat(last, price), Bar.flat(DAY, price));
    return new PriceSeries(
        ListingId.currencyPair(base, quote),
        "ecb",
        PriceSeries.Basis.AS_TRADED,
        LATER,
        bars,
        List.of(),
        List.of(),
        false);
  }

  /** A claim of Monday about Orbital Mills. */
  static ClaimBuilder mills(ClaimKind kind, String words) {
    return of(kind, "Orbital Mills", MILLS, words);
  }

  /** A claim of Monday about Brindlewick Lanterns. */
  static ClaimBuilder lanterns(ClaimKind kind, String words) {
    return of(kind, "Brindlewick Lanterns", LANTERNS, words);
  }

  static ClaimBuilder index(ClaimKind kind, String words) {
    return of(kind, "S&P 500", INDEX, words);
  }

  private static ClaimBuilder of(ClaimKind kind, String name, ListingId listing, String words) {
    return Claim.of(kind, Cases.span(words))
        .id(kind + " " + words)
        .group("g1")
        .subject(name)
        .session(MONDAY)
        .listing(Cases.choice(listing, "0.99"));
  }

  /** The claims of one statement, judged. */
  static List<CheckedClaim> judged(
      Judge judge, @Nullable PublicationTime published, Tape tape, Claim... claims) {
    Statements statements =
        new Statements(List.of(), List.of(), Arrays.asList(claims), "made", List.of());
    return judge.judge(Cases.article(published), statements, tape).claims();
  }
}
