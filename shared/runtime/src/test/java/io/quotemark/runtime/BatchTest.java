package io.quotemark.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.log.Trace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTest {
  private static final String POISON = "poison";

  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Batch batch =
      new Batch(
          new JsonLog(
              new PrintStream(lines, true, StandardCharsets.UTF_8),
              "f",
              "test",
              JsonLog.Level.WARN),
          1_000,
          Retirement.of(Map.of()));
  private final SqsBatch three =
      new SqsBatch(
          List.of(
              new SqsBatch.Message("1", "a", 1, null),
              new SqsBatch.Message("2", POISON, 1, null),
              new SqsBatch.Message("3", "c", 1, "Root=1-c;Sampled=0")));

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch spun = new CountDownLatch(1);
  private volatile boolean over;

  @AfterEach
  void end() {
    over = true;
  }

  @Test
  void run_poisonMessage_failsAlone() {
    byte[] answer =
        run(
            three,
            within(60_000),
            () -> {
              throw new IllegalStateException("cannot");
            });
    assertThat(done).containsExactly("1", "3");
    assertThat(failures(answer)).containsExactly("2");
    assertThat(log()).doesNotContain("process_");
  }

  /** What a hostile document may end in beside an exception. */
  static List<Error> errors() {
    return List.of(
        new StackOverflowError(),
        new OutOfMemoryError("Java heap space"),
        new NoClassDefFoundError("x"),
        new ExceptionInInitializerError("x"),
        new AssertionError("x"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void run_messageThatEndsInAnError_failsAlone(Error error) {
    byte[] answer =
        run(
            three,
            within(60_000),
            () -> {
              throw error;
            });
    assertThat(done).containsExactly("1", "3");
    assertThat(failures(answer)).containsExactly("2");
    assertThat(log()).contains("message_failed", error.getClass().getName());
    // nothing of an overflowed stack is left; what the others left half done nobody knows
    assertThat(log().contains("process_kept")).isEqualTo(!(error instanceof StackOverflowError));
  }

  @Test
  void run_messageThatRecursesWithoutEnd_failsAlone() {
    byte[] answer = run(three, within(60_000), () -> deeper(0));
    assertThat(done).containsExactly("1", "3");
    assertThat(failures(answer)).containsExactly("2");
  }

  private static long deeper(long depth) {
    return depth < 0 ? 0 : deeper(depth + 1) + depth;
  }

  @Test
  void run_messageThatNeverEnds_failsAloneAndInTime() {
    IntSupplier left = within(4_000);
    byte[] answer = run(three, left, this::spin);
    assertThat(done).containsExactly("1", "3");
    assertThat(failures(answer)).containsExactly("2");
    assertThat(left.getAsInt()).as("milliseconds left for the answer").isPositive();
    // the line says where it was, which is all there is to find the cause by
    assertThat(log()).contains("message_failed", "BatchTest.spin", "process_kept");
  }

  @Test
  void run_onlyMessagesThatNeverEnd_answersInTime() {
    List<SqsBatch.Message> ten = new ArrayList<>();
    for (int id = 0; id < 10; id++) {
      ten.add(new SqsBatch.Message("" + id, POISON, 1, null));
    }
    IntSupplier left = within(4_000);
    byte[] answer = run(new SqsBatch(ten), left, this::spin);
    assertThat(failures(answer)).hasSize(10);
    assertThat(left.getAsInt()).as("milliseconds left for the answer").isPositive();
  }

  @Test
  void run_messageThatWaitsWithoutEnd_isInterruptedAndTheProcessGoesOn() {
    byte[] answer = run(three, within(4_000), () -> new CountDownLatch(1).await());
    assertThat(done).containsExactly("1", "3");
    assertThat(failures(answer)).containsExactly("2");
    assertThat(log()).contains("message_failed").doesNotContain("process_");
  }

  @Test
  void run_messageSlowerThanItsShare_isDoneAfterItsNeighbours() {
    CountDownLatch neighbours = new CountDownLatch(1);
    byte[] answer =
        batch.run(
            three,
            context(within(5_000)),
            message -> {
              if (message.body().equals(POISON)) {
                neighbours.await();
              }
              done.add(message.id());
              if (message.id().equals("3")) {
                neighbours.countDown();
              }
            });
    assertThat(done).containsExactly("1", "3", "2");
    assertThat(failures(answer)).isEmpty();
  }

  @Test
  void run_messagesHandedOutBefore_comeLast() {
    SqsBatch repeated =
        new SqsBatch(
            List.of(
                new SqsBatch.Message("4", "d", 4, null),
                new SqsBatch.Message("2", "b", 2, null),
                new SqsBatch.Message("1", "a", 1, null),
                new SqsBatch.Message("3", "c", 1, null)));
    run(repeated, within(60_000), () -> {});
    assertThat(done).containsExactly("1", "3", "2", "4");
  }

  @Test
  void run_deadlineNear_handsTheRestBackUntried() {
    byte[] answer = run(three, () -> done.isEmpty() ? 5_000 : 500, () -> done.add("2"));
    assertThat(done).containsExactly("1");
    assertThat(failures(answer)).containsExactly("2", "3");
  }

  @Test
  void run_interrupted_handsBackWhatIsNotDone() throws InterruptedException {
    List<String> failed = new ArrayList<>();
    Thread invocation =
        new Thread(() -> failed.addAll(failures(run(three, within(60_000), this::spin))));
    invocation.start();
    spun.await();
    invocation.interrupt();
    invocation.join();
    assertThat(failed).containsExactly("2", "3");
  }

  @Test
  void run_messagesWithTracingHeaders_areWorkedUnderThem() {
    List<String> headers = Collections.synchronizedList(new ArrayList<>());
    batch.run(three, context(within(60_000)), m -> headers.add(String.valueOf(Trace.header())));
    assertThat(headers).containsExactly("null", "null", "Root=1-c;Sampled=0");
    assertThat(Trace.header()).isNull();
  }

  @Test
  void run_unwritten_writesNoLineOfAMessage() {
    byte[] answer =
        JsonLog.unwritten(() ->
            run(
                three,
                within(60_000),
                () -> {
                  throw new IllegalStateException("cannot");
                }));
    assertThat(failures(answer)).containsExactly("2");
    assertThat(log()).isEmpty();
  }

  /** What a message does that hurts. */
  @FunctionalInterface
  private interface Poison {
    void take() throws Exception;
  }

  private byte[] run(SqsBatch messages, IntSupplier millisLeft, Poison poison) {
    return batch.run(
        messages,
        context(millisLeft),
        message -> {
          if (message.body().equals(POISON)) {
            poison.take();
          } else {
            done.add(message.id());
          }
        });
  }

  /** Does not notice an interrupt; ends with the test. */
  private void spin() {
    spun.countDown();
    while (!over) {
      Thread.onSpinWait();
    }
  }

  private static IntSupplier within(int millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return () -> (int) TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
  }

  private static RehearsalContext context(IntSupplier millisLeft) {
    return new RehearsalContext() {
      @Override
      public int getRemainingTimeInMillis() {
        return millisLeft.getAsInt();
      }
    };
  }

  private String log() {
    return lines.toString(StandardCharsets.UTF_8);
  }

  private static List<String> failures(byte[] answer) {
    return Json.read(answer).at("batchItemFailures").elements().stream()
        .map(n -> n.at("itemIdentifier").text())
        .toList();
  }
}
