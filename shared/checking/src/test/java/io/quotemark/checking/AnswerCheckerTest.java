package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.AnswerFinding;
import io.quotemark.domain.verdict.AnswerFinding.Standing;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an answer's statements are worth, on made-up prices. */
class AnswerCheckerTest {
  private static final Securities MASTER = MasterFile.load();
  private static final ListingId APPLE = ListingId.parse("XNAS:AAPL");
  private static final PriceSeries SERIES =
      new PriceSeries(
          APPLE,
          "made up",
          PriceSeries.Basis.AS_TRADED,
          Instant.parse("2026-06-01T00:00:00Z"),
          Walk.from(1500)
              .bars(
                  Walk.sessions(
                      LocalDate.parse("2023-01-03"),
                      LocalDate.parse("2025-06-30"),
                      Calendars.load().of(APPLE)::isSession),
                  new Random(7)),
          List.of(),
          List.of(),
          false);
  private static final AnswerChecker CHECKER =
      new AnswerChecker(Checker.on(MASTER, (l, from, to) -> new Tape(List.of(SERIES))), MASTER);

  private static final int AT = 400;
  private static final Bar BAR = SERIES.bars().get(AT);
  private static final Bar BEFORE = SERIES.bars().get(AT - 1);

  private static CheckedAnswer checked(String language, String text, LocalDate day) {
    return CHECKER.check(
        new Article(
                "",
                List.of(),
                List.of(),
                PublicationTime.at(
                    day.atTime(LocalTime.of(23, 0)).atOffset(ZoneOffset.UTC),
                    PublicationTime.Quality.DECLARED),
                null,
                language,
                null,
                null,
                null,
                List.of(),
                text,
                List.of(),
                0,
                List.of())
            .as(SourceKind.GENERATED),
        false);
  }

  private static BigDecimal percent(Bar bar, Bar before) {
    return bar.close()
        .subtract(before.close())
        .multiply(BigDecimal.valueOf(100))
        .divide(before.close(), MathContext.DECIMAL64)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal peak(int at, boolean high) {
    LocalDate from = SERIES.bars().get(at).session().minusWeeks(52);
    @Nullable BigDecimal peak = null;
    for (Bar bar : SERIES.bars().subList(0, at + 1)) {
      BigDecimal price = high ? bar.high() : bar.low();
      boolean beats = peak == null || price.compareTo(peak) > 0 == high;
      peak = !bar.session().isBefore(from) && beats ? price : peak;
    }
    return Objects.requireNonNull(peak);
  }

  @Test
  void trueStatements_areSupported_andNoneIsAccused() {
    int statements = 0;
    int supported = 0;
    for (int at = 300; at < SERIES.bars().size(); at += 7) {
      Bar bar = SERIES.bars().get(at);
      Bar before = SERIES.bars().get(at - 1);
      String text =
          """
          Apple (AAPL), as of %s
          - Close: $%s (%s%%)
          - Open: %s
          - Day's range: %s - %s
          - Previous close: %s
          - 52-week high: %s
          - 52-week low: %s
          """
              .formatted(
                  bar.session(),
                  bar.close(),
                  percent(bar, before),
                  bar.open(),
                  bar.low(),
                  bar.high(),
                  before.close(),
                  peak(at, true),
                  peak(at, false));
      CheckedAnswer answer = checked("en", text, bar.session());
      statements += answer.findings().size();
      for (AnswerFinding finding : answer.findings()) {
        assertThat(finding.standing())
            .as(bar.session() + " " + finding.claim())
            .isNotIn(Standing.CONTRADICTED, Standing.DOUBTFUL);
        supported += finding.standing() == Standing.SUPPORTED ? 1 : 0;
        assertThat(finding.cited()).isNotNull();
      }
      assertThat(answer.findings()).hasSize(8);
      assertThat(answer.corrected()).isEqualTo(text);
    }
    assertThat(supported).isEqualTo(statements);
  }

  @Test
  void falseClose_isContradicted_withTheValueToCite_andTheTextPutRight() {
    BigDecimal wrong = BAR.close().multiply(new BigDecimal("1.2")).setScale(2, RoundingMode.UP);
    String text = "| Ticker | Date | Close |\n|---|---|---|\n| AAPL | %s | **$%,.2f** |\n";

    CheckedAnswer answer =
        checked("en", text.formatted(BAR.session(), wrong), BAR.session().plusDays(3));

    AnswerFinding only = answer.findings().getFirst();
    assertThat(only.standing()).isEqualTo(Standing.CONTRADICTED);
    assertThat(Objects.requireNonNull(only.cited()).value()).isEqualByComparingTo(BAR.close());
    assertThat(Objects.requireNonNull(only.cited()).session()).isEqualTo(BAR.session());
    assertThat(answer.corrected()).isEqualTo(text.formatted(BAR.session(), BAR.close()));
  }

  @Test
  void falseMove_isPutRightWithItsSign_asItIsPrinted() {
    BigDecimal move = percent(BAR, BEFORE);
    String sign = move.signum() < 0 ? "-" : "+";
    String turned = move.signum() < 0 ? "+" : "-";
    String german = move.abs().toPlainString().replace('.', ',');
    String text = "Apple (AAPL), Stand: %s\nSchlusskurs: %s $\nVeränderung: %s%s %%\n";
    String close = BAR.close().toPlainString().replace('.', ',');

    CheckedAnswer answer =
        checked(
            "de", text.formatted(BAR.session(), close, turned, german), BAR.session().plusDays(3));

    assertThat(answer.findings())
        .as(answer.findings().toString())
        .extracting(AnswerFinding::standing)
        .contains(Standing.CONTRADICTED);
    assertThat(answer.corrected()).isEqualTo(text.formatted(BAR.session(), close, sign, german));
  }

  @Test
  void withoutPrices_statementsAreUnsupported() {
    CheckedAnswer answer =
        new AnswerChecker(Checker.on(MASTER, (l, from, to) -> Tape.EMPTY), MASTER)
            .check(checked("en", "MSFT 404.00 -1.03%", BAR.session()).checked().article(), false);

    assertThat(answer.findings()).hasSize(2);
    assertThat(answer.findings())
        .allMatch(finding -> finding.standing() == Standing.UNSUPPORTED && finding.cited() == null);
  }
}
