package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault at every call that an upload makes, and two faults together: whatever happens, what
 * is stored in the end is what is stored when nothing happens.
 *
 * <p>{@code functions/local/proof faults} runs them all, or as many of each as it is told; the
 * build a sample, the same each time.
 */
@Tag("proof")
class FaultsTest {
  private static final String FIRST = Deliveries.sample("articles/brindlewick-slip.txt");
  private static final String SECOND = Deliveries.sample("articles/brindlewick-order.txt");

  /** Longer than a message of the queue, so that it travels through the bucket. */
  private static final String LONG = FIRST + longTail();

  @TempDir static Path data;

  /** Clouds of their own, each at work on one run at a time. */
  private static final List<Deliveries> CLOUDS = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    int clouds = Fault.MOST > 100 ? Runtime.getRuntime().availableProcessors() + 1 : 1;
    for (int cloud = 0; cloud < clouds; cloud++) {
      Deliveries deliveries = new Deliveries(data.resolve("" + cloud));
      CLOUDS.add(deliveries);
      for (String name : List.of("XXXX_BRWK.csv", "XXXX_BRWKY.csv", "eurofxref-hist.csv")) {
        deliveries.prices(name, Deliveries.sample("prices/" + name).getBytes(UTF_8));
      }
    }
  }

  @AfterAll
  static void stop() throws Exception {
    for (Deliveries deliveries : CLOUDS) {
      deliveries.close();
    }
  }

  @Test
  void anUpload_disturbedAtAnyCall_storesTheSameBytes() throws Exception {
    everyFault(List.of(new Event("inbox/a.txt", FIRST, 1)));
  }

  @Test
  void anOverwriteAndARemoval_disturbedAtAnyCall_storeTheSameBytes() throws Exception {
    everyFault(
        List.of(
            new Event("inbox/a.txt", FIRST, 1),
            new Event("inbox/a.txt", SECOND, 2),
            new Event("inbox/a.txt", null, 3)));
  }

  @Test
  void anUploadPastTheQueuesLimit_disturbedAtAnyCall_storesTheSameBytes() throws Exception {
    disturbed(
        List.of(new Event("inbox/a.txt", LONG, 1)), Math.max(4, Fault.MOST / 5), Fault::singles);
  }

  @Test
  void anUpload_disturbedTwice_storesTheSameBytes() throws Exception {
    disturbed(List.of(new Event("inbox/a.txt", FIRST, 1)), Fault.MOST, FaultsTest::pairs);
  }

  private static void everyFault(List<Event> events) throws Exception {
    disturbed(events, Fault.MOST, Fault::singles);
  }

  /** The second of two faults comes at one of the calls that follow, as many as there were. */
  private static List<Map<Integer, Fault>> pairs(int calls) {
    List<Map<Integer, Fault>> plans = new ArrayList<>();
    for (Map<Integer, Fault> first : Fault.singles(calls)) {
      for (Map<Integer, Fault> second : Fault.singles(calls)) {
        Map<Integer, Fault> plan = new TreeMap<>(first);
        int place = first.keySet().iterator().next();
        second.forEach((later, fault) -> plan.put(place + 1 + later, fault));
        plans.add(plan);
      }
    }
    return plans;
  }

  private static void disturbed(
      List<Event> events, int sample, IntFunction<List<Map<Integer, Fault>>> kinds)
      throws Exception {
    Deliveries first = CLOUDS.getFirst();
    Snapshot expected = run(first, events, Map.of());
    List<Call> calls = first.wire().calls();
    List<Map<Integer, Fault>> plans = Fault.some(kinds.apply(calls.size()), sample);
    Queue<Map<Integer, Fault>> waiting = new ConcurrentLinkedQueue<>(plans);
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    int all = plans.size();
    try (ExecutorService workers = Executors.newFixedThreadPool(CLOUDS.size())) {
      List<Callable<Void>> works = new ArrayList<>();
      for (Deliveries deliveries : CLOUDS) {
        works.add(() -> {
          for (Map<Integer, Fault> plan = waiting.poll(); plan != null; plan = waiting.poll()) {
            disturbed(deliveries, events, expected, plan).ifPresent(wrong::add);
            tell(all, waiting.size(), wrong);
          }
          return null;
        });
      }
      for (Future<Void> work : workers.invokeAll(works)) {
        work.get();
      }
    }
    assertThat(wrong).as("of %d disturbed runs of %s", all, calls).isEmpty();
  }

  /** How a disturbed run ended, if not as an undisturbed one. */
  private static Optional<String> disturbed(
      Deliveries deliveries, List<Event> events, Snapshot expected, Map<Integer, Fault> plan)
      throws IOException {
    try {
      List<String> differences = run(deliveries, events, plan).differences(expected);
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Fault.told(plan, deliveries.wire().calls()) + "\n" + String.join("\n", differences));
    } catch (AssertionError | RuntimeException end) {
      String told = Fault.told(plan, deliveries.wire().calls()) + "\n" + end;
      deliveries.drain();
      return Optional.of(told);
    }
  }

  /** Progress of a long proof, for who waits for it. */
  private static synchronized void tell(int all, int waiting, Queue<String> wrong)
      throws IOException {
    if (all > 100 && waiting % 100 == 0) {
      Files.writeString(
          Path.of("target/faults.txt"),
          "%d of %d runs, %d wrong%n%s"
              .formatted(
                  all - waiting, all, wrong.size(), wrong.isEmpty() ? "" : wrong.peek() + "\n"));
    }
  }

  private static Snapshot run(Deliveries deliveries, List<Event> events, Map<Integer, Fault> plan)
      throws IOException {
    deliveries.clear();
    deliveries.wire().begin(plan);
    for (Event event : events) {
      deliveries.happen(event);
      deliveries.deliver(event);
    }
    return deliveries.snapshot();
  }

  /** Incompressible words of no meaning. */
  private static String longTail() {
    Random random = new Random(8);
    StringBuilder words = new StringBuilder("\n\n");
    while (words.length() < 300_000) {
      words.append(Integer.toString(random.nextInt(Integer.MAX_VALUE), 36));
      words.append(words.length() % 700 < 10 ? ".\n\n" : " ");
    }
    return words.toString();
  }
}
