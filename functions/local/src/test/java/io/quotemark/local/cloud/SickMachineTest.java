package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.TestCloud.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A data folder that takes nothing any more: no message is to blame for it. */
class SickMachineTest {
  private static final int NEVER = 3600;

  @TempDir Path data;

  private static String body(Cloud cloud, HttpClient http) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(cloud.http().resolve("/v1/health")).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static boolean visible(Cloud cloud, String queue) {
    return "1"
        .equals(
            cloud
                .queues()
                .getQueueAttributes(r ->
                    r.queueUrl(cloud.queueUrl(queue))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  @Test
  void message_thatFailsWhileTheFolderTakesNothing_waitsVisible_andHealthSaysWhy()
      throws Exception {
    Path block = data.resolve(".probe"); // a folder where the look at the folder writes a file
    TestCloud functions = new TestCloud();
    functions.answering(
        "parse",
        event -> {
          if (functions.events("parse").size() == 1) {
            Files.createDirectories(block.resolve("full"));
            throw new IOException("No space left on device");
          }
          return "";
        });
    functions.answering("serve", event -> "{\"statusCode\":200,\"body\":\"ok\"}");
    try (HttpClient http = HttpClient.newHttpClient();
        Cloud cloud = functions.start(TestCloud.template(), data, count -> NEVER)) {
      assertThat(body(cloud, http)).isEqualTo("200 ok");
      try (S3Client s3 = Clients.s3(cloud.s3())) {
        s3.putObject(r -> r.bucket("bucket").key("inbox/a.txt"), RequestBody.fromString("x"));
      }
      await("the message to be visible", () -> visible(cloud, "UploadsQueue"));
      assertThat(body(cloud, http))
          .startsWith("503 ")
          .contains("\"status\":\"failing\"")
          .contains(data + " cannot be written");
      assertThat(functions.events("parse")).hasSize(1);

      Files.delete(block.resolve("full"));
      Files.delete(block);

      await("the second delivery", () -> functions.events("parse").size() == 2);
      await("health", () -> body(cloud, http).equals("200 ok"));
    }
  }

  @Test
  void queue_whoseJournalCannotBeWritten_stillLetsItsMessagesGo() throws Exception {
    try (Stage stage = new Stage(data)) {
      String url = stage.queueUrl("UploadsQueue");
      stage.send("UploadsQueue", "kept");
      Path folder = data.resolve("queues/UploadsQueue");
      Path moved = Files.move(folder, data.resolve("moved"));
      Files.writeString(folder, "a file where the messages lay");

      List<Message> received = stage.queues().receiveMessage(r -> r.queueUrl(url)).messages();
      assertThat(received).hasSize(1);
      stage
          .queues()
          .changeMessageVisibility(r ->
              r.queueUrl(url)
                  .receiptHandle(received.getFirst().receiptHandle())
                  .visibilityTimeout(0));
      assertThat(stage.queues().receiveMessage(r -> r.queueUrl(url)).messages()).hasSize(1);

      Files.delete(folder);
      Files.move(moved, folder);
    }
  }

  @Test
  void disk_thatIsNearlyFull_isTroubleUntilThereIsSpace() {
    AtomicLong free = new AtomicLong(Disk.RESERVE);
    Disk disk = new Disk(data, folder -> free.get());

    assertThat(disk.trouble()).isEmpty();
    free.set(3 << 20);
    assertThat(disk.trouble())
        .hasValueSatisfying(
            why -> assertThat(why).contains("The disk of " + data + " is full: 3 MB are free"));
    free.set(Disk.RESERVE);
    assertThat(disk.trouble()).isEmpty();
  }

  @Test
  void folder_whereWritingFailed_isTroubleUntilItWorksAgain() throws IOException {
    Path folder = Files.writeString(data.resolve("queue"), "no folder");
    Disk disk = new Disk(data);

    assertThat(disk.trouble()).isEmpty();
    disk.suspect(folder);
    assertThat(disk.trouble())
        .hasValueSatisfying(why -> assertThat(why).startsWith(folder + " cannot be written"));
    Files.delete(folder);
    assertThat(disk.trouble()).isEmpty();
  }
}
