package io.quotemark.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.events.SqsBatch;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.log.JsonLog;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages of a batch that are worked on at once. */
class BatchTogetherTest {
  private static final String POISON = "poison";
  private static final String LARGE = "large";

  /** The body is the subject, but of poison; what is large is worked on alone. */
  private final Batch batch =
      new Batch(
          new JsonLog(
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
              "f",
              "test",
              JsonLog.Level.ERROR),
          1_000,
          Retirement.of(Map.of()),
          message ->
              switch (message.body()) {
                case LARGE -> null;
                case POISON -> message.id();
                default -> message.body();
              });

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean over;

  @AfterEach
  void end() {
    over = true;
  }

  @Test
  void together_messagesThatWaitForEachOther_areDone() {
    CountDownLatch all = new CountDownLatch(10);
    byte[] answer =
        run(
            messages(10, id -> "m" + id),
            message -> {
              all.countDown();
              all.await();
            });
    assertThat(failures(answer)).isEmpty();
  }

  @Test
  void together_messagesOfOneSubject_followEachOther() {
    AtomicInteger working = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    byte[] answer =
        run(
            messages(10, id -> "same"),
            message -> {
              most.accumulateAndGet(working.incrementAndGet(), Math::max);
              done.add(message.id());
              working.decrementAndGet();
            });
    assertThat(failures(answer)).isEmpty();
    assertThat(most.get()).isEqualTo(1);
    assertThat(done).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void together_messageHandedOutBefore_isWorkedOnAlone() {
    List<SqsBatch.Message> all = new ArrayList<>(messages(4, id -> "m" + id).messages());
    all.set(0, new SqsBatch.Message("0", "m0", 2, null));
    all.set(1, new SqsBatch.Message("1", LARGE, 1, null));
    AtomicInteger working = new AtomicInteger();
    List<String> beside = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch two = new CountDownLatch(2);
    byte[] answer =
        run(
            new SqsBatch(all),
            message -> {
              boolean alone = working.incrementAndGet() == 1;
              if (message.id().equals("2") || message.id().equals("3")) {
                two.countDown();
                two.await();
              } else if (!alone) {
                beside.add(message.id());
              }
              done.add(message.id());
              working.decrementAndGet();
            });
    assertThat(failures(answer)).isEmpty();
    assertThat(beside).isEmpty();
    assertThat(done).endsWith("1", "0").hasSize(4);
  }

  @Test
  void together_messageThatNeverEnds_failsAloneAndInTime() {
    IntSupplier left = within(4_000);
    List<SqsBatch.Message> all = new ArrayList<>(messages(10, id -> "m" + id).messages());
    all.set(4, new SqsBatch.Message("4", POISON, 1, null));
    all.set(7, new SqsBatch.Message("7", "again", 3, null));
    byte[] answer = spinning(new SqsBatch(all), left);
    assertThat(done).hasSize(9).doesNotContain("4").endsWith("7");
    assertThat(failures(answer)).containsExactly("4");
    assertThat(left.getAsInt()).as("milliseconds left for the answer").isPositive();
  }

  @Test
  void together_onlyMessagesThatNeverEnd_answersInTime() {
    IntSupplier left = within(4_000);
    byte[] answer = spinning(messages(10, id -> POISON), left);
    assertThat(failures(answer)).hasSize(10);
    assertThat(left.getAsInt()).as("milliseconds left for the answer").isPositive();
  }

  private static SqsBatch messages(int count, IntFunction<String> body) {
    List<SqsBatch.Message> all = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      all.add(new SqsBatch.Message("" + id, body.apply(id), 1, null));
    }
    return new SqsBatch(all);
  }

  private byte[] run(SqsBatch messages, Batch.Work work) {
    return batch.run(messages, context(within(60_000)), work);
  }

  /** Poison does not notice an interrupt; it ends with the test. */
  private byte[] spinning(SqsBatch messages, IntSupplier left) {
    return batch.run(
        messages,
        context(left),
        message -> {
          while (message.body().equals(POISON) && !over) {
            Thread.onSpinWait();
          }
          done.add(message.id());
        });
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

  private static List<String> failures(byte[] answer) {
    return Json.read(answer).at("batchItemFailures").elements().stream()
        .map(n -> n.at("itemIdentifier").text())
        .toList();
  }
}
