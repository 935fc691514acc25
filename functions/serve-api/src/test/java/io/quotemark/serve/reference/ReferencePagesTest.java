package io.quotemark.serve.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The reference has every operation and every schema, on pages of a bounded size. */
class ReferencePagesTest {
  private static final int MOST_PACKED = 60_000;

  private static Call call(Map<String, String> path) {
    return new Call(
        new HttpRequest("r", "GET", "/docs", Map.of(), Map.of(), new byte[0]),
        path,
        Parameters.of(Map.of(), Set.of(), true));
  }

  private static String topic(String name) {
    return new String(ReferencePages.topic(call(Map.of("topic", name))).body(), UTF_8);
  }

  @Test
  void everyOperation_isOnThePageOfItsTag_withExamplesInThreeForms() {
    String overview = new String(ReferencePages.overview(call(Map.of())).body(), UTF_8);
    for (Contract.Operation one : Contract.read().operations()) {
      String link = "/docs/%s#%s".formatted(one.tag(), one.id());
      assertThat(overview).contains("href=\"" + link + "\"");
      String page = topic(one.tag());
      assertThat(page).contains("id=\"" + one.id() + "\"", one.method() + " " + one.path());
      String section = page.substring(page.indexOf("id=\"" + one.id() + "\""));
      assertThat(section).contains("curl &#39;http", "<summary>Java<", "<summary>Python<");
    }
  }

  @Test
  void everySchemaThatAPageLinksTo_isOnThePageOfSchemas() {
    String schemas = topic("schemas");
    Set<String> wanted = new TreeSet<>();
    Pattern link = Pattern.compile("href=\"/docs/schemas#([A-Za-z]+)\"");
    for (Contract.Tag tag : Contract.read().tags()) {
      Matcher linked = link.matcher(topic(tag.name()));
      while (linked.find()) {
        wanted.add(linked.group(1));
      }
    }
    Matcher linked = link.matcher(schemas);
    while (linked.find()) {
      wanted.add(linked.group(1));
    }
    assertThat(wanted).contains("Claim", "Answer", "Problem").hasSizeGreaterThan(20);
    wanted.forEach(name -> assertThat(schemas).contains("<section id=\"" + name + "\">"));
    assertThat(schemas).contains("basis.session", "alternatives[].note", "evidence.bars");
  }

  @Test
  void pages_areSmall_andNeedNoScript() throws IOException {
    Set<String> topics = new TreeSet<>(Set.of("schemas"));
    Contract.read().tags().forEach(tag -> topics.add(tag.name()));
    for (String topic : topics) {
      String page = topic(topic);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(page.getBytes(UTF_8));
      }
      assertThat(packed.size()).as(topic).isLessThan(MOST_PACKED);
      assertThat(page).doesNotContain("style=", "onclick").contains("aria-current=\"page\"");
    }
  }

  @Test
  void unknownTopic_isAProblemThatNamesTheOthers() {
    assertThatThrownBy(() -> topic("verdict"))
        .isInstanceOf(Problem.Raised.class)
        .extracting(raised -> ((Problem.Raised) raised).problem().status())
        .isEqualTo(404);
  }
}
