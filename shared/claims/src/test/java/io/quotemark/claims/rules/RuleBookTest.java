package io.quotemark.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.claims.language.Category;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
  @Test
  void pattern_isOverTheLettersOfSymbols_withFragmentsPutIn() {
    Rule rule =
        new RuleBook(
                List.of(
                    List.of("@sum", "-", "-", "MONEY | PCT"),
                    List.of("level", "7", "LEVEL", "(?<value>@sum) BPS{0,2}")))
            .rules()
            .getFirst();
    assertThat(rule.pattern().pattern())
        .isEqualTo(
            "(?<value>(?:%c|%c))%c{0,2}"
                .formatted(Category.MONEY.letter(), Category.PCT.letter(), Category.BPS.letter()));
    assertThat(rule.priority()).isEqualTo(7);
    assertThat(rule.product()).isEqualTo(Rule.Product.LEVEL);
  }

  @ParameterizedTest
  @CsvSource({
    "MONEY*,      unbounded repetition in rule a",
    "MONEY+,      unbounded repetition in rule a",
    "'MONEY{2,}', unbounded repetition in rule a",
    "@unheard,    unknown fragment @unheard"
  })
  void badPattern_isRefused(String pattern, String message) {
    assertThatThrownBy(() -> new RuleBook(List.of(List.of("a", "1", "MOVE", pattern))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void rule_ofALanguage_readsTextsOfNoOther() {
    RuleBook book =
        new RuleBook(
            List.of(List.of("move", "1", "MOVE", "PCT"), List.of("de:move", "1", "MOVE", "PCT")));
    assertThat(book.rules("de")).extracting(Rule::name).containsExactly("move", "de:move");
    assertThat(book.rules("en")).extracting(Rule::name).containsExactly("move");
    assertThat(book.rules()).hasSize(2);
  }

  @Test
  void twoRulesOfOneName_areRefused() {
    List<String> row = List.of("a", "1", "MOVE", "MONEY");
    assertThatThrownBy(() -> new RuleBook(List.of(row, row))).hasMessage("two rules are called a");
  }
}
