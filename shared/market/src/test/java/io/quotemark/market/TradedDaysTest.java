package io.quotemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bars of days without a session that are stored already. */
class TradedDaysTest {
  private static final ListingId SHARE = ListingId.parse("XNAS:MADE");
  private static final PublicationTime EVENING = Cases.at("2025-02-24T18:00:00-05:00");
  private static final SessionWords MONDAY = new SessionWords.OnDate(LocalDate.parse("2025-02-24"));

  /** Friday, a Saturday that was none, and Monday. */
  private static Tape tape(String saturday) {
    return Cases.tape(
        Cases.series(
            SHARE,
            "2025-02-20 100 101 99 100",
            "2025-02-21 100 101 99 100",
            "2025-02-22 " + saturday,
            "2025-02-24 102 106 101 105"));
  }

  private static Claim move(String printed) {
    return Cases.claim(ClaimKind.MOVE_PCT, SHARE, printed)
        .value(new BigDecimal(printed), BigDecimal.ONE)
        .session(MONDAY)
        .build();
  }

  @Test
  void previousClose_isThatOfTheSession_notOfADayWithoutOne() {
    Verdict verdict = Cases.judgeOne(EVENING, tape("90 91 89 90"), move("5"));

    assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Verdict.Outcome.VERIFIED);
    assertThat(Cases.judgeOne(EVENING, tape("90 91 89 90"), move("17")).outcome())
        .isEqualTo(Verdict.Outcome.CONTRADICTED);
  }

  @Test
  void extreme_isNotMadeByADayWithoutSession() {
    Claim high =
        Cases.claim(ClaimKind.EXTREME, SHARE, "105")
            .value(new BigDecimal("105"), BigDecimal.ONE)
            .currency("USD", null)
            .direction(Direction.HIGH)
            .window(Window.parse("3d"))
            .session(MONDAY)
            .build();

    Verdict verdict = Cases.judgeOne(EVENING, tape("200 210 190 200"), high);

    assertThat(verdict.outcome()).as(verdict.toString()).isEqualTo(Verdict.Outcome.VERIFIED);
  }

  @Test
  void contextAndDigest_areThoseOfTheSessions() {
    Judge judge = new Judge(Cases.CALENDARS, Cases.MASTER, Cases.ACCUSING);
    Statements statements =
        new Statements(List.of(), List.of(), List.of(move("5")), "test", List.of());
    Tape clean =
        Cases.tape(
            Cases.series(
                SHARE,
                "2025-02-20 100 101 99 100",
                "2025-02-21 100 101 99 100",
                "2025-02-24 102 106 101 105"));

    var withSaturday = judge.judge(Cases.article(EVENING), statements, tape("90 91 89 90"));
    var without = judge.judge(Cases.article(EVENING), statements, clean);

    assertThat(withSaturday).isEqualTo(without);
    assertThat(withSaturday.context())
        .singleElement()
        .extracting(ListingContext::asOf)
        .isEqualTo(LocalDate.parse("2025-02-21"));
  }
}
