package io.quotemark.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchTest {
  private static final Rule RULE = rule("move.verb", 5);
  private static final Match HIT = new Match(RULE, 2, 6, 3, 4, 5);

  private static Rule rule(String name, int priority) {
    return new Rule(name, 0, priority, Rule.Product.MOVE, Set.of(), RulePattern.of("ab"));
  }

  static List<Match> others() {
    return List.of(
        new Match(rule("move.noun", 5), 2, 6, 3, 4, 5),
        new Match(RULE, 1, 6, 3, 4, 5),
        new Match(RULE, 2, 7, 3, 4, 5),
        new Match(RULE, 2, 6, -1, 4, 5),
        new Match(RULE, 2, 6, 3, -1, 5),
        new Match(RULE, 2, 6, 3, 4, -1));
  }

  @ParameterizedTest
  @MethodSource("others")
  void hits_thatDifferInAnything_areDifferent(Match other) {
    assertThat(HIT).isNotEqualTo(other);
  }

  @Test
  void hits_ofTheSameRuleAtTheSamePlace_areTheSame() {
    Match same = new Match(RULE, 2, 6, 3, 4, 5);
    assertThat(HIT).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo("a hit");
  }

  @Test
  void itemThatOnlyOneHitMayExplain_isTheFigure_elseWhatSaysWhatHappened() {
    assertThat(HIT.claimed()).isEqualTo(4);
    assertThat(new Match(RULE, 2, 6, 3, -1, -1).claimed()).isEqualTo(3);
    Rule pair = new Rule("pair", 0, 1, Rule.Product.PAIR, Set.of(), RulePattern.of("ab"));
    assertThat(new Match(pair, 2, 6, -1, 4, 5).claimed()).isEqualTo(5);
    assertThat(new Match(RULE, 2, 6, 3, 0, -1).claimed()).isZero();
  }

  @Test
  void hits_thatShareAnItem_overlap() {
    assertThat(HIT.length()).isEqualTo(4);
    assertThat(HIT.overlaps(new Match(RULE, 5, 8, -1, -1, -1))).isTrue();
    assertThat(HIT.overlaps(new Match(RULE, 6, 8, -1, -1, -1))).isFalse();
    assertThat(HIT.overlaps(new Match(RULE, 0, 2, -1, -1, -1))).isFalse();
  }
}
