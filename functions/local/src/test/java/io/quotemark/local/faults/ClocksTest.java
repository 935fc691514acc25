package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.local.cloud.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time that passes between events and their delivery, and clocks that are wrong. */
@Tag("proof")
class ClocksTest {
  private static final Clock MONTH_LATER = Clock.offset(Event.AFTERWARDS, Duration.ofDays(30));

  private static final List<Event> EVENTS =
      List.of(
          new Event("inbox/a.txt", Deliveries.sample("articles/brindlewick-slip.txt"), 1),
          new Event("inbox/b.txt", Deliveries.sample("articles/brindlewick-order.txt"), 2),
          new Event("inbox/a.txt", Deliveries.sample("articles/brindlewick-order.txt"), 3),
          new Event("inbox/b.txt", null, 4));

  @TempDir Path data;

  @Test
  void messages_redrivenAfterThirtyDays_storeTheSameBytes() throws IOException {
    assertThat(
            taken("late", MONTH_LATER)
                .undated()
                .differences(taken("now", Event.AFTERWARDS).undated()))
        .isEmpty();
  }

  @Test
  void messages_redrivenThirtyDaysAfterTheyWereTaken_changeNothing() throws IOException {
    try (Deliveries deliveries = new Deliveries(data)) {
      prices(deliveries);
      List<String> messages = messages(deliveries);
      take(deliveries, messages);
      Snapshot expected = deliveries.snapshot();
      deliveries.at(MONTH_LATER);
      take(deliveries, messages);
      assertThat(deliveries.snapshot().differences(expected)).isEmpty();
    }
  }

  @Test
  void newerUpload_thatIsDatedEarlier_wins() throws IOException {
    try (Deliveries deliveries = new Deliveries(data)) {
      Instant time = Event.AFTERWARDS.instant().minusSeconds(60);
      for (Event event : EVENTS.subList(0, 3)) {
        if (event.key().equals("inbox/a.txt")) {
          deliveries.happen(event);
          String sequencer = "%016X".formatted(event.moment());
          deliveries.deliver(
              Functions.PARSE,
              List.of(
                  Stage.notification(
                      event.key(), 1L, sequencer, time.minus(Duration.ofDays(event.moment())))));
          deliveries.drain();
        }
      }
      assertThat(deliveries.snapshot().uploads()).containsOnlyKeys("inbox/a.txt 3");
      assertThat(deliveries.snapshot().titles()).singleElement().asString().contains("order");
    }
  }

  /** What is stored of the events, read at their time and taken at the clock's. */
  private Snapshot taken(String name, Clock clock) throws IOException {
    try (Deliveries deliveries = new Deliveries(data.resolve(name))) {
      prices(deliveries);
      List<String> messages = messages(deliveries);
      deliveries.at(clock);
      take(deliveries, messages);
      return deliveries.snapshot();
    }
  }

  private static void prices(Deliveries deliveries) throws IOException {
    String file = "XXXX_BRWK.csv";
    deliveries.prices(file, Deliveries.sample("prices/" + file).getBytes(UTF_8));
  }

  private static List<String> messages(Deliveries deliveries) throws IOException {
    List<String> messages = new ArrayList<>();
    for (Event event : EVENTS) {
      deliveries.happen(event);
      messages.addAll(deliveries.read(event));
    }
    return messages;
  }

  private static void take(Deliveries deliveries, List<String> messages) throws IOException {
    for (String message : messages) {
      deliveries.take(message);
    }
  }
}
