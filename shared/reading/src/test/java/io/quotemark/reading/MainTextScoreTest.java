package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.Document;
import io.quotemark.domain.Reading;
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
import org.junit.jupiter.api.Test;

/**
 * Main text against pages whose article is known: four-word shingles, the measure of
 * article-extraction-benchmark.
 */
class MainTextScoreTest {
  /** What was reached; a change of the rules must not fall below it. */
  private static final double FLOOR = 0.98;

  @Test
  void read_benchmarkPages_stayAboveTheFloor() throws IOException {
    Path truth = SharedData.file("data/html/truth.json");
    double precision = 0;
    double recall = 0;
    int pages = 0;
    List<String> worst = new ArrayList<>();
    for (Map.Entry<?, ?> page :
        ((Map<?, ?>) JsonTree.read(Files.readString(truth)).orElseThrow()).entrySet()) {
      String want = String.valueOf(((Map<?, ?>) page.getValue()).get("articleBody"));
      byte[] html =
          new GZIPInputStream(
                  new ByteArrayInputStream(
                      Files.readAllBytes(truth.resolveSibling(page.getKey() + ".html.gz"))))
              .readAllBytes();
      Reading reading = new ArticleReader().read(Document.of(html, page.getKey() + ".html"));
      String got = reading instanceof Reading.One one ? one.article().text() : "";
      Map<String, Integer> wanted = shingles(want);
      Map<String, Integer> found = shingles(got);
      int hit = 0;
      for (Map.Entry<String, Integer> entry : wanted.entrySet()) {
        hit += Math.min(entry.getValue(), found.getOrDefault(entry.getKey(), 0));
      }
      double p = (double) hit / Math.max(1, found.values().stream().mapToInt(i -> i).sum());
      double r = (double) hit / Math.max(1, wanted.values().stream().mapToInt(i -> i).sum());
      worst.add("%.2f %.2f %s".formatted(p, r, page.getKey().toString().substring(0, 12)));
      precision += p;
      recall += r;
      pages++;
    }
    double f1 = 2 * (precision / pages) * (recall / pages) / (precision / pages + recall / pages);
    worst.sort(null);
    assertThat(f1)
        .as(
            "pages %d precision %.3f recall %.3f; worst %s",
            pages, precision / pages, recall / pages, worst.subList(0, 10))
        .isGreaterThanOrEqualTo(FLOOR);
  }

  private static Map<String, Integer> shingles(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.split("[^\\p{L}\\p{N}_]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    Map<String, Integer> out = new HashMap<>();
    for (int i = 0; i < Math.max(1, words.size() - 3) && !words.isEmpty(); i++) {
      out.merge(String.join(" ", words.subList(i, Math.min(i + 4, words.size()))), 1, Integer::sum);
    }
    return out;
  }
}
