package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.TextSketch;
import io.quotemark.local.cloud.Stage;
import io.quotemark.runtime.messages.PackedArticle;
import io.quotemark.storage.AwsClients;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleHistory;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleIndex.Found;
import io.quotemark.storage.articles.ArticleLedger;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.Versions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Readers of articles while these are stored anew, at each call that they make. */
class ReadersTest {
  /** More than an item holds. */
  private static final int LARGE = 400_000;

  private static final String TIME = "2025-03-04T10:00:00Z";

  @RegisterExtension static final OneCloud CLOUD = new OneCloud();

  private final Wire wire = new Wire();
  private final AwsClients writers = new AwsClients("eu-central-1");
  private final AwsClients readers = new AwsClients("eu-central-1", wire.connections());
  private ArticleIndex articles;
  private ArticleHistory history;
  private Bucket bucket;

  @BeforeEach
  void start() {
    wire.begin(Map.of());
    CLOUD.deliveries().clear();
    Stage stage = CLOUD.deliveries().stage();
    bucket = new Bucket(writers.s3(stage.s3()), Stage.BUCKET);
    ArticleStore store = new ArticleStore(readers.dynamoDb(stage.dynamoDb()), "ArticlesTable");
    articles = store.index(new Bucket(readers.s3(stage.s3()), Stage.BUCKET), Event.AFTERWARDS);
    history = store.history();
  }

  @Test
  void largeFindings_storedAnewBetweenTwoCalls_areReadAsTheyAreNow() {
    store("v1");
    wire.meanwhile(1, () -> store("v2"));

    assertThat(articles.article("a"))
        .isInstanceOfSatisfying(
            Found.Stored.class,
            stored -> {
              assertThat(stored.version()).isEqualTo("v2");
              assertThat(new String(stored.body(), UTF_8)).startsWith("v2");
            });
  }

  @Test
  void largeFindings_ofAList_areReadAsTheyAreNow() {
    store("v1");
    wire.meanwhile(1, () -> store("v2"));

    assertThat(articles.findings(List.of("a")).get("a")).asString().startsWith("v2");
  }

  @Test
  void largeFindings_thatAreNowhere_areNamed() {
    store("v1");
    bucket.delete("bodies/a/v1.json.z");

    assertThatThrownBy(() -> articles.article("a"))
        .hasMessage("the body of article a is missing at bodies/a/v1.json.z");
  }

  @Test
  void whole_takesOneQuestionToTheTable_andSaysWhatThreeSay() {
    store("v1");
    store("v2");
    Found.Stored three = (Found.Stored) articles.article("a");
    Optional<byte[]> text = articles.text(three);
    ArticleHistory.History versions = history.of(three.head(), Event.AFTERWARDS.instant());
    wire.begin(Map.of());

    Found.Stored one = (Found.Stored) articles.whole("a");
    assertThat(one.version()).isEqualTo("v2");
    assertThat(one.body()).isEqualTo(three.body());
    assertThat(articles.text(one))
        .hasValueSatisfying(is -> assertThat(is).asString().isEqualTo("v2"));
    assertThat(text).hasValueSatisfying(is -> assertThat(is).asString().isEqualTo("v2"));
    assertThat(history.of(one.head(), Event.AFTERWARDS.instant())).isEqualTo(versions);
    assertThat(versions.versions())
        .extracting(ArticleHistory.Version::version)
        .containsExactly("v1", "v2");
    assertThat(wire.calls()).as("the table, and the bucket for large findings").hasSize(2);
  }

  @Test
  void whole_largeFindingsStoredAnew_areReadAsTheyAreNow() {
    store("v1");
    wire.meanwhile(1, () -> store("v2"));

    Found.Stored stored = (Found.Stored) articles.whole("a");
    assertThat(stored.version()).isEqualTo("v2");
    assertThat(articles.text(stored))
        .hasValueSatisfying(is -> assertThat(is).asString().isEqualTo("v2"));
  }

  @Test
  void whole_ofWhatIsNotThere_isNothing() {
    assertThat(articles.whole("a")).isEqualTo(new Found.Nothing());
  }

  /** As another process does. */
  private void store(String version) {
    ArticleLedger ledger =
        new ArticleStore(writers.dynamoDb(CLOUD.deliveries().stage().dynamoDb()), "ArticlesTable")
            .ledger(
                bucket,
                new Versions.Retention(Duration.ofDays(9_000), Event.AFTERWARDS),
                (id, article, time) -> large(version));
    ledger.accepted(
        new ArticleLedger.Event("inbox/a.txt", "", version, 1, TIME),
        "a",
        version,
        PackedArticle.of(version.getBytes(UTF_8)));
  }

  private static ArticleRecord large(String version) {
    return new ArticleRecord(
        "a",
        version,
        "title",
        null,
        "en",
        "2025-03-04",
        null,
        TIME,
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        false,
        TextSketch.of("text"),
        (version + " ".repeat(LARGE)).getBytes(UTF_8));
  }
}
