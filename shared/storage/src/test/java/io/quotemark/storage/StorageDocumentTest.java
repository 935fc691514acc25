package io.quotemark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.fixtures.Tables;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Versions;
import io.quotemark.storage.prices.Bookmarks;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceStore;
import io.quotemark.storage.prices.RunBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * docs/storage.md shows an item of each kind as it is written. {@code -Dquotemark.write=true}
 * writes them into it.
 */
class StorageDocumentTest {
  /** {@code <!-- PX# / Y# -->} and the block behind it. */
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- (?<kind>[^>]+) -->\n```json\n(?<item>.*?)```\n", Pattern.DOTALL);

  /** Entries of lists of articles, which show the same of them. */
  private static final Set<String> SAME = Set.of("UPD", "SOURCE#", "FACET#", "ERR#", "TOP#");

  private static final int WIDTH = 140;
  private static final String ARTICLE = "75da986eac7bb5de";
  private static final ListingId LISTING = ListingId.parse("XXXX:BRWK");
  private static final LocalDate SESSION = LocalDate.parse("2025-03-11");
  private static final Instant NOON = Instant.parse("2025-03-11T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  @RegisterExtension final EmbeddedDynamo local = new EmbeddedDynamo();
  private final DynamoDbClient dynamo = local.client();

  @Test
  void document_showsAnItemOfEachKind_asItIsWritten() throws IOException {
    Map<String, String> written = written();
    Path file = document();
    String text = Files.readString(file);
    if (Boolean.getBoolean("quotemark.write")) {
      Files.writeString(file, EXAMPLE.matcher(text).replaceAll(shown -> filled(shown, written)));
      return;
    }
    Map<String, String> shown = new TreeMap<>();
    Matcher examples = EXAMPLE.matcher(text);
    while (examples.find()) {
      shown.put(examples.group("kind"), examples.group("item"));
    }
    assertThat(shown)
        .as(
            "docs/storage.md; after a change: mvn test -Dtest=StorageDocumentTest -Dquotemark.write=true")
        .isEqualTo(written);
  }

  private static String filled(MatchResult shown, Map<String, String> written) {
    String kind = shown.group(1);
    return Matcher.quoteReplacement(
        "<!-- %s -->\n```json\n%s```\n".formatted(kind, written.getOrDefault(kind, "")));
  }

  /** The first item of each kind. */
  private Map<String, String> written() {
    ArticleStore articles = store("articles");
    articles(articles, "articles")
        .accepted(event("inbox/brindlewick.txt"), ARTICLE, "b76b37b7a083eb5c", packed());
    store("gone");
    ArticleLedger gone = articles(new ArticleStore(dynamo, "gone"), "gone");
    gone.accepted(event("inbox/withdrawn.txt"), ARTICLE, "b76b37b7a083eb5c", packed());
    gone.removed(
        new ArticleLedger.Event(
            "inbox/withdrawn.txt", "", "%032d".formatted(2), 0, "2025-03-11T12:05:00Z"));
    articles(store("unlisted"), "unlisted", List.of())
        .accepted(event("inbox/lanterns.txt"), ARTICLE, "b76b37b7a083eb5c", packed());
    Tables.prices(dynamo, "prices");
    prices(new PriceStore(dynamo, "prices"), articles);
    Map<String, String> out = new TreeMap<>();
    for (String table : List.of("articles", "gone", "unlisted", "prices")) {
      Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
      dynamo.scan(r -> r.tableName(table)).items().forEach(i -> items.put(key(i), i));
      items.values().forEach(item -> out.putIfAbsent(kind(item), shown(item)));
    }
    return out;
  }

  private ArticleStore store(String table) {
    Tables.articles(dynamo, table);
    return new ArticleStore(dynamo, table);
  }

  private static ArticleLedger articles(ArticleStore store, String table) {
    return articles(store, table, List.of(LISTING.toString()));
  }

  private static ArticleLedger articles(ArticleStore store, String table, List<String> listings) {
    Bucket none =
        new Bucket(new AwsClients("eu-central-1").s3(URI.create("http://localhost:1")), table);
    return store.ledger(
        none,
        new Versions.Retention(Duration.ofDays(90), CLOCK),
        (id, article, time) -> record(id, listings));
  }

  private static ArticleLedger.Event event(String key) {
    return new ArticleLedger.Event(key, "", "%032d".formatted(1), 316, NOON.toString());
  }

  private static PackedArticle packed() {
    return PackedArticle.of("the article's JSON under gzip".getBytes(UTF_8));
  }

  private static ArticleRecord record(String id, List<String> listings) {
    return new ArticleRecord(
        id,
        "b76b37b7a083eb5c",
        "Brindlewick Lanterns rises after upbeat quarter",
        "The Brindlewick Bugle",
        "en",
        "2025-03-11",
        "2025-03-11T18:30:00Z",
        "2025-03-11T18:30:00Z",
        listings,
        Map.of("contradicted", 1, "unverifiable", 1),
        Map.of("MOVE_PCT/contradicted", 1, "TURNOVER/unverifiable", 1),
        List.of("SIGN_SLIP"),
        381,
        950_000,
        List.of("XXXX:BRWK#MOVE_PCT#3.8#2025-03-11"),
        List.of(
            new EvidenceNeeded(
                LISTING,
                List.of(new EvidenceNeeded.Stretch(SESSION, SESSION)),
                Set.of(EvidenceNeed.Field.VOLUME),
                List.of("c2"))),
        true,
        TextSketch.of(
            "Shares of Brindlewick Lanterns plc rose 3.8% on Tuesday and closed at 380p."),
        "the findings, packed".getBytes(UTF_8));
  }

  private static void prices(PriceStore store, ArticleStore articles) {
    store
        .prices()
        .save(
            new PriceSeries(
                LISTING,
                "tiingo",
                PriceSeries.Basis.AS_TRADED,
                NOON,
                List.of(Bar.flat(SESSION, new BigDecimal("3.80"))),
                List.of(),
                List.of(),
                false));
    BigDecimal price = new BigDecimal("3.81");
    store
        .minutes()
        .save(
            new MinuteBars(
                LISTING,
                SESSION,
                "alpaca",
                NOON,
                List.of(
                    new MinuteBars.Minute(
                        Instant.parse("2025-03-11T08:00:00Z"), price, price, price, price, 900)),
                false));
    store
        .coverage()
        .write("tiingo", LISTING, new Coverage.Reach(SESSION.minusYears(1), SESSION, NOON));
    store
        .requests()
        .write(
            PriceRequests.Request.claim(LISTING, SESSION, SESSION, "1f2e-message", NOON, null),
            null);
    store
        .minuteRequests()
        .write(
            MinuteRequests.Request.claim(
                new ListingSession(LISTING, SESSION), NOON, "1f2e-message", NOON, null),
            null);
    store.budget("tiingo", 1_000, 50).take(2, NOON);
    store
        .runs()
        .write("XLON", new RunBook.Ended("2025-03-11T12:00:00Z", 40, 310, 2, 0, "all asked"));
    store.bookmarks().write(new Bookmarks.Sweep("2025-03-11T12:00:00Z", "inbox/m.txt", 1_000, 3));
    store
        .bookmarks()
        .write(new Bookmarks.Release("claims-41 verdicts-36 master-9", "MjAyNS0", 500, false));
    store
        .files()
        .record(
            new PriceFileReports.Report(
                "prices/BRWK.csv",
                NOON,
                List.of(LISTING.toString()),
                250,
                List.of("BRWK.csv:7: no price")));
    store.effects(articles).begin("prices/BRWK.csv", NOON, List.of(ARTICLE));
    store.watchlist().add(LISTING);
  }

  private static String key(Map<String, AttributeValue> item) {
    return text(item, "pk") + " / " + text(item, "sk");
  }

  /** {@code PX# / Y#}, {@code WAITING}, {@code ART# / META removed}. */
  private static String kind(Map<String, AttributeValue> item) {
    String pk = text(item, "pk").replaceFirst("#.*", "#");
    return pk.matches("ART#|PX#|UP#")
        ? pk
            + " / "
            + text(item, "sk").replaceFirst("#.*", "#")
            + (item.containsKey("removed") ? " removed" : "")
        : pk;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).s();
  }

  private static String shown(Map<String, AttributeValue> item) {
    TreeMap<String, String> members = new TreeMap<>();
    item.forEach((name, value) -> members.put(name, json(value)));
    StringBuilder out =
        new StringBuilder("{\"pk\": " + members.remove("pk") + ", \"sk\": " + members.remove("sk"));
    if (SAME.contains(kind(item))) {
      return out.append(", \"…\": \"as in ALL\"}\n").toString();
    }
    int line = out.length();
    for (Map.Entry<String, String> member : members.entrySet()) {
      String next = '"' + member.getKey() + "\": " + member.getValue();
      boolean breaks = line + next.length() > WIDTH;
      out.append(breaks ? ",\n " : ", ").append(next);
      line = breaks ? next.length() : line + 2 + next.length();
    }
    return out.append("}\n").toString();
  }

  private static String json(AttributeValue value) {
    return switch (value.type()) {
      case S -> '"' + value.s() + '"';
      case N -> value.n();
      case BOOL -> value.bool().toString();
      case B -> "\"(%d bytes)\"".formatted(value.b().asByteArrayUnsafe().length);
      case L ->
          "[" + String.join(", ", value.l().stream().map(StorageDocumentTest::json).toList()) + "]";
      case M ->
          "{"
              + String.join(
                  ", ",
                  new TreeMap<>(value.m())
                      .entrySet().stream()
                          .map(e -> '"' + e.getKey() + "\": " + json(e.getValue()))
                          .toList())
              + "}";
      default -> throw new IllegalStateException("no example of " + value);
    };
  }

  private static Path document() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = Objects.requireNonNull(folder.getParent(), "template.yaml is in no folder above");
    }
    return folder.resolve("docs/storage.md");
  }
}
