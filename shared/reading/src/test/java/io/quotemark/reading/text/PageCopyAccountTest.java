package io.quotemark.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.reading.ArticleReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Copies of pages, each line with what it is: all texts are made up. A file's lines are a kind, a
 * tab and the line of the copy; {@code +} goes on with the paragraph before, {@code wire} stands on
 * one line with the next. Lines that begin with {@code #} say what the article's fields must be.
 */
class PageCopyAccountTest {
  static List<Path> copies() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(PageCopyAccountTest.class.getResource("../copy"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }

  @Test
  void copies_areOfManyShapesAndLanguages() throws Exception {
    assertThat(copies()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(copies().stream().map(p -> p.getFileName().toString().substring(0, 2)).distinct())
        .hasSizeGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("copies")
  void read_copy_givesItsAccount(Path file) throws IOException {
    Account want = Account.read(Files.readAllLines(file));
    Reading reading =
        new ArticleReader()
            .read(Document.of(want.copy.toString().getBytes(StandardCharsets.UTF_8), "copy.txt"));
    assertThat(reading).isInstanceOf(Reading.One.class);
    Article got = ((Reading.One) reading).article();
    List<String> furniture =
        got.furniture().stream()
            .map(f -> f.kind().name().toLowerCase(Locale.ROOT) + "\t" + f.text())
            .toList();
    assertThat(furniture).containsExactlyInAnyOrderElementsOf(want.furniture);
    assertThat(got.text().isEmpty() ? List.of() : List.of(got.text().split("\n\n", -1)))
        .isEqualTo(want.paragraphs);
    assertThat(got.title()).isEqualTo(want.title);
    assertThat(got.duplicateParagraphs()).as("duplicates").isEqualTo(want.duplicates);
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : want.fields.keySet()) {
      fields.put(
          field,
          switch (field) {
            case "authors" -> String.join(", ", got.authors());
            case "credits" -> String.join(", ", got.credits());
            case "published" -> String.valueOf(got.published());
            case "quality" ->
                got.published() == null
                    ? "unknown"
                    : got.published().quality().name().toLowerCase(Locale.ROOT);
            case "modified" -> String.valueOf(got.modified());
            case "language" -> String.valueOf(got.language());
            case "tickers" -> String.join(", ", got.tickers());
            case "notices" ->
                String.join(
                    ", ",
                    got.notices().stream()
                        .map(n -> n.kind().name().toLowerCase(Locale.ROOT))
                        .toList());
            default -> throw new IllegalStateException(file + " has no field " + field);
          });
    }
    assertThat(fields).isEqualTo(want.fields);
    assertThat(want.fields).containsKeys("authors", "published", "quality", "language");
  }

  private static final class Account {
    final StringBuilder copy = new StringBuilder();
    final List<String> furniture = new ArrayList<>();
    final List<String> paragraphs = new ArrayList<>();
    final Map<String, String> fields = new LinkedHashMap<>();
    String title = "";
    int duplicates;

    static Account read(List<String> lines) {
      Account out = new Account();
      for (String line : lines) {
        int tab = line.indexOf('\t');
        if (line.startsWith("# ")) {
          out.fields.put(line.substring(2, tab), line.substring(tab + 1));
        } else if (tab < 0) {
          out.copy.append('\n');
        } else {
          out.line(line.substring(0, tab), line.substring(tab + 1));
        }
      }
      return out;
    }

    private void line(String kind, String text) {
      copy.append(text).append(kind.equals("wire") ? ' ' : '\n');
      switch (kind) {
        case "title" -> title = text.replaceFirst("^# ", "");
        case "text" -> paragraphs.add(text.replaceFirst("^#{2,4} ", ""));
        case "+" -> paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + " " + text);
        case "wire" -> furniture.add("dateline\t" + text);
        case "duplicate" -> duplicates++;
        case "gone" -> {}
        default -> furniture.add(kind + "\t" + text);
      }
    }
  }
}
