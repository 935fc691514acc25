package io.quotemark.market;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.odds.Scorecard;
import io.quotemark.market.odds.Watch;
import io.quotemark.market.odds.Weighing;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Articles, statements and a master for tests, in few words. */
public final class Cases {
  public static final Calendars CALENDARS = Calendars.load();
  public static final ListingId HONG_KONG = ListingId.parse("XHKG:9988");
  public static final ListingId NEW_YORK = ListingId.parse("XNYS:BABA");

  public static final Securities MASTER =
      new Securities(
          "test",
          List.of(
              new Issuer(
                  "Alibaba Group Holding Limited",
                  List.of("Alibaba"),
                  List.of(),
                  List.of(),
                  List.of(
                      listing(HONG_KONG, "HKD", null, null, "HSI"),
                      listing(NEW_YORK, "USD", new BigDecimal("8"), HONG_KONG, "GSPC"))),
              issuer("Made Up plc", ListingId.parse("XLON:MADE"), "GBP"),
              issuer("Made Up Inc", ListingId.parse("XNAS:MADE"), "USD")));

  /** Accuses of whatever fails, so that tests of checks see what the checks say. */
  public static final Weighing ACCUSING =
      new Weighing(new Scorecard(Map.of("base", 30.0)), Watch.NOBODY);

  private static final Judge JUDGE = new Judge(CALENDARS, MASTER, ACCUSING);

  private Cases() {}

  /** A series of rows {@code date open high low close}, delivered long after. */
  public static PriceSeries series(ListingId listing, String... rows) {
    return series("test", listing, List.of(), rows);
  }

  public static PriceSeries series(
      String source, ListingId listing, List<PriceSeries.Split> splits, String... rows) {
    List<Bar> bars =
        Arrays.stream(rows)
            .map(row -> row.split(" ", -1))
            .map(cells ->
                new Bar(
                    LocalDate.parse(cells[0]),
                    new BigDecimal(cells[1]),
                    new BigDecimal(cells[2]),
                    new BigDecimal(cells[3]),
                    new BigDecimal(cells[4]),
                    cells.length > 5 ? Long.valueOf(cells[5]) : Long.valueOf(1000)))
            .toList();
    return new PriceSeries(
        listing,
        source,
        PriceSeries.Basis.AS_TRADED,
        Instant.parse("2026-01-01T00:00:00Z"),
        bars,
        splits,
        List.of(),
        false);
  }

  /** A series as it was delivered at a time. */
  public static PriceSeries retrieved(String time, PriceSeries series) {
    return new PriceSeries(
        series.listing(),
        series.source(),
        series.delivered(),
        Instant.parse(time),
        series.bars(),
        series.splits(),
        series.dividends(),
        false);
  }

  public static Issuer issuer(String name, ListingId id, String currency) {
    return new Issuer(
        name, List.of(), List.of(), List.of(), List.of(listing(id, currency, null, null, "")));
  }

  public static Listing listing(
      ListingId id,
      String currency,
      @Nullable BigDecimal ratio,
      @Nullable ListingId underlying,
      String index) {
    return new Listing(
        id,
        "",
        currency,
        null,
        null,
        null,
        ratio,
        underlying,
        index.isEmpty() ? List.of() : List.of(index),
        underlying == null,
        null,
        null,
        null);
  }

  public static Article article(PublicationTime published) {
    return TestArticle.of("").published(published).article();
  }

  public static PublicationTime at(String time) {
    return PublicationTime.at(OffsetDateTime.parse(time), PublicationTime.Quality.DECLARED);
  }

  public static PublicationTime on(String date) {
    return PublicationTime.on(LocalDate.parse(date));
  }

  /** A claim of the group g1 about a listing that is sure. */
  public static ClaimBuilder claim(ClaimKind kind, ListingId listing, String words) {
    return Claim.of(kind, span(words))
        .id(kind + " " + words)
        .group("g1")
        .subject("it")
        .listing(choice(listing, "0.99"));
  }

  public static ListingChoice choice(ListingId listing, String score) {
    return new ListingChoice(listing, new BigDecimal(score), List.of(), List.of());
  }

  public static Span span(String words) {
    return new Span(Span.Part.TEXT, 0, words.codePointCount(0, words.length()), words);
  }

  /** One unit of the last printed digit of {@code 139.40}: {@code 0.01}. */
  public static BigDecimal step(String printed) {
    return BigDecimal.ONE.movePointLeft(new BigDecimal(printed).scale());
  }

  public static List<Verdict> judge(PublicationTime published, Tape tape, Claim... claims) {
    Statements statements =
        new Statements(List.of(), List.of(), Arrays.asList(claims), "test", List.of());
    return judge(published, tape, statements);
  }

  private static List<Verdict> judge(PublicationTime published, Tape tape, Statements statements) {
    return JUDGE.judge(article(published), statements, tape).claims().stream()
        .map(CheckedClaim::verdict)
        .toList();
  }

  /** As a function does: on the histories that the judge asks for, and no others. */
  public static Verdict judgeAsDeployed(PublicationTime published, Tape tape, Claim claim) {
    Statements statements = new Statements(List.of(), List.of(), List.of(claim), "test", List.of());
    List<PriceSeries> asked =
        JUDGE.needs(article(published), statements).listings().stream()
            .sorted()
            .flatMap(listing -> tape.sources(listing).stream())
            .toList();
    return judge(published, new Tape(asked), statements).getFirst();
  }

  public static Verdict judgeOne(PublicationTime published, Tape tape, Claim claim) {
    return judge(published, tape, claim).getFirst();
  }

  public static Tape tape(PriceSeries... series) {
    return new Tape(List.of(series));
  }
}
