package io.quotemark.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {
  private static final Odds ODDS = new Odds(new BigDecimal("0.5"), List.of(), List.of());

  private static Verdict verdict(Outcome outcome, @Nullable Odds odds) {
    Unverifiable code = outcome == Outcome.UNVERIFIABLE ? Unverifiable.DATE_AMBIGUOUS : null;
    return new Verdict(
        outcome, null, code, List.of(), Set.of(), null, List.of(), null, null, odds, List.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      names = {"CONTRADICTED", "DOUBTFUL"})
  void odds_standBesideWhatFailed(Outcome outcome) {
    assertThat(verdict(outcome, ODDS).odds()).isEqualTo(ODDS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Outcome.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONTRADICTED", "DOUBTFUL"})
  void odds_besideAnythingElse_areRefused(Outcome outcome) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verdict(outcome, ODDS))
        .withMessage("only what failed has odds, not " + outcome);
    assertThat(verdict(outcome, null).odds()).isNull();
  }
}
