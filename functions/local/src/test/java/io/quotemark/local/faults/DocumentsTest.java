package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.cloud.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to hurt, through the functions: each ends as an article or as a failure. */
class DocumentsTest {
  private static final String KEY = "inbox/hurtful";
  private static final String PROSE =
      "Shares of Brindlewick Lanterns closed at £4.00 on Wednesday. The company sells lamps.";

  @TempDir static Path data;

  private static Deliveries deliveries;

  @BeforeAll
  static void start() throws IOException {
    deliveries = new Deliveries(data.resolve("cloud"));
  }

  @AfterAll
  static void stop() throws IOException {
    deliveries.close();
  }

  @BeforeEach
  void clear() {
    deliveries.clear();
  }

  @Test
  void zeroBytes_fail() throws IOException {
    assertThat(outcome(new byte[0])).startsWith("FAILED empty");
  }

  @Test
  void fiftyMegabytes_fail_unread() throws IOException {
    assertThat(outcome(new byte[50_000_000])).startsWith("FAILED too_large");
  }

  @Test
  void gzipBomb_fails_withinTheBound() throws IOException {
    assertThat(outcome(gzip(200_000_000))).startsWith("FAILED too_large");
  }

  @Test
  void zipBomb_fails_withinTheBound() throws IOException {
    assertThat(outcome(zip("bomb.txt", new byte[200_000_000]))).startsWith("FAILED too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../slipped.txt", "/slipped.txt", "a/../../slipped.txt"})
  void zipSlip_isReadUnderItsName_andWrittenNowhere(String name) throws IOException {
    assertThat(outcome(zip(name, PROSE.getBytes(UTF_8)))).isEqualTo("DONE");
    try (Stream<Path> files = Files.walk(data)) {
      assertThat(files.filter(file -> file.getFileName().toString().contains("slipped"))).isEmpty();
    }
    assertThat(Path.of("/slipped.txt")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-16LE", "UTF-8"})
  void charsetOtherThanDeclared_isFound(String charset) throws IOException {
    byte[] bytes = PROSE.getBytes(Charset.forName(charset));
    assertThat(outcome(bytes, "text/plain; charset=utf-8")).isEqualTo("DONE");
    assertThat(deliveries.articles()).singleElement().asString().contains("£4.00");
  }

  @Test
  void binary_fails() throws IOException {
    byte[] noise = new byte[10_000];
    new Random(8).nextBytes(noise);
    assertThat(outcome(noise)).startsWith("FAILED binary");
  }

  @Test
  void externalEntity_isNotFetched() throws IOException {
    Path secret = Files.writeString(data.resolve("secret"), "the secret of this machine");
    outcome(feed("<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>", "&x;"));
    assertThat(deliveries.articles().toString()).contains("Brindlewick").doesNotContain("secret");
  }

  @Test
  void billionLaughs_areNotExpanded() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE rss [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    outcome(feed(laughs.append("]>").toString(), "&l29;"));
    assertThat(deliveries.articles().toString().length()).isLessThan(10_000);
  }

  @Test
  void jsonNestedWithoutEnd_isNoJson() throws IOException {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(outcome(deep.getBytes(UTF_8), "application/json")).startsWith("FAILED malformed");
  }

  @Test
  void numberWithoutEnd_isNoAmount() throws IOException {
    String json =
        """
        {"@type": "NewsArticle", "headline": "Brindlewick closed at £1e999999", "price": 1e999999, "datePublished": 1e999999,
        "articleBody": "Shares of Brindlewick Lanterns rose 1e999999%% to £1e999999, or £9%s, on Wednesday."}
        """
            .formatted("9".repeat(5_000));
    assertThat(outcome(json.getBytes(UTF_8))).isEqualTo("DONE");
  }

  @Test
  void objectThatIsGone_leavesNothing() throws IOException {
    deliveries.deliver(new Event(KEY, PROSE, 1));
    assertThat(deliveries.snapshot().items()).isEmpty();
  }

  @Test
  void removal_ofAnObjectThatIsThere_isPassedOver() throws IOException {
    Event put = new Event(KEY, PROSE, 1);
    deliveries.happen(put);
    deliveries.deliver(put);
    Snapshot before = deliveries.snapshot();
    deliveries.deliver(new Event(KEY, null, 2));
    assertThat(deliveries.snapshot().differences(before)).isEmpty();
    assertThat(before.outcomes()).containsExactly("DONE");
  }

  private static String outcome(byte[] bytes) throws IOException {
    return outcome(bytes, "application/octet-stream");
  }

  /** Status, and the reason of a failure. */
  private static String outcome(byte[] bytes, String type) throws IOException {
    deliveries.put(KEY, bytes, type);
    String notification =
        Stage.notification(KEY, (long) bytes.length, "01", Instant.EPOCH.plusSeconds(1));
    deliveries.deliver(Functions.PARSE, List.of(notification));
    deliveries.drain();
    return deliveries.snapshot().outcomes().getFirst();
  }

  private static byte[] feed(String declaration, String title) {
    return """
    <?xml version="1.0"?>%s
    <rss version="2.0"><channel><title>News</title><item><title>Brindlewick %s</title>
    <description>%s</description></item></channel></rss>
    """
        .formatted(declaration, title, PROSE)
        .getBytes(UTF_8);
  }

  private static byte[] gzip(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }
}
