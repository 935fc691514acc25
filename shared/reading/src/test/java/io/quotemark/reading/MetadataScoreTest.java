package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.reading.structured.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and authors against pages whose own are known. */
class MetadataScoreTest {
  /**
   * What was reached; a change of the rules must not fall below it. A date is right where the day
   * of publication or that of the last change is the one; its figure is the F1 of what is given and
   * what is known. Authors are right where all are and no other.
   *
   * @param years whether the years of the truth can be relied upon; where not, day and month count
   */
  @ParameterizedTest
  @CsvSource({"data/html/wcxb, true, .90, .75", "data/html/naeb, false, .91, .91"})
  void read_benchmarkPages_stayAboveTheFloors(
      String folder, boolean years, double dates, double authors) throws IOException {
    Path truth = BesideProject.required(folder + "/truth.json");
    int dated = 0;
    int given = 0;
    int rightDates = 0;
    int written = 0;
    int rightAuthors = 0;
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<?, ?> page :
        ((Map<?, ?>) JsonTree.read(Files.readString(truth)).orElseThrow()).entrySet()) {
      Map<?, ?> known = (Map<?, ?>) page.getValue();
      Article got = article(truth, page.getKey() + ".html");
      if (known.get("date") instanceof String day && day.length() == 10) {
        dated++;
        given += got.published() == null ? 0 : 1;
        String wanted = years ? day : day.substring(5);
        boolean right =
            day(got.published()).endsWith(wanted) || day(got.modified()).endsWith(wanted);
        rightDates += right ? 1 : 0;
        if (!right) {
          wrong.add(page.getKey() + " " + got.published());
        }
      }
      if (known.get("author") instanceof String people && !people.isBlank()) {
        written++;
        rightAuthors +=
            names(List.of(people.split(",| and | & |;|/", -1))).equals(names(got.authors()))
                ? 1
                : 0;
      }
    }
    assertThat(2.0 * rightDates / (given + dated))
        .as("dates: %d known, %d given, %d right; wrong %s", dated, given, rightDates, wrong)
        .isGreaterThanOrEqualTo(dates);
    assertThat((double) rightAuthors / written)
        .as("authors: %d known, %d right", written, rightAuthors)
        .isGreaterThanOrEqualTo(authors);
  }

  private static String day(@Nullable PublicationTime time) {
    return time == null ? "" : time.date().toString();
  }

  private static Set<String> names(List<String> names) {
    Set<String> out = new TreeSet<>();
    for (String name : names) {
      String plain =
          name.toLowerCase(Locale.ROOT)
              .replace('-', ' ')
              .replaceAll("[^\\p{L}\\p{N} ]", "")
              .strip();
      if (!plain.isEmpty()) {
        out.add(plain);
      }
    }
    return out;
  }

  private static Article article(Path truth, String name) throws IOException {
    byte[] html =
        new GZIPInputStream(
                new ByteArrayInputStream(Files.readAllBytes(truth.resolveSibling(name + ".gz"))))
            .readAllBytes();
    Reading reading = new ArticleReader().read(Document.of(html, name));
    assertThat(reading).as(name).isInstanceOf(Reading.One.class);
    return ((Reading.One) reading).article();
  }
}
