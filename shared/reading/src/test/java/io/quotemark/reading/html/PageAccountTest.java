package io.quotemark.reading.html;

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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages of our own, each of another make. The comment that ends a page says what must be read off
 * it: a field and its value a line, then a blank line, then the paragraphs, one a line.
 */
class PageAccountTest {
  static List<Path> pages() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(PageAccountTest.class.getResource("../pages"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void read_page_givesItsAccount(Path file) throws IOException {
    String all = Files.readString(file);
    int at = all.lastIndexOf("<!--");
    Article got = article(all.substring(0, at));
    Map<String, String> want = new LinkedHashMap<>();
    List<String> paragraphs = new ArrayList<>();
    boolean text = false;
    for (String line : all.substring(at + 4, all.lastIndexOf("-->")).strip().lines().toList()) {
      if (text) {
        paragraphs.add(line);
      } else if (line.isBlank()) {
        text = true;
      } else {
        int colon = line.indexOf(": ");
        want.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : want.keySet()) {
      fields.put(name, field(got, name));
    }
    assertThat(fields).isEqualTo(want);
    assertThat(want).containsKeys("title", "authors", "published");
    assertThat(List.of(got.text().split("\n\n", -1))).isEqualTo(paragraphs);
  }

  private static Article article(String page) {
    Reading reading =
        new ArticleReader().read(Document.of(page.getBytes(StandardCharsets.UTF_8), "page.html"));
    assertThat(reading).isInstanceOf(Reading.One.class);
    return ((Reading.One) reading).article();
  }

  private static String field(Article got, String name) {
    return switch (name) {
      case "title" -> got.title();
      case "authors" -> String.join(", ", got.authors());
      case "published" -> String.valueOf(got.published());
      case "modified" -> String.valueOf(got.modified());
      case "source" -> String.valueOf(got.source());
      case "address" -> String.valueOf(got.address());
      case "section" -> String.valueOf(got.section());
      case "quality" -> String.valueOf(got.readingQuality());
      case "language" -> String.valueOf(got.language());
      case "tickers" -> String.join(", ", got.tickers());
      default -> throw new IllegalStateException("no field " + name);
    };
  }
}
