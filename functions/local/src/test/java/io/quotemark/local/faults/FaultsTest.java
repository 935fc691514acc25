package io.quotemark.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault at every call that an upload makes, and two faults together: whatever happens, what
 * is stored in the end is what is stored when nothing happens.
 *
 * <p>{@code functions/local/proof faults} runs them all, or as many of each as it is told; the
 * build a sample, the same each time.
 */
class FaultsTest {
  private static final String EXTENT = System.getProperty("quotemark.faults", "20");
  private static final int SAMPLE =
      EXTENT.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(EXTENT);

  private static final String FIRST = Deliveries.sample("articles/brindlewick-slip.txt");
  private static final String SECOND = Deliveries.sample("articles/brindlewick-order.txt");

  /** Longer than a message of the queue, so that it travels through the bucket. */
  private static final String LONG = FIRST + longTail();

  @TempDir static Path data;

  private static Deliveries deliveries;

  @BeforeAll
  static void start() throws IOException {
    deliveries = new Deliveries(data);
    for (String name : List.of("XXXX_BRWK.csv", "XXXX_BRWKY.csv", "eurofxref-hist.csv")) {
      deliveries.prices(name, Deliveries.sample("prices/" + name).getBytes(UTF_8));
    }
  }

  @AfterAll
  static void stop() throws Exception {
    deliveries.close();
  }

  @Test
  void anUpload_disturbedAtAnyCall_storesTheSameBytes() throws IOException {
    everyFault(List.of(new Event("inbox/a.txt", FIRST, 1)));
  }

  @Test
  void anOverwriteAndARemoval_disturbedAtAnyCall_storeTheSameBytes() throws IOException {
    everyFault(
        List.of(
            new Event("inbox/a.txt", FIRST, 1),
            new Event("inbox/a.txt", SECOND, 2),
            new Event("inbox/a.txt", null, 3)));
  }

  @Test
  void anUploadPastTheQueuesLimit_disturbedAtAnyCall_storesTheSameBytes() throws IOException {
    disturbed(List.of(new Event("inbox/a.txt", LONG, 1)), SAMPLE / 5, FaultsTest::singles);
  }

  @Test
  void anUpload_disturbedTwice_storesTheSameBytes() throws IOException {
    disturbed(List.of(new Event("inbox/a.txt", FIRST, 1)), SAMPLE, FaultsTest::pairs);
  }

  private static void everyFault(List<Event> events) throws IOException {
    disturbed(events, SAMPLE, FaultsTest::singles);
  }

  private static List<Map<Integer, Fault>> singles(int calls) {
    List<Map<Integer, Fault>> plans = new ArrayList<>();
    for (int place = 0; place < calls; place++) {
      for (Fault fault : Fault.values()) {
        plans.add(Map.of(place, fault));
      }
    }
    return plans;
  }

  /** The second of two faults comes at one of the calls that follow, as many as there were. */
  private static List<Map<Integer, Fault>> pairs(int calls) {
    List<Map<Integer, Fault>> plans = new ArrayList<>();
    for (Map<Integer, Fault> first : singles(calls)) {
      for (Map<Integer, Fault> second : singles(calls)) {
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
      throws IOException {
    Snapshot expected = run(events, Map.of());
    List<Call> calls = deliveries.wire().calls();
    List<Map<Integer, Fault>> plans = kinds.apply(calls.size());
    if (sample < plans.size()) {
      Collections.shuffle(plans, new Random(8));
      plans = plans.subList(0, sample);
    }
    List<String> wrong = new ArrayList<>();
    for (Map<Integer, Fault> plan : plans) {
      disturbed(events, expected, plan, wrong);
    }
    assertThat(wrong).as("of %d disturbed runs of %s", plans.size(), calls).isEmpty();
  }

  private static void disturbed(
      List<Event> events, Snapshot expected, Map<Integer, Fault> plan, List<String> wrong)
      throws IOException {
    try {
      List<String> differences = run(events, plan).differences(expected);
      if (!differences.isEmpty()) {
        wrong.add(told(plan) + "\n" + String.join("\n", differences));
      }
    } catch (AssertionError | RuntimeException end) {
      wrong.add(told(plan) + "\n" + end);
      deliveries.drain();
    }
  }

  private static String told(Map<Integer, Fault> plan) {
    List<Call> calls = deliveries.wire().calls();
    StringBuilder told = new StringBuilder();
    new TreeMap<>(plan)
        .forEach((place, fault) ->
            told.append(fault)
                .append(" at ")
                .append(place)
                .append(' ')
                .append(place < calls.size() ? calls.get(place) : "no call")
                .append("; "));
    return told.toString();
  }

  private static Snapshot run(List<Event> events, Map<Integer, Fault> plan) throws IOException {
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
