package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.local.cloud.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** Waiting for queues that move only as the test says, in minutes it makes up. */
class DropTest {
  private static final List<String> WORK = List.of("UploadsQueue", "ArticlesQueue", "PricesQueue");

  @TempDir Path data;
  private Stage stage;
  private Deployment deployment;
  private Minutes minutes = new Minutes(() -> {});

  @BeforeEach
  void start() throws IOException {
    stage = new Stage(data);
    deployment = StillQueues.deployment(stage, WORK);
  }

  @AfterEach
  void stop() throws IOException {
    deployment.close();
    stage.close();
  }

  /** A minute passes at each rest, and with it this happens. */
  private Drop drop(Runnable each) {
    minutes = new Minutes(each);
    return new Drop(deployment, minutes);
  }

  private void take(String queue) {
    List<Message> messages =
        stage.queues().receiveMessage(r -> r.queueUrl(stage.queueUrl(queue))).messages();
    messages.forEach(message ->
        stage
            .queues()
            .deleteMessage(
                r -> r.queueUrl(stage.queueUrl(queue)).receiptHandle(message.receiptHandle())));
  }

  @Test
  void workOfHours_isWaitedFor_whileItMoves() {
    for (int i = 0; i < 12; i++) {
      stage.send("ArticlesQueue", "recheck " + i);
    }
    StringWriter out = new StringWriter();

    try (Drop drop =
        drop(() -> {
          if (minutes.passed() % 5 == 0) {
            take("ArticlesQueue");
          }
        })) {
      assertThat(drop.drained(new PrintWriter(out, true), WORK)).isTrue();
    }

    assertThat(minutes.passed()).isGreaterThan(50);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void workThatStands_isSaidWithWhatStillWaits() {
    stage.send("ArticlesQueue", "a");
    stage.send("ArticlesQueue", "b");
    stage.send("PricesQueue", "file");
    StringWriter out = new StringWriter();

    try (Drop drop = drop(() -> {})) {
      assertThat(drop.drained(new PrintWriter(out, true), WORK)).isFalse();
    }

    assertThat(minutes.passed()).isBetween(6L, 8L);
    assertThat(out.toString())
        .contains(
            "Nothing has moved for 360 seconds; still waiting: 2 articles to be checked, 1 price files or orders.");
  }

  @Test
  void lookForAResult_goesOnWhileOtherWorkMoves() {
    for (int i = 0; i < 5; i++) {
      stage.send("UploadsQueue", "upload " + i);
    }

    try (Drop drop =
        drop(() -> {
          if (minutes.passed() % 4 == 0) {
            take("UploadsQueue");
          }
        })) {
      assertThat(drop.until(() -> minutes.passed() < 20 ? Optional.empty() : Optional.of("there")))
          .hasValue("there");
    }
  }
}
