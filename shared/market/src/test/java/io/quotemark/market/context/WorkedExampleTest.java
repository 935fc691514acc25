package io.quotemark.market.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.ListingContext.MarketModel;
import io.quotemark.domain.price.ListingContext.Parity;
import io.quotemark.domain.price.ListingContext.Range;
import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.domain.price.ListingContext.SessionState;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The documented example, Hong Kong on 24 February 2025, to the digits printed there. */
class WorkedExampleTest {
  private static final ListingId HONG_KONG = ListingId.parse("XHKG:9988");
  private static final ListingId NEW_YORK = ListingId.parse("XNYS:BABA");
  private static final LocalDate SESSION = LocalDate.of(2025, 2, 24);

  private static @Nullable Tape tape;

  @BeforeAll
  static void readRealBars() throws IOException {
    Path data = BesideProject.required("data/prices/9988.HK.csv").resolve("../..").normalize();
    List<PriceSeries> all = new ArrayList<>();
    for (Path file :
        List.of(
            data.resolve("prices/9988.HK.csv"),
            data.resolve("prices/BABA.csv"),
            data.resolve("prices/INDEX-HSI.csv"),
            data.resolve("prices/INDEX-GSPC.csv"),
            data.resolve("fx/eurofxref-hist.csv"))) {
      all.addAll(
          PriceFiles.parse(
                  file.getFileName().toString(),
                  Files.readAllBytes(file),
                  Instant.parse("2026-11-01T00:00:00Z"),
                  master())
              .series());
    }
    tape = new Tape(all);
  }

  @Test
  void returns_toTheSessionBefore() {
    ListingContext context = hongKong();

    assertThat(context.asOf()).isEqualTo("2025-02-21");
    assertThat(context.previousClose()).isEqualByComparingTo("138.50");
    assertFigure(context.returns(), "1d", "14.557", 3);
    assertFigure(context.returns(), "5d", "11.60", 2);
    assertFigure(context.returns(), "20d", "63.3", 1);
    assertFigure(context.returns(), "60d", "64.1", 1);
    assertFigure(context.returns(), "250d", "95.6", 1);
    assertFigure(context.returns(), "ytd", "67.2", 1);
  }

  @Test
  void range_ofFiftyTwoWeeks_includesTheSessionThatWasOver() {
    Range range = Objects.requireNonNull(hongKong().range52w());

    assertThat(range.low()).isEqualByComparingTo("65.8");
    assertThat(range.lowSession()).isEqualTo("2024-04-19");
    assertThat(range.high()).isEqualByComparingTo("140.9");
    assertThat(range.highSession()).isEqualTo("2025-02-24");
    assertThat(range.asOf()).isEqualTo("2025-02-24");
    // (135.7 − 65.8) / (140.9 − 65.8)
    assertThat(range.position()).isEqualByComparingTo("0.930759");
  }

  @Test
  void volatility_annualised() {
    assertFigure(hongKong().volatility(), "20d", "63.96", 2);
    assertFigure(hongKong().volatility(), "60d", "47.51", 2);
    assertFigure(hongKong().volatility(), "250d", "39.99", 2);
  }

  @Test
  void volume_againstTheMeanOfTwentySessions() {
    // one of the twenty is a half day that the source filled in with volume 0
    assertThat(hongKong().volumeVs20d()).isEqualByComparingTo("2.258910");
  }

  @Test
  void marketModel_overTheEstimationWindow() {
    MarketModel model = Objects.requireNonNull(hongKong().marketModel());

    assertThat(model.index()).hasToString("INDEX:HSI");
    assertThat(model.beta().setScale(3, RoundingMode.HALF_UP)).isEqualByComparingTo("1.177");
    assertThat(model.from()).isEqualTo("2024-08-09");
    assertThat(model.to()).isEqualTo("2025-02-07");
    assertThat(model.eventDay()).isEqualTo(SESSION);
    assertThat(rounded(model.abnormal())).isEqualByComparingTo("-1.36");
    assertThat(rounded(model.tValue())).isEqualByComparingTo("-0.95");
    ListingContext.Abnormal before = Objects.requireNonNull(model.previous());
    assertThat(before.session()).isEqualTo("2025-02-21");
    assertThat(rounded(before.value())).isEqualByComparingTo("8.99");
    assertThat(rounded(before.tValue())).isEqualByComparingTo("6.29");
  }

  @Test
  void parity_onTheSessionBefore() {
    Parity parity = Objects.requireNonNull(hongKong().adrParity());

    assertThat(parity.asOf()).isEqualTo("2025-02-21");
    assertThat(parity.rate().setScale(4, RoundingMode.HALF_UP)).isEqualByComparingTo("7.7713");
    assertThat(rounded(parity.implied())).isEqualByComparingTo("142.58");
    assertThat(parity.actual()).isEqualByComparingTo("143.75");
    assertThat(rounded(parity.premium())).isEqualByComparingTo("0.82");
  }

  @Test
  void reaction_hongKong_startsTheDayAfterItsClose() {
    Reaction reaction = Objects.requireNonNull(hongKong().reaction());

    assertThat(reaction.day0()).isEqualTo("2025-02-25");
    assertFigure(reaction.returns(), "open", "-7.81", 2);
    assertFigure(reaction.returns(), "day0", "-3.76", 2);
    assertFigure(reaction.returns(), "d1", "0.88", 2);
    assertFigure(reaction.returns(), "d5", "-5.82", 2);
    assertThat(reaction.sessions()).containsEntry("d1", LocalDate.of(2025, 2, 26));
    assertThat(reaction.complete()).isTrue();
    assertThat(hongKong().sessionAtPublication()).isEqualTo(SessionState.CLOSED);
  }

  @Test
  void reaction_newYork_startsTheSameMorning() {
    ListingContext newYork = contexts().get(1);
    Reaction reaction = Objects.requireNonNull(newYork.reaction());

    assertThat(newYork.listing()).isEqualTo(NEW_YORK);
    assertThat(newYork.previousClose()).isEqualByComparingTo("143.75");
    assertThat(newYork.sessionAtPublication()).isEqualTo(SessionState.PRE_OPEN);
    assertThat(reaction.day0()).isEqualTo("2025-02-24");
    assertFigure(reaction.returns(), "day0", "-10.23", 2);
    // nothing of a day that had not traded
    assertThat(Objects.requireNonNull(newYork.marketModel()).abnormal()).isNull();
    assertThat(Objects.requireNonNull(newYork.range52w()).asOf()).isEqualTo("2025-02-21");
  }

  @Test
  void conversions_useTheFixingOfTheFridayBefore() {
    List<Conversion> conversions =
        new Contexts(Calendars.load(), master()).conversions(article(), statements(), tape());

    assertThat(conversions)
        .singleElement()
        .satisfies(c -> {
          assertThat(c.rateDate()).isEqualTo("2025-02-21");
          assertThat(c.currency()).isEqualTo("USD");
          // 1 / 7.2559
          assertThat(c.rate()).isEqualByComparingTo("0.137819");
          assertThat(c.value()).isEqualByComparingTo("20672800000");
        });
  }

  @Test
  void withoutPrices_whatIsPrintedAndWantedIsSaid() {
    ListingContext context =
        new Contexts(Calendars.load(), master())
            .of(article(), statements(), Map.of(HONG_KONG, SESSION), Tape.EMPTY)
            .getFirst();

    assertThat(context.asOf()).isNull();
    assertThat(Objects.requireNonNull(context.stated()).wanted())
        .isEqualTo(
            "daily bars of XHKG:9988 from 2024-01-21 to 2025-02-24, as prices/XHKG_9988.csv");
    assertThat(context.sessionAtPublication()).isEqualTo(SessionState.CLOSED);
  }

  private static ListingContext hongKong() {
    return contexts().getFirst();
  }

  private static List<ListingContext> contexts() {
    Map<ListingId, LocalDate> sessions = new LinkedHashMap<>();
    sessions.put(HONG_KONG, SESSION);
    return new Contexts(Calendars.load(), master()).of(article(), statements(), sessions, tape());
  }

  private static Tape tape() {
    return Objects.requireNonNull(tape);
  }

  private static Article article() {
    return TestArticle.of("")
        .published(
            PublicationTime.at(
                OffsetDateTime.parse("2025-02-24T03:55:00-05:00"),
                PublicationTime.Quality.DECLARED))
        .article();
  }

  private static Statements statements() {
    return new Statements(
        List.of(
            new Amount(
                new Span(Span.Part.TEXT, 0, 16, "150 billion yuan"),
                Amount.Type.MONEY,
                new BigDecimal("150000000000"),
                new BigDecimal("1000000000"),
                "CNY",
                null,
                null,
                List.of())),
        List.of(),
        List.of(),
        "test",
        List.of());
  }

  private static Securities master() {
    Listing ordinary =
        new Listing(
            HONG_KONG,
            "",
            "HKD",
            null,
            null,
            null,
            null,
            null,
            List.of("HSI"),
            true,
            null,
            null,
            null);
    Listing depositary =
        new Listing(
            NEW_YORK,
            "",
            "USD",
            null,
            null,
            "ADR",
            new BigDecimal("8"),
            HONG_KONG,
            List.of(),
            false,
            null,
            null,
            null);
    return new Securities(
        "test",
        List.of(
            new Issuer("Example", List.of(), List.of(), List.of(), List.of(ordinary, depositary))));
  }

  private static void assertFigure(
      Map<String, BigDecimal> figures, String name, String printed, int places) {
    assertThat(figures).containsKey(name);
    assertThat(Objects.requireNonNull(figures.get(name)).setScale(places, RoundingMode.HALF_UP))
        .as(name)
        .isEqualByComparingTo(printed);
  }

  private static BigDecimal rounded(@Nullable BigDecimal figure) {
    return Objects.requireNonNull(figure).setScale(2, RoundingMode.HALF_UP);
  }
}
