package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.fixtures.NewsHosts.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over feeds, and pages that callers ask for, with real servers and a real bucket. */
class FeedRunsTest {
  private static final String LEDGER = "http://ledger.example/rss";

  @TempDir static Path data;

  private static FeedStage stage;

  /** What each path of the ledger answers. */
  private final Map<String, Answer> ledger = new ConcurrentHashMap<>();

  private int before;

  @BeforeAll
  static void start() throws IOException {
    stage = new FeedStage(data);
  }

  @AfterAll
  static void stop() throws IOException {
    stage.close();
  }

  @BeforeEach
  void publish() {
    stage.clear();
    stage.wire().begin(Map.of());
    stage
        .hosts()
        .host(
            "ledger.example",
            path -> ledger.getOrDefault(path.replaceFirst("\\?.*", ""), Answer.of(404)));
    stage.list(LEDGER + " | The Ledger | kind=generated");
    ledger.put("/rss", Answer.feed(rss(item("1", "One"), item("2", "Two"))));
    ledger.put("/1", Answer.html(page("One")));
    ledger.put("/2", Answer.html(page("Two")));
    before = stage.hosts().asked().size();
  }

  @Test
  void newPages_areStoredOnce_withWhatTheFeedSaysOfThem() throws IOException {
    stage.run();

    assertThat(stage.pages()).hasSize(2).containsValues(page("One"), page("Two"));
    String key = stage.pages().keySet().iterator().next();
    assertThat(key).startsWith("inbox/fetched/ledger.example/");
    assertThat(stage.metadata(key))
        .containsEntry("source", "The Ledger")
        .containsEntry("source-kind", "generated")
        .containsEntry("published-at", "2025-03-04T10:00:00Z")
        .hasEntrySatisfying("address", a -> assertThat(a).startsWith("http://ledger.example/"));

    stage.run();
    stage.run();
    assertThat(asked())
        .containsExactly("/robots.txt 404", "/rss 200", "/1 200", "/2 200", "/rss 304", "/rss 304");
    assertThat(stage.state(LEDGER).stored()).isEqualTo(2);
    assertThat(stage.state(LEDGER).outcome()).isEqualTo("unchanged");
  }

  @Test
  void runThatFindsNothingNew_andANewPage_makeTheseCallsOnly() throws IOException {
    stage.run();
    stage.wire().begin(Map.of());
    stage.run();
    assertThat(told()).isEqualTo("{provider:GET=1, s3:GET=3, s3:PUT=1}");

    ledger.put("/rss", Answer.feed(rss(item("1", "One"), item("2", "Two"), item("3", "Three"))));
    ledger.put("/3", Answer.html(page("Three")));
    stage.wire().begin(Map.of());
    stage.run();
    assertThat(told()).isEqualTo("{provider:GET=2, s3:GET=3, s3:HEAD=2, s3:PUT=2}");
  }

  /** How often what was called; a call on a connection that had been closed counts once. */
  private static String told() {
    return stage.wire().calls().stream()
        .filter(call -> !call.again())
        .collect(Collectors.groupingBy(Call::toString, TreeMap::new, Collectors.counting()))
        .toString();
  }

  @Test
  void updatedEntry_isFetchedAgain_andAnUnchangedPageNotStoredAgain() throws IOException {
    stage.run();
    ledger.put("/rss", Answer.feed(rss(item("1", "One, corrected"), item("2", "Two, retitled"))));
    ledger.put("/1", Answer.html(page("One, corrected")));
    stage.run();

    assertThat(asked()).containsOnlyOnce("/robots.txt 404").filteredOn("/1 200"::equals).hasSize(2);
    assertThat(stage.pages()).hasSize(2).containsValues(page("One, corrected"), page("Two"));
    assertThat(stage.state(LEDGER).stored()).isEqualTo(3);
  }

  @Test
  void vanishedEntry_andAPageThatIsGone_takeNothingAway() throws IOException {
    stage.run();
    ledger.put("/rss", Answer.feed(rss(item("2", "Two, again"))));
    ledger.put("/1", Answer.of(410));
    ledger.put("/2", Answer.of(410));
    stage.run();

    assertThat(stage.pages()).hasSize(2);
    assertThat(stage.state(LEDGER).outcome()).contains("status 410");
  }

  @Test
  void pageThatRobotsForbids_isNotAskedFor() throws IOException {
    ledger.put("/robots.txt", Answer.text("User-agent: Quotemark\nDisallow: /2\n"));
    stage.run();

    assertThat(stage.pages()).containsOnlyKeys(stage.pages().keySet()).hasSize(1);
    assertThat(asked()).containsExactly("/robots.txt 200", "/rss 200", "/1 200");
    assertThat(stage.state(LEDGER).outcome()).contains("robots.txt of ledger.example forbids it");
  }

  @Test
  void pageOfAnotherHost_isNotAskedFor_unlessTheListNamesIt() throws IOException {
    stage.hosts().host("elsewhere.example", path -> Answer.html(page("Elsewhere")));
    ledger.put(
        "/rss",
        Answer.feed(rss("<item><link>http://elsewhere.example/3</link></item>", item("1", "One"))));
    stage.run();
    assertThat(stage.pages()).hasSize(1);
    assertThat(stage.state(LEDGER).outcome()).contains("1 pages lie on hosts");

    stage.clear();
    stage.list(LEDGER + " | hosts=elsewhere.example");
    stage.run();
    assertThat(stage.pages()).hasSize(2);
  }

  @Test
  void pageThatLeadsToAnInnerAddressOrAnotherHost_isNotStored() throws IOException {
    ledger.put("/1", Answer.redirect("http://169.254.169.254/latest/meta-data/"));
    ledger.put("/2", Answer.redirect("http://inner.example/"));
    stage.run();

    assertThat(stage.pages()).isEmpty();
    assertThat(asked()).containsExactly("/robots.txt 404", "/rss 200", "/1 302", "/2 302");
  }

  @Test
  void hostThatAsksToWait_isLeftAlone_andNothingIsLost() throws IOException {
    ledger.put(
        "/2", new Answer(429, Map.of("Retry-After", "3600", "Content-Type", "text/html"), "", 0));
    ledger.put("/rss", Answer.feed(rss(item("1", "One"), item("2", "Two"), item("3", "Three"))));
    ledger.put("/3", Answer.html(page("Three")));
    stage.run();
    ledger.put("/2", Answer.html(page("Two")));
    stage.pass(Duration.ofMinutes(30));
    stage.run();
    assertThat(stage.pages()).hasSize(1);
    assertThat(asked()).containsExactly("/robots.txt 404", "/rss 200", "/1 200", "/2 429");

    stage.pass(Duration.ofMinutes(45));
    stage.run();
    assertThat(stage.pages()).hasSize(3);
  }

  @Test
  void feedThatFails_isAskedLessOften_andAnotherAllTheSame() throws IOException {
    stage.hosts().host("desk.example", path -> Answer.of(path.equals("/robots.txt") ? 404 : 500));
    stage.list(LEDGER, "http://desk.example/rss");
    for (int run = 0; run < 9; run++) {
      stage.run();
      stage.pass(Duration.ofMinutes(15));
    }

    assertThat(stage.pages()).hasSize(2);
    assertThat(stage.hosts().asked().subList(before, stage.hosts().asked().size()))
        .filteredOn("desk.example/rss 500"::equals)
        .hasSize(4); // at once, and 15, 45 and 105 minutes later
    assertThat(stage.state("http://desk.example/rss").failures()).isEqualTo(4);
  }

  @Test
  void slowHost_leavesTheOthersTheirTime() throws IOException {
    stage
        .hosts()
        .host(
            "desk.example",
            path ->
                path.equals("/robots.txt")
                    ? Answer.of(404)
                    : new Answer(200, Map.of("Content-Type", "text/xml"), rss(), 1_000));
    stage.list("http://desk.example/rss", LEDGER);
    stage.run();

    assertThat(stage.pages()).hasSize(2);
  }

  @Test
  void sameArticleInTwoFeeds_isFetchedOnce() throws IOException {
    ledger.put("/atom", Answer.feed(rss(item("1", "One"))));
    stage.list(LEDGER, "http://ledger.example/atom");
    stage.run();

    assertThat(asked()).filteredOn("/1 200"::equals).hasSize(1);
    assertThat(stage.pages()).hasSize(2);
  }

  @Test
  void pageOfNoArticlesType_isNotStored() throws IOException {
    ledger.put("/1", new Answer(200, Map.of("Content-Type", "image/png"), "PNG", 0));
    stage.run();

    assertThat(stage.pages()).hasSize(1);
    assertThat(stage.state(LEDGER).outcome()).contains("image/png");
  }

  @Test
  void listOfSitemaps_isFollowedToItsPages() throws IOException {
    ledger.put(
        "/sitemaps",
        Answer.feed(
            "<sitemapindex><sitemap><loc>http://ledger.example/news</loc></sitemap></sitemapindex>"));
    ledger.put(
        "/news", Answer.feed("<urlset><url><loc>http://ledger.example/1</loc></url></urlset>"));
    stage.list("http://ledger.example/sitemaps");
    stage.run();
    ledger.put(
        "/news",
        Answer.feed(
            "<urlset><url><loc>http://ledger.example/1</loc></url>"
                + "<url><loc>http://ledger.example/2</loc></url></urlset>"));
    stage.run();

    assertThat(stage.pages()).hasSize(2);
    assertThat(asked()).filteredOn("/1 200"::equals).hasSize(1);
  }

  @Test
  void pageThatACallerAsksFor_isStored_orFailsWithItsReason() throws IOException {
    stage.request(
        "fetch/a.json",
        "{\"url\": \"http://ledger.example/1?utm_source=x\", \"metadata\": {\"language\": \"en\"}}");
    assertThat(stage.pages()).hasSize(1);
    assertThat(stage.metadata(stage.pages().keySet().iterator().next()))
        .containsEntry("language", "en");
    assertThat(stage.messages()).isEmpty();

    ledger.put("/robots.txt", Answer.text("User-agent: *\nDisallow: /2"));
    stage.pass(Duration.ofHours(25));
    stage.request("fetch/b.json", "{\"url\": \"http://ledger.example/2\", \"metadata\": {}}");
    assertThat(stage.messages())
        .singleElement()
        .asString()
        .contains("\"type\":\"rejected\"", "fetch_failed", "robots.txt of ledger.example forbids");
    // whoever wrote it: only the operator's hosts are asked
    stage.hosts().host("elsewhere.example", path -> Answer.html(page("Elsewhere")));
    stage.request("fetch/c.json", "{\"url\": \"http://elsewhere.example/\", \"metadata\": {}}");
    assertThat(stage.messages()).singleElement().asString().contains("not one of FetchHosts");
    stage.request("fetch/d.json", "{\"url\": \"file:///etc/passwd\", \"metadata\": {}}");
    assertThat(stage.messages()).isEmpty();
    assertThat(stage.pages()).hasSize(1);
  }

  private List<String> asked() {
    List<String> all = stage.hosts().asked();
    return all.subList(before, all.size()).stream()
        .map(one -> one.replaceFirst("^ledger\\.example", ""))
        .toList();
  }

  static String rss(String... items) {
    return "<rss version=\"2.0\"><channel><title>Ledger</title>"
        + String.join("", items)
        + "</channel></rss>";
  }

  static String item(String path, String title) {
    return """
    <item><title>%s</title><link>http://ledger.example/%s</link><guid>http://ledger.example/%s</guid>\
    <pubDate>Tue, 04 Mar 2025 10:00:00 GMT</pubDate></item>\
    """
        .formatted(title, path, path);
  }

  static String page(String title) {
    return "<html><head><title>%s</title></head><body><p>Shares of Brindlewick rose 2%%.</p></body></html>"
        .formatted(title);
  }
}
