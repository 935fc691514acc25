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
  void find_partOfAText_isFoundByItsOwnHash() {
    char[] text = "on The way".toCharArray();
    int hash = 0;
    for (int i = 3; i < 6; i++) {
      hash = WordTable.hash(hash, text[i]);
    }
    assertThat(TABLE.find(text, 3, 6, hash)).isEqualTo(1);
    assertThat(TABLE.word(1)).isEqualTo("the");
  }

  @Test
  void find_wordsOfOneHash_areToldApart() {
    WordTable same = new WordTable(List.of("aa", "bb"));
    char[] text = "bb".toCharArray();
    int hashOfAnother = WordTable.hash(WordTable.hash(0, 'a'), 'a');
    assertThat(same.find(text, 0, 2, hashOfAnother)).isEqualTo(-1);
    assertThat(same.find("bb")).isEqualTo(1);
  }

  @Test
  void find_noWords_findsNone() {
    assertThat(new WordTable(List.of()).find("the")).isEqualTo(-1);
  }
}
