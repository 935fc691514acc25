package io.quotemark.fetch.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FeedDocumentTest {
  private static final URI AT = URI.create("https://ledger.example/feeds/all");

  @Test
  void rss_namesItsPages_byGuidOrAddress() {
    List<Entry> entries =
        entries(
            """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Ledger</title>
            <link>https://ledger.example/</link>
            <item><title>One</title><link>https://ledger.example/1?a=1&amp;b=2</link>
              <guid isPermaLink="false">tag-1</guid><pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item>
            <item><title>Two</title><link>/2</link></item>
            <item><title>Three</title><guid>https://ledger.example/3</guid></item>
            <item><title>Four</title><guid isPermaLink="false">https://ledger.example/4</guid></item>
            <item><title>One again</title><link>https://ledger.example/other</link>
              <guid isPermaLink="false">tag-1</guid></item>
            <item><title>Inner</title><link>http://169.254.169.254/latest/</link></item>
            <item><title>Script</title><link>javascript:alert(1)</link></item>
            </channel></rss>
            """);

    assertThat(entries)
        .extracting(Entry::id, e -> e.address().toString(), Entry::published)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "tag-1", "https://ledger.example/1?a=1&b=2", "2025-03-04T10:00:00Z"),
            org.assertj.core.groups.Tuple.tuple(
                "https://ledger.example/2", "https://ledger.example/2", null),
            org.assertj.core.groups.Tuple.tuple(
                "https://ledger.example/3", "https://ledger.example/3", null));
  }

  @Test
  void atom_takesTheAlternateLink_andTheTimeOfItsUpdateAsState() {
    String feed =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>
        <link rel="self" href="https://ledger.example/feeds/all"/>
        <entry><id>urn:1</id><title>One</title><link rel="edit" href="/edit/1"/>
          <link href="/1"/><published>2025-03-04T10:00:00Z</published>
          <updated>2025-03-04T10:00:00Z</updated><summary>Words.</summary></entry></feed>
        """;
    Entry one = entries(feed).getFirst();

    assertThat(one.id()).isEqualTo("urn:1");
    assertThat(one.address()).hasToString("https://ledger.example/1");
    assertThat(entries(feed.replace("Words.", "Other words.")).getFirst()).isEqualTo(one);
    assertThat(entries(feed.replace("<updated>2025-03-04T10", "<updated>2025-03-04T11")).getFirst())
        .isNotEqualTo(one)
        .extracting(Entry::id, Entry::published)
        .containsExactly("urn:1", one.published());
  }

  @Test
  void entryWithoutATimeOfUpdate_isChangedByItsWords() {
    String feed =
        "<rss><channel><item><title>One</title><link>/1</link><description>Words.</description>"
            + "</item></channel></rss>";

    assertThat(entries(feed.replace("Words.", "Other words.")).getFirst().state())
        .isNotEqualTo(entries(feed).getFirst().state());
  }

  @Test
  void sitemapForNews_isAFeed() {
    List<Entry> entries =
        entries(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>https://ledger.example/1</loc><lastmod>2025-03-05</lastmod>
              <news:news><news:publication><news:name>Ledger</news:name></news:publication>
              <news:publication_date>2025-03-04T10:00:00+00:00</news:publication_date>
              <news:title>One</news:title></news:news></url>
            </urlset>
            """);

    assertThat(entries)
        .singleElement()
        .extracting(e -> e.address().toString(), Entry::published)
        .containsExactly("https://ledger.example/1", "2025-03-04T10:00:00Z");
  }

  @Test
  void listOfSitemaps_leadsToItsParts_theLatestFirst() {
    FeedDocument read =
        parsed(
            """
            <sitemapindex><sitemap><loc>https://ledger.example/old.xml</loc>
            <lastmod>2024-01-01</lastmod></sitemap>
            <sitemap><loc>https://ledger.example/new.xml</loc><lastmod>2025-03-04</lastmod></sitemap>
            <sitemap><loc>file:///etc/passwd</loc></sitemap></sitemapindex>
            """);

    assertThat(read.entries()).isEmpty();
    assertThat(read.parts()).extracting(URI::getPath).containsExactly("/new.xml", "/old.xml");
  }

  @Test
  void entities_areNeitherFetchedNorExpanded_andWhatIsNoFeedIsNone() {
    assertThat(
            entries(
                """
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">
                <!ENTITY x SYSTEM "file:///etc/passwd">]>
                <rss><channel><item><title>&b;&x;</title><link>/1</link></item></channel></rss>
                """))
        .hasSize(1);
    assertThat(FeedDocument.parse(AT, "<html><body>no</body></html>".getBytes(UTF_8), "")).isNull();
    assertThat(FeedDocument.parse(AT, "{\"a\": 1}".getBytes(UTF_8), "application/json")).isNull();
    assertThat(FeedDocument.parse(AT, new byte[0], "")).isNull();
  }

  @Test
  void feedWithoutEnd_isReadUpToTheBound() {
    StringBuilder feed = new StringBuilder("<rss><channel>");
    for (int i = 0; i < 3_000; i++) {
      feed.append("<item><link>/").append(i).append("</link></item>");
    }

    assertThat(entries(feed.toString())).hasSize(FeedDocument.MOST_ENTRIES);
    assertThat(entries("<rss>" + "<a>".repeat(50_000))).isEmpty();
  }

  private static List<Entry> entries(String xml) {
    return parsed(xml).entries();
  }

  private static FeedDocument parsed(String xml) {
    return Objects.requireNonNull(
        FeedDocument.parse(AT, xml.getBytes(UTF_8), "application/xml; charset=utf-8"));
  }
}
