package io.quotemark.claims.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.claims.language.Language;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sentence must have for a pattern to match in it. */
class NeedsTest {
  private static final long SEED = 20251201;
  private static final int SENTENCES = 400;
  private static final int LONGEST = 14;

  private static boolean met(String pattern, String sentence) {
    return Needs.of(pattern).areMetBy(Needs.letters(sentence));
  }

  @ParameterizedTest
  @CsvSource({
    "AB,               BA,  true",
    "AB,               A,   false",
    "A?B,              B,   true",
    "A?B,              A,   false",
    "'A{0,2}B',        B,   true",
    "'A{1,2}B',        B,   false",
    "A|B,              B,   true",
    "A|B,              C,   false",
    "A(?:B|C)D,        ACD, true",
    "A(?:B|C)D,        AD,  false",
    "A(?:B|C)?D,       AD,  true",
    "A(?:BC|D?)E,      AE,  true",
    "A(?:BC|D)E,       AE,  false",
    "(?<value>A|B)C,   C,   false",
    "(?<value>A|B)C,   BC,  true",
    "A(?=B),           A,   false",
    "A(?!B),           A,   true",
    "(?<=B)A,          A,   false",
    "(?<!B)A,          A,   true",
    "(?!(?:A|B)C)D,    D,   true",
    "(?:A(?:B|(?:C))), A,   false",
    "A.B,              C,   true",
    "[AB]C,            D,   true"
  })
  void pattern_matchesNothingWithoutWhatItNeeds(String pattern, String sentence, boolean met) {
    assertThat(met(pattern, sentence)).isEqualTo(met);
  }

  @Test
  void openBracket_isRefused() {
    assertThatThrownBy(() -> Needs.of("A(?:B"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("open bracket at 1: A(?:B");
  }

  @Test
  void sentenceInWhichAShippedRuleMatches_hasWhatTheRuleNeeds() {
    Random random = new Random(SEED);
    int matched = 0;
    int spared = 0;
    for (String language : new String[] {"en", "de", "zh"}) {
      for (Rule rule : RuleBook.shipped().rules(Language.of(language))) {
        RulePattern pattern = rule.pattern();
        String letters =
            pattern.compiled().pattern().replaceAll("[^\\uE000-\\uF8FF]", ""); // of categories
        for (int n = 0; n < SENTENCES; n++) {
          StringBuilder sentence = new StringBuilder();
          for (int length = 1 + random.nextInt(LONGEST); length > 0; length--) {
            sentence.append(letters.charAt(random.nextInt(letters.length())));
          }
          boolean met = pattern.needs().areMetBy(Needs.letters(sentence.toString()));
          boolean found = pattern.compiled().matcher(sentence).find();
          assertThat(met || !found).as("%s in %s", rule.name(), sentence).isTrue();
          matched += found ? 1 : 0;
          spared += met ? 0 : 1;
        }
      }
    }
    assertThat(matched).isPositive();
    assertThat(spared).isPositive();
  }
}
