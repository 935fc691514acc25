package io.quotemark.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
  private static final Language ENGLISH = Language.of("en");

  private static String rule(String name, String traits, String pattern) {
    return String.join("\t", "rule", name, "7", "LEVEL", traits, pattern);
  }

  @Test
  void pattern_isOverTheLettersOfCategories_withPartsPutIn() {
    Rule rule =
        RuleBook.of(
                List.of("part\t@sum\tMONEY | PCT", rule("level", "-", "(?<value>@sum) BPS{0,2}")))
            .rules(ENGLISH)
            .getFirst();
    assertThat(rule.pattern().compiled().pattern())
        .isEqualTo(
            "(?<value>(?:%c|%c))%c{0,2}"
                .formatted(Category.MONEY.letter(), Category.PCT.letter(), Category.BPS.letter()));
    assertThat(rule.priority()).isEqualTo(7);
    assertThat(rule.product()).isEqualTo(Rule.Product.LEVEL);
    assertThat(rule.flags()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY*,      unbounded repetition in rule a",
    "MONEY+,      unbounded repetition in rule a",
    "'MONEY{2,}', unbounded repetition in rule a",
    "@unheard,    rule a: unknown part @unheard"
  })
  void badPattern_isRefused(String pattern, String message) {
    assertThatThrownBy(() -> RuleBook.of(List.of(rule("a", "-", pattern))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void rule_ofTooFewColumns_isRefusedByName() {
    assertThatThrownBy(() -> RuleBook.of(List.of("rule\ta\t7\tLEVEL\tPCT")))
        .hasMessage("rule a: 5 columns, not 6: see parts.tsv");
  }

  @Test
  void rule_ofAConstruction_readsTextsOfTheLanguagesThatHaveIt() {
    RuleBook book =
        RuleBook.of(List.of(rule("move", "-", "PCT"), rule("move", "in=inversion", "PCT")));
    assertThat(book.rules(Language.of("de")))
        .extracting(Rule::name)
        .containsExactly("move", "de:move");
    assertThat(book.rules(ENGLISH)).extracting(Rule::name).containsExactly("move");
  }

  @Test
  void flags_areReadFromTheTraits() {
    RuleBook book = RuleBook.of(List.of(rule("move", "running any_unit", "PCT")));
    assertThat(book.rules(ENGLISH).getFirst().flags())
        .containsExactlyInAnyOrder(Rule.Flag.RUNNING, Rule.Flag.ANY_UNIT);
  }

  @Test
  void examples_areNoRules() {
    assertThat(RuleBook.of(List.of("+\ten\tIt rose.\t-")).rules(ENGLISH)).isEmpty();
  }

  @Test
  void twoRulesOfOneName_areRefused() {
    String row = rule("a", "-", "MONEY");
    assertThatThrownBy(() -> RuleBook.of(List.of(row, row))).hasMessage("two rules are called a");
  }
}
