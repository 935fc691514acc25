package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain documents of one line: a sentence, a headline, a quotation, with a date and without. */
class PlainLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alder closed at $41.10 on March 3, 2025.| text",
        "Shares of Alder rose 3.2% to $41.10 on 3 March 2025.| text",
        "Alder closed at 12.40 on March 3, 2025| title",
        "Alder fell on 3 March 2025| title",
        "Updated March 3, 2025: Alder at 12.40| title",
        "Alder rises| title",
        "株価上昇| title",
        "\"We will pay a dividend of 40 cents,\" said Ada Lind.| text",
        "“Nobody expected it.”| text"
      })
  void read_oneLine_isRead_andItsDayIsNotThatOfPublication(String line, String part) {
    Article got = read(line);
    assertThat(part.equals("text") ? got.text() : got.title()).isEqualTo(line);
    assertThat(part.equals("text") ? got.title() : got.text()).isEmpty();
    assertThat(got.published()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 March 2025: Alder falls to $12|2025-03-03",
        "2025-03-03 – Alder fell hard|2025-03-03"
      })
  void read_lineThatItsDateLeads_isOfThatDay(String line, String day) {
    assertThat(read(line).published()).hasToString(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"March 3, 2025", "By Ada Lind", "Home"})
  void read_lineThatTellsNothing_isRejected(String line) {
    assertThat(new ArticleReader().read(document(line))).isInstanceOf(Reading.Rejected.class);
  }

  private static Article read(String line) {
    Reading reading = new ArticleReader().read(document(line));
    assertThat(reading).isInstanceOf(Reading.One.class);
    return ((Reading.One) reading).article();
  }

  private static Document document(String line) {
    return Document.of(line.getBytes(StandardCharsets.UTF_8), "line.txt");
  }
}
