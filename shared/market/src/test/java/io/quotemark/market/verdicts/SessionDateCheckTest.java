package io.quotemark.market.verdicts;

import static io.quotemark.market.verdicts.MadeMarket.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.Cases;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days of the week beside dates, in words of several languages. */
class SessionDateCheckTest {
  private static Outcome judge(String words) {
    Claim claim =
        Cases.claim(ClaimKind.SESSION_DATE, Cases.HONG_KONG, words)
            .session(new SessionWords.OnDate(LocalDate.parse("2025-02-24")))
            .build();
    return Cases.judgeOne(EVENING, Tape.EMPTY, claim).outcome();
  }

  @ParameterizedTest
  @CsvSource({
    "'Monday, Feb. 24, 2025'",
    "'Mon Feb 24, 2025'",
    "'Montag, 24. Februar 2025'",
    "'lunes 24 de febrero de 2025'",
    "2025年2月24日（星期一）",
    "2025年2月24日(月曜)"
  })
  void weekday_ofTheDate_isBorneOut(String words) {
    assertThat(judge(words)).isEqualTo(Outcome.VERIFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "'Friday, Feb. 24, 2025'",
    "'Freitag, 24. Februar 2025'",
    "'viernes 24 de febrero de 2025'",
    "2025年2月24日（星期五）"
  })
  void weekday_ofAnotherDay_isContradictedBesideTheYear(String words) {
    assertThat(judge(words)).isEqualTo(Outcome.CONTRADICTED);
  }

  /** "Mar" begins a Tuesday in French, Italian and Spanish, "Dom" a Sunday. */
  @ParameterizedTest
  @CsvSource({"'Mar 24, 2025'", "'Dom 24, 2025'", "'Feb 24, 2025'"})
  void partOfAWeekday_isNone(String words) {
    assertThat(judge(words)).isEqualTo(Outcome.VERIFIED);
  }
}
