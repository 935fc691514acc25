package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.cloud.Clients;
import io.quotemark.local.cloud.Stage;
import io.quotemark.storage.Bucket;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.ArticleRecord;
import io.quotemark.storage.articles.ArticleStore;
import io.quotemark.storage.articles.UploadRecord;
import io.quotemark.storage.articles.UploadRecord.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What an upload's status says while its message is being taken, at each call to AWS. A process
 * that is killed there leaves what stands there.
 */
@Tag("proof")
class StatusTest {
  private static final String KEY = "inbox/a.json";

  /** More than any message makes. */
  private static final int MOST_CALLS = 200;

  @TempDir Path data;

  private Deliveries deliveries;
  private S3Client s3;
  private DynamoDbClient dynamoDb;
  private ArticleIndex articles;

  @BeforeEach
  void start() throws IOException {
    deliveries = new Deliveries(data);
    s3 = Clients.s3(deliveries.stage().s3());
    dynamoDb = Clients.dynamoDb(deliveries.stage().dynamoDb());
    articles =
        new ArticleStore(dynamoDb, "ArticlesTable")
            .index(new Bucket(s3, Stage.BUCKET), Event.AFTERWARDS);
  }

  @AfterEach
  void stop() throws IOException {
    s3.close();
    dynamoDb.close();
    deliveries.close();
  }

  @Test
  void upload_atAnyCall_isDoneOnlyOnceItsArticleCanBeRead() throws IOException {
    List<Event> events =
        List.of(
            event("Brindlewick first word", 1),
            event("Brindlewick second word", 2), // the same article
            event("Brindlewick apart", 3), // another, and the first goes
            new Event(KEY, null, 4),
            event("Brindlewick calm", 5));
    Set<Status> seen = EnumSet.noneOf(Status.class);
    List<String> wrong = new ArrayList<>();
    for (Event event : events) {
      deliveries.happen(event);
      deliveries.wire().begin(Map.of());
      for (int place = 0; place < MOST_CALLS; place++) {
        int call = place;
        deliveries.wire().meanwhile(place, () -> look(events, "at call " + call, seen, wrong));
      }
      deliveries.deliver(event);
      look(events, "after event " + event.moment(), seen, wrong);
      assertThat(articles.upload(KEY).orElseThrow().status())
          .isEqualTo(event.text() == null ? Status.REMOVED : Status.DONE);
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).containsExactlyInAnyOrder(Status.PROCESSING, Status.DONE, Status.REMOVED);
  }

  private void look(List<Event> events, String when, Set<Status> seen, List<String> wrong) {
    articles
        .upload(KEY)
        .ifPresent(upload -> {
          seen.add(upload.status());
          if (upload.status() == Status.DONE) {
            String title = title(events, upload);
            List<String> read = titles(upload.articles());
            List<String> listed =
                articles.latest(null, null, null, 10, null).items().stream()
                    .map(ArticleRecord.Summary::title)
                    .toList();
            if (!read.equals(List.of(title)) || !listed.equals(List.of(title))) {
              wrong.add(
                  "%s: done as \"%s\", read as %s, listed as %s"
                      .formatted(when, title, read, listed));
            }
          }
        });
  }

  /** Of the articles that can be read, by what the lists say of them. */
  private List<String> titles(List<String> ids) {
    return articles.latest(null, null, null, 10, null).items().stream()
        .filter(summary -> ids.contains(summary.id()))
        .filter(summary -> articles.article(summary.id()) instanceof ArticleIndex.Found.Stored)
        .map(ArticleRecord.Summary::title)
        .toList();
  }

  /** Of the event that the record tells of. */
  private static String title(List<Event> events, UploadRecord upload) {
    Event event = events.get(Integer.parseInt(Objects.requireNonNull(upload.sequencer()), 16) - 1);
    return Objects.requireNonNull(Text.of(Objects.requireNonNull(event.text())).title());
  }

  private static Event event(String title, int moment) {
    return Text.ALL.stream()
        .filter(text -> title.equals(text.title()))
        .findFirst()
        .map(text -> new Event(KEY, text.content(), moment))
        .orElseThrow();
  }
}
