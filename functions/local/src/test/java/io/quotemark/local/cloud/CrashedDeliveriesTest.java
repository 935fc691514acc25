package io.quotemark.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What a message that was in flight when everything ended counts as. */
class CrashedDeliveriesTest {
  private static final String QUEUE = "UploadsQueue";

  @TempDir Path data;

  private static Message received(Stage stage) {
    List<Message> messages =
        stage
            .queues()
            .receiveMessage(r ->
                r.queueUrl(stage.queueUrl(QUEUE))
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages();
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  private static void failed(Stage stage, Message message) {
    stage
        .queues()
        .changeMessageVisibility(r ->
            r.queueUrl(stage.queueUrl(QUEUE))
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(0));
  }

  @Test
  void messageInFlight_atSixEndsOfTheProcess_isStillDeliveredForTheFirstTime() throws IOException {
    try (Stage stage = new Stage(data)) {
      stage.send(QUEUE, "a message");
      received(stage);
    }
    for (int crash = 1; crash <= 6; crash++) {
      try (Stage stage = new Stage(data)) {
        assertThat(SqsEvent.receiveCount(received(stage))).as("after crash " + crash).isEqualTo(1);
      }
    }
  }

  @Test
  void receive_thatFailed_countsOverAnEndOfTheProcess() throws IOException {
    try (Stage stage = new Stage(data)) {
      stage.send(QUEUE, "a message");
      failed(stage, received(stage));
      failed(stage, received(stage));
    }
    try (Stage stage = new Stage(data)) {
      assertThat(SqsEvent.receiveCount(received(stage))).isEqualTo(3);
    }
    try (Stage stage = new Stage(data)) {
      assertThat(SqsEvent.receiveCount(received(stage))).isEqualTo(3);
    }
  }

  @Test
  void message_givenToWhoWaitsBeforeItsComingIsTold_isInFlight() {
    Deliveries deliveries = new Deliveries();
    MessageJournal.Entry given =
        new MessageJournal.Entry("id", "body", 0, 0, 5, 1, "", List.of("r"), false, 0);
    assertThat(deliveries.came(QUEUE, given).inFlight()).isTrue();
    assertThat(deliveries.noted(QUEUE, given).inFlight()).as("the receive itself").isTrue();
    assertThat(deliveries.noted(QUEUE, given).inFlight()).as("its visibility").isFalse();
  }

  @Test
  void deadLetter_withTheReceivesOfItsQueue_isNotInFlight() {
    Deliveries deliveries = new Deliveries();
    MessageJournal.Entry dead =
        new MessageJournal.Entry("id", "body", 0, 0, 5, 5, QUEUE, List.of("r"), false, 0);
    assertThat(deliveries.came("UploadsDeadLetters", dead).inFlight()).isFalse();
  }

  @Test
  void messageInFlight_atTooManyEnds_countsFromThenOn() {
    MessageJournal.Entry entry =
        new MessageJournal.Entry("id", "body", 0, 0, 5, 1, "", List.of("r"), true, 0);
    int receives = 0;
    for (int crash = 1; crash <= MessageJournal.MOST_CRASHES + 2; crash++) {
      MessageJournal.Entry released =
          MessageJournal.released(entry, java.time.Instant.ofEpochSecond(9));
      receives = released.receiveCount();
      assertThat(receives).isEqualTo(Math.max(0, crash - MessageJournal.MOST_CRASHES));
      entry =
          new MessageJournal.Entry(
              "id", "body", 0, 0, 5, receives + 1, "", List.of("r"), true, released.crashes());
    }
    assertThat(receives).isEqualTo(2);
  }

  @Test
  void entry_ofAnEarlierBuild_isReadAsNotInFlight() throws IOException {
    Path folder = data.resolve("queues");
    java.nio.file.Files.createDirectories(folder.resolve(QUEUE));
    java.nio.file.Files.writeString(
        folder.resolve(QUEUE).resolve("id"), "1\t10\t20\t15\t2\t\tr1,r2\nthe body");

    assertThat(new MessageJournal(folder, notice -> {}).all(QUEUE))
        .containsExactly(
            new MessageJournal.Entry(
                "id", "the body", 10, 20, 15, 2, "", List.of("r1", "r2"), false, 0));
  }
}
