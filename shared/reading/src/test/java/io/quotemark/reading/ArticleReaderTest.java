package io.quotemark.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Article.Furniture;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
  private static final String PARAGRAPH =
      "The lantern maker said on Tuesday that it had sold more lamps in the quarter than in the whole year before.";
  private final ArticleReader reader = new ArticleReader();

  @Test
  void read_germanPageCopy_setsFurnitureApart() {
    Article article =
        article(
            """
            Laternenhersteller hebt Prognose
            Von Ottilie Marsch
            4. März 2025, 17:45 Uhr MEZ
            3 Min Lesezeit
            Teilen
            Der Hersteller von Laternen hat am Dienstag seine Prognose für das laufende Jahr angehoben, die Aktie stieg.
            Die Nachfrage aus den Häfen sei höher als erwartet, teilte das Unternehmen mit, und die Kosten seien gesunken.
            Mehr zum Thema
            Zehn Lampen für kleine Räume
            """);
    assertThat(article.title()).isEqualTo("Laternenhersteller hebt Prognose");
    assertThat(article.authors()).containsExactly("Ottilie Marsch");
    assertThat(article.published()).hasToString("2025-03-04T17:45:00+01:00");
    assertThat(article.language()).isEqualTo("de");
    assertThat(article.text())
        .startsWith("Der Hersteller")
        .doesNotContain("Zehn Lampen")
        .doesNotContain("Teilen");
    assertThat(article.furniture())
        .extracting(Furniture::kind)
        .contains(Furniture.Kind.RELATED, Furniture.Kind.PROMOTION, Furniture.Kind.READING_TIME);
  }

  @Test
  void read_wireCopy_joinsWrappedLinesAndParsesTheDateLine() {
    Article article =
        article(
            """
            LANTERN MAKER RAISES FORECAST

            WICKHAM (Wire) - The lantern maker Brindlewick said on Tuesday it
            expects to sell a third more lamps this year than last, as harbours
            along the coast replace their oil lamps with electric ones.

            Its chief executive said the company had hired forty lamp fitters and
            would hire as many again before the summer, when days are long and
            harbours are quiet.
            """);
    assertThat(article.text().split("\n\n")).hasSize(2);
    assertThat(article.text())
        .startsWith("The lantern maker Brindlewick said on Tuesday it expects");
    assertThat(article.furniture())
        .anyMatch(f -> f.kind() == Furniture.Kind.DATELINE && f.text().startsWith("WICKHAM"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Brindlewick closed at $310.20 on March 5, 2024.",
        "Am 5. März 2024 schloss Brindlewick bei 50,20 Euro.",
        "2024年3月5日，灯塔股份收报288.6港元。"
      })
  void read_sentenceWithADateAndAPrice_isTheArticle(String sentence) {
    assertThat(article(sentence).text()).isEqualTo(sentence);
  }

  @Test
  void read_shortGermanSentence_isGerman() {
    assertThat(article("Brindlewick notierte bei 50,20 Euro.").language()).isEqualTo("de");
  }

  @Test
  void read_lineOfADateWithoutAFigure_isADateline() {
    Article article = article("A title of lamps\nPublished on March 5, 2024.\n" + PARAGRAPH);
    assertThat(article.text()).isEqualTo(PARAGRAPH);
    assertThat(article.published()).hasToString("2024-03-05");
  }

  @Test
  void read_htmlPage_takesMetadataAndMainText() {
    Article article =
        article(
            """
            <!doctype html><html lang="en"><head><title>Lamps up | The Ledger</title>
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Lamps up","datePublished":"2025-03-04T09:00:00+01:00",
             "author":[{"@type":"Person","name":"Ottilie Marsh"}],"publisher":{"name":"The Ledger"}}</script>
            <link rel="canonical" href="https://ledger.example/lamps"></head><body>
            <nav><a href="/">Home</a><a href="/m">Markets</a></nav>
            <div class="story"><h1>Lamps up</h1><p>%s</p><p>It will hire forty fitters, the company said, and open two workshops.</p>
            <ul><li>First, it buys glass from the coast.</li></ul></div>
            <aside class="related"><p>Ten lamps for small rooms, and why they are so good for reading at night.</p></aside>
            <footer><p>All rights reserved by a newspaper that does not exist, in every country.</p></footer></body></html>
            """
                .formatted(PARAGRAPH));
    assertThat(article.title()).isEqualTo("Lamps up");
    assertThat(article.authors()).containsExactly("Ottilie Marsh");
    assertThat(article.published()).hasToString("2025-03-04T09:00:00+01:00");
    assertThat(article.source()).isEqualTo("The Ledger");
    assertThat(article.address()).isEqualTo("https://ledger.example/lamps");
    assertThat(article.text())
        .contains("lantern maker")
        .contains("buys glass")
        .doesNotContain("small rooms")
        .doesNotContain("rights reserved");
  }

  @Test
  void read_listOfJson_isABundle() {
    Reading reading =
        read(
            """
            {"articles":[{"title":"Lamps up","content":"%s","publishedAt":"2025-03-04T09:00:00Z","source":{"name":"The Ledger"}},
             {"title":"","content":""}]}
            """
                .formatted(PARAGRAPH)
                .getBytes(StandardCharsets.UTF_8));
    List<Reading.Entry> entries = ((Reading.Bundle) reading).entries();
    assertThat(((Reading.One) entries.get(0).reading()).article().source()).isEqualTo("The Ledger");
    assertThat(((Reading.One) entries.get(0).reading()).article().published())
        .hasToString("2025-03-04T09:00:00Z");
    assertThat(entries.get(1).reading()).isInstanceOf(Reading.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
  void read_charset_isFound(String charset) {
    String text =
        "Laternen für Häfen\n"
            + PARAGRAPH
            + " Größere Häfen wählten größere Lampen, und überall blieb es hell für die Schiffe.";
    Article article = ((Reading.One) read(text.getBytes(Charset.forName(charset)))).article();
    assertThat(article.title()).isEqualTo("Laternen für Häfen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // declared | words of the text | what is believed
        "en-US | Der Hersteller von Laternen hat am Dienstag seine Prognose angehoben, und die Aktie stieg. | de",
        "de-AT | Der Hersteller von Laternen hat am Dienstag seine Prognose angehoben, und die Aktie stieg. | de",
        "sv | Lykttillverkaren höjde på tisdagen sin prognos för helåret och aktien steg på Wickhambörsen. | sv",
        "es_ES | 18,60 coronas, +4,2%, 18,60 coronas, +4,2%, Brindlewick, Saltmere, Wickham | es",
        "zh-TW | 18.60, +4.2%, Brindlewick, Saltmere, Wickham, 18.60, +4.2%, Brindlewick | zh-Hant",
        "not a tag! | Der Hersteller von Laternen hat am Dienstag seine Prognose angehoben, und die Aktie stieg. | de"
      })
  void read_declaredLanguage_countsWhereTheTextDoesNotShowAnother(
      String declared, String text, String language) {
    Article article =
        article(
            "<!doctype html><html lang='%s'><body><p>%s</p></body></html>"
                .formatted(declared, text));
    assertThat(article.language()).isEqualTo(language);
  }

  @Test
  void read_declaredPlace_decidesTheOrderOfDayAndMonth() {
    String page =
        "<!doctype html><html lang='%s'><body><h1>Lamps up</h1><p>03/04/2025</p><p>%s</p></body></html>";
    assertThat(article(page.formatted("en-GB", PARAGRAPH)).published()).hasToString("2025-04-03");
    assertThat(article(page.formatted("en-US", PARAGRAPH)).published()).hasToString("2025-03-04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"US72¢ from US90¢", "up 4%", "HK$139.40", "18,60 €", "USD 12"})
  void read_fragmentWithAPrice_isAnArticle(String fragment) {
    assertThat(article(fragment).title()).isEqualTo(fragment);
  }

  @Test
  void read_oneParagraph_isTextWithoutATitle() {
    Article article = article(PARAGRAPH);
    assertThat(article.title()).isEmpty();
    assertThat(article.text()).isEqualTo(PARAGRAPH);
  }

  @Test
  void read_textBeyondTheBound_isRefusedWithItsLength() {
    byte[] long1 =
        (PARAGRAPH.replace("a", "ab") + " x").repeat(20_000).getBytes(StandardCharsets.UTF_8);
    Reading.Rejected refused = (Reading.Rejected) read(long1);
    assertThat(refused.code()).isEqualTo(Reading.Code.TOO_LARGE);
    assertThat(refused.message()).contains("2,000,000");
  }

  @Test
  void read_jsonOfManyMegabytes_isReadToItsEnd() {
    String junk = "x".repeat(21_000_000);
    Article article =
        article(
            "{\"junk\":\"%s\",\"title\":\"Lamps up\",\"body\":\"%s\"}".formatted(junk, PARAGRAPH));
    assertThat(article.title()).isEqualTo("Lamps up");
  }

  @Test
  void read_hints_outweighTheDocument() {
    Document document =
        new Document(
            ("Lamps up\nMarch 4, 2025\n" + PARAGRAPH).getBytes(StandardCharsets.UTF_8),
            "a.txt",
            null,
            new Document.Hints("2025-03-05T10:00:00+08:00", "en", List.of("BRWK"), "The Ledger"));
    Article article = ((Reading.One) reader.read(document)).article();
    assertThat(article.published()).hasToString("2025-03-05T10:00:00+08:00");
    assertThat(article.tickers()).containsExactly("BRWK");
    assertThat(article.source()).isEqualTo("The Ledger");
  }

  @Test
  void read_fetchedPage_hasItsOwnAddress_withinItsSiteOnly() {
    String page = "<html><head><link rel=canonical href='%s'></head><body><p>" + PARAGRAPH;
    assertThat(fetched(page.formatted("https://www.ledger.example/a"), "https://ledger.example/b"))
        .isEqualTo("https://www.ledger.example/a");
    assertThat(fetched(page.formatted("https://other.example/a"), "https://ledger.example/b"))
        .isEqualTo("https://ledger.example/b");
    assertThat(fetched(page.formatted("/a"), "https://ledger.example/b"))
        .isEqualTo("https://ledger.example/b");
    assertThat(fetched("<html><body><p>" + PARAGRAPH, "https://ledger.example/b"))
        .isEqualTo("https://ledger.example/b");
    assertThat(fetched(page.formatted("https://other.example/a"), null))
        .isEqualTo("https://other.example/a");
  }

  private @Nullable String fetched(String page, @Nullable String from) {
    Document document =
        new Document(
            page.getBytes(StandardCharsets.UTF_8),
            "a",
            "text/html",
            new Document.Hints(null, null, List.of(), null, null, from));
    return ((Reading.One) reader.read(document)).article().address();
  }

  @Test
  void read_kindOfSource_isAsSaid_elseAsTheSourceIsSet_elseNews() throws IOException {
    String text = "{\"title\":\"Lamps up\",\"source\":\"%s\",\"body\":\"" + PARAGRAPH + "\"}";
    ArticleReader set = new ArticleReader(GeneratedSources.of(" The  Model Gazette ;Acme, Inc.;;"));

    assertThat(kinds(reader, text.formatted("The Model Gazette"), null))
        .containsExactly(SourceKind.NEWS);
    for (String source : List.of("The Model Gazette", "the model  GAZETTE", "Acme, Inc.")) {
      assertThat(kinds(set, text.formatted(source), null)).containsExactly(SourceKind.GENERATED);
      assertThat(kinds(set, text.formatted(source), SourceKind.NEWS))
          .containsExactly(SourceKind.NEWS);
    }
    assertThat(kinds(set, text.formatted("Gazette"), null)).containsExactly(SourceKind.NEWS);
    assertThat(kinds(set, text.formatted("Gazette"), SourceKind.GENERATED))
        .containsExactly(SourceKind.GENERATED);
    assertThat(kinds(set, "no source\n" + PARAGRAPH, null)).containsExactly(SourceKind.NEWS);

    String two = "[" + text.formatted("The Model Gazette") + "," + text.formatted("Other") + "]";
    assertThat(kinds(set, two, null)).containsExactly(SourceKind.GENERATED, SourceKind.NEWS);
    assertThat(
            kinds(
                set.read(
                    new Document(
                        gzip(two.getBytes(StandardCharsets.UTF_8)),
                        "x",
                        null,
                        hints(SourceKind.GENERATED)))))
        .containsExactly(SourceKind.GENERATED, SourceKind.GENERATED);
    assertThat(GeneratedSources.of(null)).isEqualTo(GeneratedSources.of(" ; "));
  }

  private static List<SourceKind> kinds(
      ArticleReader reader, String text, @Nullable SourceKind said) {
    return kinds(
        reader.read(new Document(text.getBytes(StandardCharsets.UTF_8), "x", null, hints(said))));
  }

  private static List<SourceKind> kinds(Reading reading) {
    return switch (reading) {
      case Reading.One(Article article) -> List.of(article.sourceKind());
      case Reading.Bundle(List<Reading.Entry> entries) ->
          entries.stream().flatMap(e -> kinds(e.reading()).stream()).toList();
      case Reading.Rejected rejected -> throw new AssertionError(rejected.message());
    };
  }

  private static Document.Hints hints(@Nullable SourceKind said) {
    return new Document.Hints(null, null, List.of(), null, said);
  }

  @Test
  void read_gzip_isUnpackedOnceAndBounded() throws IOException {
    assertThat(read(gzip(("Lamps up\n" + PARAGRAPH).getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Reading.One.class);
    assertThat(read(gzip(gzip("x".getBytes(StandardCharsets.UTF_8)))))
        .isEqualTo(
            new Reading.Rejected(Reading.Code.BUNDLE_LIMIT, "Gzip inside gzip; pack it once."));
    assertThat(code(gzip(new byte[30 * 1024 * 1024]))).isEqualTo(Reading.Code.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY",
    "'  \n ', EMPTY",
    "'%PDF-1.7 x', UNSUPPORTED_FORMAT",
    "'\u0000\u0001\u0002bin', BINARY",
    "'Home', NO_ARTICLE_TEXT"
  })
  void read_noArticle_saysWhy(String content, Reading.Code code) {
    assertThat(code(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(code);
  }

  private Article article(String text) {
    return ((Reading.One) read(text.getBytes(StandardCharsets.UTF_8))).article();
  }

  private Reading read(byte[] bytes) {
    return reader.read(Document.of(bytes, "x"));
  }

  private Reading.Code code(byte[] bytes) {
    return ((Reading.Rejected) read(bytes)).code();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
