package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Feeds, e-mail, NDJSON and bundles; all texts are made up. */
class FormatsTest {
  private static final String PARAGRAPH =
      "The lantern maker said on Tuesday that it had sold more lamps in the quarter than in the whole year before.";
  private static final String ARTICLE = "Lamps up\n\n" + PARAGRAPH;
  private final ArticleReader reader = new ArticleReader();

  @Test
  void read_rss_eachItemIsAnArticle() {
    Reading.Bundle feed =
        bundle(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Ledger</title>
            <item><title>Lamps up</title><dc:creator>Ottilie Marsh</dc:creator>
            <link>https://ledger.example/lamps</link><pubDate>Tue, 04 Mar 2025 09:30:00 -0500</pubDate>
            <description><![CDATA[<p>%s</p>]]></description></item>
            <item><title>Oil down</title><description>%s</description></item></channel></rss>
            """
                .formatted(PARAGRAPH, PARAGRAPH));
    assertThat(feed.entries()).hasSize(2);
    Article first = article(feed.entries().getFirst().reading());
    assertThat(first.title()).isEqualTo("Lamps up");
    assertThat(first.authors()).containsExactly("Ottilie Marsh");
    assertThat(first.source()).isEqualTo("The Ledger");
    assertThat(first.address()).isEqualTo("https://ledger.example/lamps");
    assertThat(first.published()).hasToString("2025-03-04T09:30:00-05:00");
    assertThat(first.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void read_atom_takesContentAndBothTimes() {
    Reading.Bundle feed =
        bundle(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Wick Wire</title>
            <entry><title>Lamps up</title><author><name>Ottilie Marsh</name></author>
            <link rel="self" href="https://wick.example/api"/><link href="https://wick.example/1"/>
            <published>2025-03-04T09:30:00+01:00</published><updated>2025-03-04T11:00:00+01:00</updated>
            <content type="html">&lt;p&gt;%s&lt;/p&gt;</content></entry></feed>
            """
                .formatted(PARAGRAPH));
    Article one = article(feed.entries().getFirst().reading());
    assertThat(one.address()).isEqualTo("https://wick.example/1");
    assertThat(one.published()).hasToString("2025-03-04T09:30:00+01:00");
    assertThat(one.modified()).hasToString("2025-03-04T11:00:00+01:00");
    assertThat(one.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void read_newsMl_takesHeadlineAndParagraphs() {
    Reading.Bundle message =
        bundle(
            """
            <?xml version="1.0"?><newsMessage><itemSet><newsItem><itemMeta>
            <versionCreated>2025-03-04T09:30:00+01:00</versionCreated></itemMeta>
            <contentMeta><headline>Lamps up</headline></contentMeta>
            <contentSet><inlineXML><html><body><p>%s</p></body></html></inlineXML></contentSet>
            </newsItem></itemSet></newsMessage>
            """
                .replace("<html>", "<h:html>")
                .replace("</html>", "</h:html>")
                .formatted(PARAGRAPH));
    Article one = article(message.entries().getFirst().reading());
    assertThat(one.title()).isEqualTo("Lamps up");
    assertThat(one.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void read_feedWithExternalEntity_fetchesAndExpandsNothing() {
    Reading.Bundle feed =
        bundle(
            """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
            <rss><channel><item><title>Lamps &x;</title><description>%s</description></item></channel></rss>
            """
                .formatted(PARAGRAPH));
    assertThat(article(feed.entries().getFirst().reading()).title()).isEqualTo("Lamps &x;");
  }

  @Test
  void read_ndjson_eachLineIsAnArticle() {
    String line = "{\"title\":\"Lamps up\",\"body\":\"%s\"}\n".formatted(PARAGRAPH);
    assertThat(bundle(line + line).entries()).hasSize(2);
  }

  @Test
  void read_email_takesTheReadablePartAndItsHeader() {
    String body =
        Base64.getMimeEncoder()
            .encodeToString(("<p>" + PARAGRAPH + "</p>").getBytes(StandardCharsets.UTF_8));
    Reading reading =
        read(
            """
            From: =?UTF-8?Q?Wick_D=C3=A9p=C3=AAche?= <desk@wick.example>
            Subject: Lamps up
             for the year
            Date: Tue, 4 Mar 2025 09:30:00 -0500 (EST)
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="cut"

            --cut
            Content-Type: text/plain

            Read this online.
            --cut
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            %s
            --cut--
            """
                .formatted(body));
    Article letter = article(reading);
    assertThat(letter.title()).isEqualTo("Lamps up for the year");
    assertThat(letter.source()).isEqualTo("Wick Dépêche");
    assertThat(letter.published()).hasToString("2025-03-04T09:30:00-05:00");
    assertThat(letter.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void read_zip_readsEachFileAndNamesIt() throws IOException {
    byte[] inner = zip("a.txt", ARTICLE.getBytes(StandardCharsets.UTF_8));
    Reading.Bundle bundle = (Reading.Bundle) reader.read(Document.of(inner, "a.zip"));
    assertThat(bundle.entries()).extracting(Reading.Entry::name).containsExactly("a.txt");
    assertThat(article(bundle.entries().getFirst().reading()).text()).contains("lantern maker");
  }

  @Test
  void read_zipInsideZip_isRefusedForThatEntry() throws IOException {
    byte[] nested = zip("b.zip", zip("a.txt", new byte[] {'a'}));
    Reading.Bundle bundle = (Reading.Bundle) reader.read(Document.of(nested, "b.zip"));
    assertThat(((Reading.Rejected) bundle.entries().getFirst().reading()).code())
        .isEqualTo(Reading.Code.BUNDLE_LIMIT);
  }

  @Test
  void read_zipThatExpandsPastTheLimit_isRefused() throws IOException {
    byte[] bomb = zip("a.txt", new byte[26 * 1024 * 1024]);
    assertThat(((Reading.Rejected) reader.read(Document.of(bomb, "a.zip"))).code())
        .isEqualTo(Reading.Code.TOO_LARGE);
  }

  @Test
  void read_tar_readsEachFile() {
    byte[] tar = tar("../a.txt", ARTICLE.getBytes(StandardCharsets.UTF_8));
    Reading.Bundle bundle = (Reading.Bundle) reader.read(Document.of(tar, "a.tar"));
    assertThat(bundle.entries()).hasSize(1);
    assertThat(article(bundle.entries().getFirst().reading()).text()).contains("lantern maker");
  }

  @Test
  void read_tarCutOff_isMalformed() {
    byte[] tar = tar("a.txt", ARTICLE.getBytes(StandardCharsets.UTF_8));
    byte[] cut = java.util.Arrays.copyOf(tar, 520);
    assertThat(((Reading.Rejected) reader.read(Document.of(cut, "a.tar"))).code())
        .isEqualTo(Reading.Code.MALFORMED);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String name, byte[] content) {
    byte[] out = new byte[2048];
    put(out, 0, name);
    put(out, 124, "%011o".formatted(content.length));
    put(out, 156, "0");
    put(out, 257, "ustar");
    System.arraycopy(content, 0, out, 512, content.length);
    return out;
  }

  private static void put(byte[] bytes, int at, String text) {
    System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, bytes, at, text.length());
  }

  private Reading read(String text) {
    return reader.read(Document.of(text.getBytes(StandardCharsets.UTF_8), "a"));
  }

  private Reading.Bundle bundle(String text) {
    return (Reading.Bundle) read(text);
  }

  private static Article article(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.One.class);
    return ((Reading.One) reading).article();
  }
}
