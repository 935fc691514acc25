package io.quotemark.claims.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.language.Cells;
import io.quotemark.text.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhraseTreeTest {
  private static final Path VOCABULARIES = Path.of("src/main/resources/io/quotemark/claims");

  @Test
  void aPhrase_isFoundWordByWord() {
    PhraseTree<Integer> tree = new PhraseTree<>();
    tree.add("record high", 1);
    tree.add("record low", 2);
    tree.add("record high", 3);
    PhraseTree.Node<Integer> record = Objects.requireNonNull(tree.first("record"));
    assertThat(record.values()).isEmpty();
    assertThat(Objects.requireNonNull(record.next("high")).values()).containsExactly(1, 3);
    assertThat(record.next("year")).isNull();
  }

  @Test
  void aWord_thatOnlyBeginsLikeAPhrase_findsNone() {
    PhraseTree<Integer> tree = new PhraseTree<>();
    tree.add("société cotée", 1);
    assertThat(tree.first("soci")).isNull();
    assertThat(tree.first("société")).isNotNull();
  }

  /** Who looks a phrase up has but its first word. */
  @Test
  void everyPhraseOfTheVocabularies_beginsAsItsFirstWordDoes() throws IOException {
    assertThat(phrases())
        .hasSizeGreaterThan(5_000)
        .allSatisfy(phrase -> {
          List<Token> words = Tokens.ofPhrase(phrase);
          assertThat(words).isNotEmpty();
          assertThat(PlainText.beginning(words.getFirst().lower()))
              .isEqualTo(PlainText.beginning(phrase));
        });
  }

  private static List<String> phrases() throws IOException {
    try (Stream<Path> files = Files.walk(VOCABULARIES)) {
      return files
          .filter(file -> file.toString().endsWith(".tsv") && !file.endsWith("rules.tsv"))
          .flatMap(PhraseTreeTest::lines)
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> Cells.parts(line, "\t").stream())
          .flatMap(cell -> Cells.phrases(cell).stream())
          .filter(phrase -> !phrase.isEmpty())
          .toList();
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
