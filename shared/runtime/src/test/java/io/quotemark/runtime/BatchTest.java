package io.quotemark.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
  private final Batch batch =
      new Batch(
          new JsonLog(
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
              "f",
              "test",
              JsonLog.Level.ERROR),
          1_000);
  private final SqsBatch three =
      new SqsBatch(
          List.of(
              new SqsBatch.Message("1", "a", 1, null),
              new SqsBatch.Message("2", "poison", 1, null),
              new SqsBatch.Message("3", "c", 1, "Root=1-c;Sampled=0")));

  @Test
  void run_poisonMessage_failsAlone() {
    List<String> done = new ArrayList<>();
    byte[] answer =
        batch.run(
            three,
            () -> 60_000,
            m -> {
              if (m.body().equals("poison")) {
                throw new IllegalStateException("cannot");
              }
              done.add(m.id());
            });
    assertThat(done).containsExactly("1", "3");
    assertThat(failures(answer)).containsExactly("2");
  }

  @Test
  void run_deadlineNear_handsTheRestBackUntried() {
    List<String> tried = new ArrayList<>();
    byte[] answer = batch.run(three, () -> tried.isEmpty() ? 5_000 : 500, m -> tried.add(m.id()));
    assertThat(tried).containsExactly("1");
    assertThat(failures(answer)).containsExactly("2", "3");
  }

  @Test
  void run_messagesWithTracingHeaders_areWorkedUnderThem() {
    List<String> headers = new ArrayList<>();
    batch.run(three, () -> 60_000, m -> headers.add(String.valueOf(Trace.header())));
    assertThat(headers).containsExactly("null", "null", "Root=1-c;Sampled=0");
    assertThat(Trace.header()).isNull();
  }

  private static List<String> failures(byte[] answer) {
    return Json.read(answer).at("batchItemFailures").elements().stream()
        .map(n -> n.at("itemIdentifier").text())
        .toList();
  }
}
