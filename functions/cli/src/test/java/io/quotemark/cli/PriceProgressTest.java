package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.local.cloud.Stage;
import io.quotemark.storage.prices.PriceFileReports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/** Following price files on queues that move only as the test says, in minutes it makes up. */
class PriceProgressTest {
  private static final List<String> KEYS = List.of("prices/a.csv", "prices/b.csv");
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  @TempDir Path data;
  private Stage stage;
  private Deployment deployment;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    stage = new Stage(data);
    deployment =
        StillQueues.deployment(
            stage, List.of("UploadsQueue", "ArticlesQueue", "PricesQueue", "PricesDeadLetters"));
  }

  @AfterEach
  void stop() throws IOException {
    deployment.close();
    stage.close();
  }

  /** A minute passes at each rest, and with it this happens. */
  private int follow(Runnable each) {
    try (Drop drop = new Drop(deployment)) {
      PriceProgress progress =
          new PriceProgress(
              new PrintWriter(out, true), deployment, drop, KEYS, PATIENCE, new Minutes(each));
      return progress.follow();
    }
  }

  private void reported(String key, int bars) {
    new PriceFileReports(deployment.dynamoDb(), "PricesTable")
        .record(
            new PriceFileReports.Report(
                key, Instant.now(), bars == 0 ? List.of() : List.of("X:Y"), bars, List.of()));
  }

  private boolean taken(String queue) {
    List<Message> messages =
        stage.queues().receiveMessage(r -> r.queueUrl(stage.queueUrl(queue))).messages();
    messages.forEach(message ->
        stage
            .queues()
            .deleteMessage(
                r -> r.queueUrl(stage.queueUrl(queue)).receiptHandle(message.receiptHandle())));
    return !messages.isEmpty();
  }

  @Test
  void workOfHours_isFollowedToItsEnd_whileItMoves() {
    stage.send("PricesQueue", "a");
    stage.send("PricesQueue", "b");
    for (int i = 0; i < 30; i++) {
      stage.send("ArticlesQueue", "recheck " + i);
    }
    int[] step = {0};

    int code =
        follow(() -> {
          if (step[0]++ % 5 != 0) { // a change every five minutes
            return;
          }
          if (taken("PricesQueue")) {
            reported(step[0] == 1 ? "prices/a.csv" : "prices/b.csv", 7);
          } else {
            taken("ArticlesQueue");
          }
        });

    assertThat(code).as(out.toString()).isEqualTo(Exit.OK);
    assertThat(step[0]).as("minutes").isGreaterThan(150);
    assertThat(out.toString())
        .contains("[1/2] a.csv: 7 sessions stored")
        .contains("[2/2] b.csv: 7 sessions stored")
        .contains("checking again: 17 articles to go")
        .endsWith("done\n");
  }

  @Test
  void workThatStands_isSaidWithTheFilesThatStillWait() {
    stage.send("PricesQueue", "a");
    stage.send("PricesQueue", "b");
    stage.send("ArticlesQueue", "recheck");
    int[] step = {0};

    int code =
        follow(() -> {
          if (step[0]++ == 0) {
            taken("PricesQueue");
            reported("prices/a.csv", 7);
          }
        });

    assertThat(code).isEqualTo(Exit.FAILED_INPUT);
    assertThat(step[0]).isLessThan(10);
    assertThat(out.toString())
        .contains("Nothing has moved for 360 seconds; still waiting: b.csv; 1 article is still")
        .doesNotContain("done");
  }

  @Test
  void otherFiles_thatStand_areSaidWhereOnesOwnAreStored() {
    stage.send("PricesQueue", "of another command");
    int[] step = {0};

    int code =
        follow(() -> {
          if (step[0]++ == 0) {
            reported("prices/a.csv", 7);
            reported("prices/b.csv", 7);
          }
        });

    assertThat(code).isEqualTo(Exit.FAILED_INPUT);
    assertThat(out.toString()).contains("Nothing has moved for 360 seconds; 1 other file waits.");
  }

  @Test
  void fileThatWasGivenUp_isNamed() {
    stage.send("PricesQueue", "a");
    stage.send("PricesQueue", "b");
    int[] step = {0};

    int code =
        follow(() -> {
          if (step[0]++ == 0) {
            taken("PricesQueue");
            reported("prices/a.csv", 7);
          } else if (taken("PricesQueue")) {
            stage.send("PricesDeadLetters", "b");
          }
        });

    assertThat(code).isEqualTo(Exit.FAILED_INPUT);
    assertThat(out.toString())
        .contains("Not stored, given up after several attempts: b.csv")
        .contains("./quotemark replay --dead-letters");
  }

  @Test
  void refusedFile_endsWithOne() {
    reported("prices/a.csv", 7); // of an earlier command
    int[] step = {0};

    int code =
        follow(() -> {
          if (step[0]++ == 1) {
            reported("prices/a.csv", 0);
            reported("prices/b.csv", 3);
          }
        });

    assertThat(code).isEqualTo(Exit.FAILED_INPUT);
    assertThat(step[0]).isEqualTo(2);
    assertThat(out.toString()).contains("a.csv: refused: nothing usable").contains("done");
  }
}
