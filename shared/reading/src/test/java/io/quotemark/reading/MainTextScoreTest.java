package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.reading.structured.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Main text against pages whose article is known, by shingles of words as
 * article-extraction-benchmark has them.
 */
class MainTextScoreTest {
  /**
   * What was reached; a change of the rules must not fall below it. {@code wcxb} is judged by
   * single words and the mean of the pages' F1, {@code naeb} by shingles of four and the same mean,
   * the first set by shingles of four and the F1 of mean precision and recall.
   */
  @ParameterizedTest
  @CsvSource({"data/html, 4, .984", "data/html/wcxb, 1, .954", "data/html/naeb, 4, .938"})
  void read_benchmarkPages_stayAboveTheFloor(String folder, int words, double floor)
      throws IOException {
    Path truth = BesideProject.required(folder + "/truth.json");
    double precision = 0;
    double recall = 0;
    double mean = 0;
    int pages = 0;
    List<String> worst = new ArrayList<>();
    for (Map.Entry<?, ?> page :
        ((Map<?, ?>) JsonTree.read(Files.readString(truth)).orElseThrow()).entrySet()) {
      Object want = ((Map<?, ?>) page.getValue()).get("articleBody");
      if (want == null) {
        continue;
      }
      Map<String, Integer> wanted = shingles(String.valueOf(want), words);
      Map<String, Integer> found = shingles(text(truth, page.getKey() + ".html"), words);
      int hit = 0;
      for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
        hit += Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0));
      }
      double p = (double) hit / Math.max(1, found.values().stream().mapToInt(i -> i).sum());
      double r = (double) hit / Math.max(1, wanted.values().stream().mapToInt(i -> i).sum());
      worst.add("%.2f %.2f %s".formatted(p, r, page.getKey()));
      precision += p;
      recall += r;
      mean += f1(p, r);
      pages++;
    }
    double ofMeans = f1(precision / pages, recall / pages);
    worst.sort(null);
    assertThat(folder.equals("data/html") ? ofMeans : mean / pages)
        .as(
            "pages %d precision %.3f recall %.3f; worst %s",
            pages, precision / pages, recall / pages, worst.subList(0, 10))
        .isGreaterThanOrEqualTo(floor);
  }

  private static String text(Path truth, String name) throws IOException {
    byte[] html =
        new GZIPInputStream(
                new ByteArrayInputStream(Files.readAllBytes(truth.resolveSibling(name + ".gz"))))
            .readAllBytes();
    Reading reading = new ArticleReader().read(Document.of(html, name));
    return reading instanceof Reading.One one ? one.article().text() : "";
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static Map<String, Integer> shingles(String text, int length) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}\\p{N}_]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    Map<String, Integer> out = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - length + 1) && !words.isEmpty(); i++) {
      out.merge(
          String.join(" ", words.subList(i, Math.min(i + length, words.size()))), 1, Integer::sum);
    }
    return out;
  }
}
