package io.quotemark.runtime.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.messages.ArticleMessage;
import io.quotemark.runtime.messages.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each sample of {@code events/} is what its trigger sends, and is read as such. */
class EventSamplesTest {
  private static final String KEY = "inbox/café + tea.txt";

  @Test
  void s3Put_bareOrInSqsOrByEventBridge_tellsOfOneCreation() throws IOException {
    ObjectEvent bare = ObjectEvent.parse(sample("s3-put.json")).getFirst();

    assertThat(bare.kind()).isEqualTo(ObjectEvent.Kind.CREATED);
    assertThat(bare.key()).isEqualTo(KEY);
    assertThat(bare.size()).isEqualTo(412);
    assertThat(wrapped("s3-put-in-sqs.json")).containsExactly(bare);
    assertThat(ObjectEvent.parse(sample("eventbridge-s3-created.json"))).containsExactly(bare);
  }

  @Test
  void s3RemovedInSqs_isNewerThanThePutOfItsKey() throws IOException {
    ObjectEvent put = ObjectEvent.parse(sample("s3-put.json")).getFirst();
    ObjectEvent removed = wrapped("s3-removed-in-sqs.json").getFirst();

    assertThat(removed.kind()).isEqualTo(ObjectEvent.Kind.REMOVED);
    assertThat(removed.key()).isEqualTo(put.key());
    assertThat(removed.sequencer()).isGreaterThan(put.sequencer());
    assertThat(removed.size()).isZero();
  }

  @Test
  void pricesPutInSqs_namesAPriceFile() throws IOException {
    assertThat(wrapped("prices-put-in-sqs.json"))
        .singleElement()
        .satisfies(e -> assertThat(e.key()).isEqualTo("prices/XHKG_9988.csv"));
  }

  @Test
  void articlesQueue_holdsMessagesOfTheUploadThatTheS3SamplesTellOf() throws IOException {
    List<ArticleMessage> messages =
        SqsBatch.of(Json.read(sample("articles-queue.json"))).messages().stream()
            .map(m -> ArticleMessage.parse(m.body().getBytes(StandardCharsets.UTF_8)))
            .toList();

    Upload put = Upload.of(ObjectEvent.parse(sample("s3-put.json")).getFirst());
    Upload removed = Upload.of(wrapped("s3-removed-in-sqs.json").getFirst());
    assertThat(messages).hasSize(4);
    assertThat(messages.get(0)).isInstanceOf(ArticleMessage.Parsed.class);
    ArticleMessage.Parsed parsed = (ArticleMessage.Parsed) messages.get(0);
    assertThat(parsed.upload()).isEqualTo(put);
    assertThat(parsed.article().article().text()).contains("rose 1.5% to $20.30");
    assertThat(messages.get(1)).isInstanceOf(ArticleMessage.Rejected.class);
    assertThat(messages.get(2)).isInstanceOf(ArticleMessage.Recheck.class);
    assertThat(messages.get(3)).isEqualTo(new ArticleMessage.Removed(removed));
  }

  @Test
  void schedule_isOneOfTheTemplatesInputs() throws IOException {
    Node event = Json.read(sample("schedule.json"));

    assertThat(event.at("type").text()).isEqualTo("refresh");
    assertThat(event.at("exchanges").texts()).contains("XHKG");
  }

  @Test
  void httpSamples_areRequestsOfTheirRoutes() throws IOException {
    HttpRequest check = HttpRequest.parse(sample("http-check.json"));
    HttpRequest articles = HttpRequest.parse(sample("http-articles.json"));

    assertThat(check.method() + " " + check.path()).isEqualTo("POST /v1/check");
    assertThat(check.headers()).containsEntry("content-type", "text/plain; charset=utf-8");
    assertThat(new String(check.body(), StandardCharsets.UTF_8)).contains("rose 1.5% to $20.30");
    assertThat(articles.method() + " " + articles.path()).isEqualTo("GET /v1/articles");
    assertThat(articles.query()).containsEntry("listing", "XHKG:9988").containsEntry("limit", "20");
  }

  private static List<ObjectEvent> wrapped(String name) throws IOException {
    Node event = Json.read(sample(name));
    assertThat(SqsBatch.is(event)).isTrue();
    return SqsBatch.of(event).messages().stream()
        .flatMap(m -> ObjectEvent.parse(m.body().getBytes(StandardCharsets.UTF_8)).stream())
        .toList();
  }

  private static byte[] sample(String name) throws IOException {
    // Maven runs tests in the module's folder, which lies two below the top level
    return Files.readAllBytes(Path.of("../../events", name));
  }
}
