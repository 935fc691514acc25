package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTableTest {
  private static final WordTable TABLE = new WordTable(List.of("über", "the", "di", "的"));

  @ParameterizedTest
  @CsvSource({"THE, 1", "Über, 0", "di, 2", "的, 3", "then, -1", "th, -1", "'', -1", "überall, -1"})
  void find_anyLetterCase_givesThePlaceOfTheWholeWord(String word, int place) {
    assertThat(TABLE.find(word)).isEqualTo(place);
  }

  @Test
  void find_partOfAText_isFoundWhereItStands() {
    assertThat(TABLE.find("on The way".toCharArray(), 3, 6)).isEqualTo(1);
    assertThat(TABLE.word(1)).isEqualTo("the");
  }

  @Test
  void find_wordsOfOneHash_areToldApart() {
    assertThat("a~".hashCode()).isEqualTo("b_".hashCode());
    WordTable both = new WordTable(List.of("a~", "b_"));
    assertThat(both.find("B_")).isEqualTo(1);
    assertThat(new WordTable(List.of("a~", "bb")).find("b_")).isEqualTo(-1);
  }

  @Test
  void find_noWords_findsNone() {
    assertThat(new WordTable(List.of()).find("the")).isEqualTo(-1);
  }
}
