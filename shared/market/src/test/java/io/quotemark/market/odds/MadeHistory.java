package io.quotemark.market.odds;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.Cases;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A year and more of a made-up share, its moves large and its days calm, and claims about it. */
final class MadeHistory {
  static final ListingId SHARE = ListingId.parse("XNAS:MADE");

  /** A Thursday, the third session of its week; the last session of the tape is the day after. */
  static final LocalDate DAY = LocalDate.parse("2025-02-20");

  static final PublicationTime LATER = Cases.at("2025-02-21T18:00:00-05:00");

  private static final LocalDate LAST = LocalDate.parse("2025-02-21");
  private static final int SESSIONS = 320;

  private MadeHistory() {}

  static List<Bar> bars(ListingId listing, long seed, double start) {
    TradingCalendar calendar = Cases.CALENDARS.of(listing);
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = LAST; days.size() < SESSIONS; day = calendar.previous(day)) {
      days.addFirst(day);
    }
    Random random = new Random(seed);
    List<Bar> bars = new ArrayList<>();
    double price = start;
    for (LocalDate day : days) {
      price *= Math.exp((random.nextBoolean() ? 1 : -1) * (.02 + .03 * random.nextDouble()));
      double open = price * (1 + .002 * (random.nextDouble() - .5));
      bars.add(
          new Bar(
              day,
              cents(open),
              cents(Math.max(open, price) * (1.003 + .002 * random.nextDouble())),
              cents(Math.min(open, price) * (.995 + .002 * random.nextDouble())),
              cents(price),
              1000L));
    }
    return bars;
  }

  private static BigDecimal cents(double price) {
    return BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
  }

  static PriceSeries series(ListingId listing, List<Bar> bars, PriceSeries.Dividend... dividends) {
    return new PriceSeries(
        listing,
        "test",
        PriceSeries.Basis.AS_TRADED,
        Instant.parse("2026-01-01T00:00:00Z"),
        bars,
        List.of(),
        List.of(dividends),
        false);
  }

  /** The bar so many sessions before {@link #DAY}; −1 is the one after it. */
  static Bar back(List<Bar> bars, int sessions) {
    return bars.get(bars.size() - 2 - sessions);
  }

  /** The change between two prices in per cent, as printed with two places. */
  static BigDecimal change(BigDecimal from, BigDecimal to) {
    return to.subtract(from)
        .multiply(BigDecimal.valueOf(100))
        .divide(from, 2, RoundingMode.HALF_EVEN);
  }

  /** A claim of {@link #DAY}, stated. */
  static ClaimBuilder claim(ClaimKind kind, BigDecimal printed) {
    return Cases.claim(kind, SHARE, printed.toPlainString())
        .value(printed, BigDecimal.ONE.movePointLeft(Math.max(0, printed.scale())))
        .session(new SessionWords.OnDate(DAY));
  }

  static Wording wording(int sentence, int stretches) {
    return new Wording(
        sentence, Wording.Naming.NAMED, 0, 1, 1, 1, 1 + stretches, stretches, 10, false, false);
  }

  static ListingChoice choice(ListingId listing, ListingId sister, String why) {
    return new ListingChoice(
        listing,
        new BigDecimal("0.99"),
        ListingEvidence.parse(why).stream().toList(),
        List.of(new ListingChoice.Rejected(sister, null, List.of())));
  }

  static List<CheckedClaim> judge(
      Weighing weighing, PublicationTime published, SourceKind source, Tape tape, Claim... claims) {
    Article article = Cases.article(published).as(source);
    Statements statements =
        new Statements(List.of(), List.of(), List.of(claims), "test", List.of());
    return new Judge(Cases.CALENDARS, Cases.MASTER, weighing)
        .judge(article, statements, tape)
        .claims();
  }
}
