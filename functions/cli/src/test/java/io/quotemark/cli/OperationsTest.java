package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.cloud.Clients;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The everyday commands of an operator, as they are typed. */
class OperationsTest {
  private static final String ARTICLE =
      "Brindlewick shares rise\n\nMarch 4, 2025\n\nShares of Brindlewick rose 2% to $41.20 on"
          + " Tuesday after a remarkable quarter, the company said.\n";

  @TempDir Path data;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws IOException {
    pipeline = open(data);
  }

  /** On which cloud these tests run. */
  Pipeline open(Path folder) throws IOException {
    return new Pipeline(folder);
  }

  @AfterEach
  void stop() {
    pipeline.close();
  }

  private Ran run(String... arguments) {
    return Ran.on(data, arguments);
  }

  @Test
  void failedAndReplay_ofAnUpload_sayWhyAndThatItFailedAgain() {
    pipeline.upload("inbox/empty.txt", "");
    assertThat(run("failed").out())
        .contains("1 failed upload:")
        .contains("inbox/empty.txt")
        .contains("empty");

    Ran replayed = run("replay", "inbox/empty.txt");

    assertThat(replayed.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(replayed.out())
        .contains("upload [1/1] inbox/empty.txt")
        .contains("inbox/empty.txt: failed again: ");
  }

  @Test
  void replay_ofDeadLetters_putsOneBackAndThenAll() {
    pipeline.send(
        "ArticlesDeadLetters", "{\"type\":\"recheck\",\"article_id\":\"a\",\"why\":\"w\"}");
    pipeline.send("ArticlesDeadLetters", "poison {");
    pipeline.send(
        "SchedulesDeadLetters", "{\"requestPayload\":{\"type\":\"refresh\",\"exchanges\":[]}}");
    String listed = run("failed").out();
    assertThat(listed)
        .contains("ArticlesDeadLetters: 2 dead letters")
        .contains("recheck a")
        .contains("no JSON: poison {")
        .contains("SchedulesDeadLetters: 1 dead letter")
        .contains("a scheduled run: ");
    String id =
        listed.lines().filter(l -> l.matches("  [-0-9a-f]{36}.*")).findFirst().orElseThrow();

    assertThat(run("replay", id.strip().substring(0, 36)).code()).isEqualTo(Exit.OK);
    Ran all = run("replay", "--all");

    assertThat(all.code()).isEqualTo(Exit.OK);
    assertThat(all.out()).contains("ArticlesDeadLetters: 1 left"); // the poison, once more
    assertThat(pipeline.waiting("SchedulesDeadLetters")).isZero();
    assertThat(pipeline.bodies("ArticlesDeadLetters")).containsExactly("poison {");
  }

  @Test
  void replay_ofNothing_saysSo() {
    assertThat(run("replay").code()).isEqualTo(Exit.USAGE);
    assertThat(run("replay", "--all").out()).contains("Nothing to replay.");
    Ran unknown = run("replay", "inbox/nowhere.txt");
    assertThat(unknown.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(unknown.out()).contains("neither a failed upload nor a dead letter");
  }

  @Test
  void purge_leavesATombstoneAndNothingElse_andLiftsIt() throws Exception {
    Node upload = pipeline.upload("inbox/taken.txt", ARTICLE);
    String id = upload.at("articles").texts().getFirst();
    assertThat(stored(id)).hasSizeGreaterThan(2).anyMatch(key -> key.contains(" V#"));
    assertThat(objects()).containsExactly("inbox/taken.txt");

    assertThat(run("purge", id).code()).isEqualTo(Exit.USAGE);
    Ran purged = run("purge", id, "--yes");

    assertThat(purged.code()).as(purged.out() + purged.err()).isEqualTo(Exit.OK);
    assertThat(purged.out()).contains("nothing of it is kept");
    assertThat(pipeline.get("/v1/articles/" + id).statusCode()).isEqualTo(410);
    assertThat(pipeline.get("/v1/articles/" + id + "/text").statusCode()).isEqualTo(410);
    assertTombstone(id);
    assertThat(objects()).isEmpty();

    Node again = pipeline.upload("inbox/again.txt", named(ARTICLE, id));
    assertThat(again.at("status").text()).isEqualTo("done"); // another key is another article
    Node same = pipeline.upload("inbox/taken.txt", ARTICLE);
    assertThat(same.at("status").text()).isEqualTo("failed");
    assertThat(same.at("reason").text()).startsWith("taken_down");
    assertTombstone(id);

    assertThat(run("purge", id, "--lift").code()).isEqualTo(Exit.OK);
    assertThat(run("replay", "inbox/taken.txt").code()).isEqualTo(Exit.OK);
    assertThat(pipeline.get("/v1/articles/" + id).statusCode()).isEqualTo(200);
  }

  /** The same words with an address, which is what an article is known by. */
  private static String named(String article, String id) {
    return article + "\nRead more at example.test/" + id + "\n";
  }

  @Test
  void purge_ofOneArticleOfABundle_leavesTheOthersAndSaysWhatIsLeft() throws Exception {
    Node upload = pipeline.upload("inbox/bundle.zip", bundle());
    List<String> ids = upload.at("articles").texts();
    assertThat(ids).hasSize(2);

    Ran purged = run("purge", ids.getFirst(), "--yes");

    assertThat(purged.out()).contains("still hold it: inbox/bundle.zip");
    assertThat(pipeline.get("/v1/articles/" + ids.getFirst()).statusCode()).isEqualTo(410);
    assertThat(pipeline.get("/v1/articles/" + ids.getLast()).statusCode()).isEqualTo(200);
  }

  private static byte[] bundle() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("one.txt", "two.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((name + ": " + ARTICLE).getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void purge_ofAnArticleTooLargeForTheTable_deletesWhatLiesInTheBucket() throws Exception {
    Node upload = pipeline.upload("inbox/large.txt", LongText.after(ARTICLE, 7));
    assertThat(upload.at("status").text()).as(upload.toString()).isEqualTo("done");
    String id = upload.at("articles").texts().getFirst();
    assertThat(objects())
        .anyMatch(k -> k.startsWith("texts/"))
        .anyMatch(k -> k.startsWith("work/"));
    assertThat(
            Json.read(pipeline.get("/v1/articles/" + id).body().getBytes(UTF_8))
                .at("article")
                .at("text")
                .text())
        .contains("remarkable quarter");

    run("purge", id, "--yes");

    assertThat(objects()).isEmpty();
    assertTombstone(id);
  }

  /** The article's item, which keeps it from coming back, and the entry of the list of removals. */
  private void assertTombstone(String id) {
    assertThat(stored(id))
        .hasSize(2)
        .anyMatch(key -> key.equals("ART#" + id + " META"))
        .anyMatch(key -> key.startsWith("REMOVED ") && key.endsWith("#" + id));
  }

  @Test
  void sweep_queuesADocumentThatNothingIsRecordedOf() {
    pipeline.upload("inbox/known.txt", ARTICLE);
    pipeline.upload("inbox/lost.txt", ARTICLE);
    pipeline.forget("inbox/lost.txt");
    assertThat(pipeline.drop().api().upload("inbox/lost.txt"))
        .hasValueSatisfying(u -> {
          assertThat(u.at("status").text()).isEqualTo("processing");
          assertThat(u.at("size").number()).isEqualTo(ARTICLE.length());
        });

    Ran swept = run("sweep", "--older-than", "0");

    assertThat(swept.code()).as(swept.out() + swept.err()).isEqualTo(Exit.OK);
    assertThat(swept.out()).contains("2 documents seen, 1 queued again");
    assertThat(pipeline.drop().api().upload("inbox/lost.txt"))
        .hasValueSatisfying(u -> {
          assertThat(u.at("status").text()).isEqualTo("done");
          assertThat(u.at("sequencer").text()).isEqualTo("0".repeat(32));
        });
  }

  @Test
  void watch_addsRemovesAndLists_andTheApiShowsIt() throws Exception {
    assertThat(run("watch", "add", "XHKG:9988").out()).contains("XHKG:9988");
    assertThat(run("watch", "add", "INDEX:HSI").code()).isEqualTo(Exit.OK);

    Ran removed = run("watch", "remove", "INDEX:HSI");

    assertThat(removed.code()).as(removed.err()).isEqualTo(Exit.OK);
    assertThat(removed.out()).contains("XHKG:9988").doesNotContain("HSI");
    assertThat(run("watch", "list").out()).isEqualTo(removed.out());
    Node listings = Json.read(pipeline.get("/v1/watchlist").body().getBytes(UTF_8)).at("listings");
    assertThat(listings.elements()).hasSize(1);
    assertThat(listings.elements().getFirst().at("id").text()).isEqualTo("XHKG:9988");
    assertThat(listings.elements().getFirst().at("issuer").text()).startsWith("Alibaba");
    assertThat(run("watch", "add", "9988").code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void refreshAndBackfill_withoutAProvider_saySo() {
    Ran refresh = run("refresh", "XHKG");
    assertThat(refresh.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(refresh.out()).contains("XHKG: 0 fetched", "no price provider");
    assertThat(refresh.err()).contains("up --provider NAME", "./quotemark prices FILE");
    Ran backfill = run("backfill", "XHKG:9988", "2020-01-01", "2021-12-31");
    assertThat(backfill.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(backfill.out()).contains("2021: 0 fetched", "no price provider");
    assertThat(run("refresh", "hong kong").code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void recheck_ofOneAndOfAll_queuesThem() {
    String id = pipeline.upload("inbox/again.txt", ARTICLE).at("articles").texts().getFirst();

    assertThat(run("recheck", id).out()).contains("1 of 1 queued", "checked again");
    assertThat(run("recheck", "--all").out()).contains("1 of 1 queued", "checked again");
    assertThat(run("recheck").code()).isEqualTo(Exit.USAGE);
    Ran unknown = run("recheck", "nothing");
    assertThat(unknown.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(unknown.out()).contains("nothing: ");
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? "" : value.s();
  }

  /** Keys of the items that know of the article, upload records apart. */
  private List<String> stored(String id) {
    return pipeline.items(id).values().stream()
        .filter(item -> !"UPLOAD".equals(text(item, "sk")))
        .map(item -> text(item, "pk") + " " + text(item, "sk"))
        .toList();
  }

  private List<String> objects() {
    try (S3Client s3 = Clients.s3(pipeline.cloud().s3())) {
      return s3.listObjectsV2(r -> r.bucket(pipeline.cloud().bucket())).contents().stream()
          .map(S3Object::key)
          .toList();
    }
  }

  @Test
  void put_withoutAnythingRunning_saysHowToStart() {
    StringWriter err = new StringWriter();
    int code =
        Quotemark.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "failed",
            "--data",
            data.resolve("elsewhere").toString());
    assertThat(code).isEqualTo(Exit.NOT_RUNNING);
    assertThat(err.toString()).contains("./quotemark up");
  }
}
