package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Invariants of the pipeline, on the real functions and the real template. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PipelineTest {
  @TempDir static Path data;

  private Pipeline pipeline;

  @BeforeAll
  void start() throws IOException {
    pipeline = open(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
  }

  /** On which cloud these tests run. */
  Pipeline open(Path folder) throws IOException {
    return new Pipeline(folder);
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  private static byte[] article() {
    return Sample.articles().stream()
        .filter(file -> file.name().equals("brindlewick-order.txt"))
        .findFirst()
        .orElseThrow()
        .bytes();
  }

  private static List<String> claims(Node checked) {
    return checked.at("claims").elements().stream().map(Node::toString).toList();
  }

  @Test
  void droppedArticle_comesOutOfTheApi_withTheClaimsOfCheck() throws Exception {
    Node upload = pipeline.upload("inbox/first.txt", article());
    assertThat(upload.at("status").text()).isEqualTo("done");
    Node stored = pipeline.drop().api().article(upload.at("articles").texts().getFirst());
    HttpResponse<String> checked = pipeline.post("/v1/check", "text/plain", article());

    assertThat(checked.statusCode()).isEqualTo(200);
    assertThat(claims(stored))
        .isNotEmpty()
        .isEqualTo(claims(Json.read(checked.body().getBytes(UTF_8))));
    assertThat(stored.at("claims").elements())
        .anyMatch(claim -> claim.at("verdict").text().startsWith("verified"));
  }

  @Test
  void copiedFile_isProcessedLikeAnUpload() throws IOException {
    Instant since = Instant.now();
    pipeline.copy("inbox/copied.txt", article());
    assertThat(pipeline.drop().outcome("inbox/copied.txt", since))
        .hasValueSatisfying(upload -> assertThat(upload.at("status").text()).isEqualTo("done"));
  }

  @Test
  void sameUploadAgain_leavesTheStoredItemsByteIdentical() {
    Node upload = pipeline.upload("inbox/replayed.txt", article());
    String id = upload.at("articles").texts().getFirst();
    pipeline.settled();
    Map<String, Map<String, AttributeValue>> before = pipeline.items(id);
    String notification = notification("inbox/replayed.txt", article().length);
    for (int i = 0; i < 3; i++) {
      pipeline.send("UploadsQueue", notification);
    }
    pipeline.settled();
    assertThat(pipeline.items(id)).isNotEmpty().isEqualTo(before);
  }

  @Test
  void syndicatedCopy_isLinkedToTheArticleThatCameFirst() throws Exception {
    String story =
        """
        The harbour of Saltmere will buy forty lamps this spring, the harbour master said, and sixty more should the council agree in May.
        Each lamp stands four metres high and burns for nine hours on one charge; the old ones needed a man with a ladder every evening.
        Fishermen of the north quay asked that the light be turned away from the water, and the engineers have promised to try shades.
        """;
    String first =
        id(pipeline.upload("inbox/story.txt", "Forty lamps\nMarch 4, 2025 9:00 GMT\n" + story));
    String copy =
        id(
            pipeline.upload(
                "inbox/copy.txt", "Saltmere buys lamps\nMarch 5, 2025 8:00 GMT\n" + story));
    HttpResponse<String> answer = pipeline.get("/v1/articles/" + copy + "/similar");
    assertThat(answer.statusCode()).isEqualTo(200);
    List<Node> similar = Json.read(answer.body().getBytes(UTF_8)).at("similar").elements();
    assertThat(similar).hasSize(1);
    assertThat(similar.getFirst().at("id").text()).isEqualTo(first);
    assertThat(similar.getFirst().at("first").text()).isEqualTo(first);
    assertThat(similar.getFirst().at("kinship").text()).isEqualTo("identical");
    assertThat(similar.getFirst().at("degree").text()).isEqualTo("1.00");
    assertThat(pipeline.get("/v1/articles/none/similar").statusCode()).isEqualTo(404);
  }

  private static String id(Node upload) {
    return upload.at("articles").texts().getFirst();
  }

  /** As S3 would repeat it: an older sequencer than the one that was processed. */
  private static String notification(String key, int size) {
    return """
    {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"local",
    "eventTime":"2025-01-01T00:00:00Z","eventName":"ObjectCreated:Put","s3":{"bucket":{"name":"bucket"},
    "object":{"key":"%s","size":%d,"sequencer":"0000000000000001"}}}]}\
    """
        .formatted(key, size);
  }

  @Test
  void overwrittenUpload_newestWins() {
    pipeline.upload("inbox/overwritten.txt", article());
    String fresh =
        "Brindlewick shares fall\n\nShares of Brindlewick fell 3% on Tuesday, the company said.\n";
    Node upload = pipeline.upload("inbox/overwritten.txt", fresh);
    Node stored = pipeline.drop().api().article(upload.at("articles").texts().getFirst());
    assertThat(stored.at("article").at("title").text()).isEqualTo("Brindlewick shares fall");
  }

  @Test
  void deletedUpload_takesItsArticleAway() throws Exception {
    Node upload = pipeline.upload("inbox/deleted.txt", article());
    String id = upload.at("articles").texts().getFirst();
    Instant since = Instant.now();
    pipeline.delete("inbox/deleted.txt");
    assertThat(pipeline.drop().outcome("inbox/deleted.txt", since))
        .hasValueSatisfying(record -> assertThat(record.at("status").text()).isEqualTo("removed"));
    assertThat(pipeline.get("/v1/articles/" + id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inbox/a+b.txt",
        "inbox/a%2Bb.txt",
        "inbox/a b & c=d.txt",
        "inbox/株価 – été.txt",
        "inbox/x..y/..z.txt",
        "inbox/' OR 1=1 --.txt",
      })
  void hostileKey_isRecordedUnderItself(String key) {
    Node upload = pipeline.upload(key, article());
    assertThat(upload.at("status").text()).isEqualTo("done");
    assertThat(upload.at("articles").texts()).hasSize(1);
  }

  @Test
  void uploadThatIsNoArticle_fails_withItsReason() {
    assertFailed("inbox/zero.txt", new byte[0]);
    assertFailed("inbox/binary.bin", new byte[] {0x7f, 'E', 'L', 'F', 0, 1, 2, 3, 0, 0, 0, -1, -2});
    assertFailed("inbox/oversize.txt", "word ".repeat(6_000_000).getBytes(UTF_8));
  }

  private void assertFailed(String key, byte[] bytes) {
    Node upload = pipeline.upload(key, bytes);
    assertThat(upload.at("status").text()).as(key).isEqualTo("failed");
    assertThat(upload.at("reason").text()).as(key).isNotBlank();
  }

  @Test
  void poisonMessage_besideGoodOnes_isDeadLetteredAlone() {
    int before = pipeline.waiting("UploadsDeadLetters") + pipeline.waiting("ArticlesDeadLetters");
    pipeline.send("UploadsQueue", "{\"Records\":[{\"poison\":");
    pipeline.send("ArticlesQueue", "poison {");
    assertThat(pipeline.upload("inbox/beside-poison.txt", article()).at("status").text())
        .isEqualTo("done");
    pipeline.settled();
    assertThat(pipeline.bodies("UploadsDeadLetters")).anyMatch(body -> body.contains("poison"));
    assertThat(pipeline.bodies("ArticlesDeadLetters")).anyMatch(body -> body.contains("poison"));
    assertThat(pipeline.waiting("UploadsDeadLetters") + pipeline.waiting("ArticlesDeadLetters"))
        .isEqualTo(before + 2);
  }

  @Test
  void uploads_manyAtOnce_eachHaveTheirRecord() {
    Instant since = Instant.now();
    for (int i = 0; i < 25; i++) {
      pipeline.drop().put("inbox/many/" + i + ".txt", article());
    }
    for (int i = 0; i < 25; i++) {
      assertThat(pipeline.drop().outcome("inbox/many/" + i + ".txt", since)).isPresent();
    }
  }
}
