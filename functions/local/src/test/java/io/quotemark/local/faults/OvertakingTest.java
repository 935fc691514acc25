package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two events of one key worked off at the same time, in every way that two can be interleaved where
 * one of them waits for a single answer: what readers find in the end is what the newer one says.
 */
@Tag("proof")
class OvertakingTest {
  private static final String FIRST = Deliveries.sample("articles/brindlewick-slip.txt");
  private static final String SECOND = Deliveries.sample("articles/brindlewick-order.txt");

  @RegisterExtension static final OneCloud CLOUD = new OneCloud();

  private static Deliveries deliveries;

  @BeforeAll
  static void start() {
    deliveries = CLOUD.deliveries();
  }

  @Test
  void anUpload_overtakenByAnotherAtAnyCall_leavesWhatTheNewerOneSays() throws IOException {
    overtaken(new Event("inbox/a.txt", SECOND, 2));
  }

  @Test
  void anUpload_overtakenByItsRemovalAtAnyCall_leavesNothing() throws IOException {
    overtaken(new Event("inbox/a.txt", null, 2));
  }

  /**
   * While the older event waits for an answer, the newer one is worked off elsewhere; then the
   * older goes on, or dies and is delivered again.
   */
  private static void overtaken(Event newer) throws IOException {
    Event older = new Event("inbox/a.txt", FIRST, 1);
    deliveries.clear();
    deliveries.wire().begin(Map.of());
    deliver(older);
    int calls = deliveries.wire().calls().size();
    deliver(newer);
    Snapshot expected = deliveries.snapshot().read();
    List<String> wrong = new ArrayList<>();
    for (int place = 2; place < calls; place++) {
      for (Map<Integer, Fault> plan :
          List.<Map<Integer, Fault>>of(Map.of(), Map.of(place, Fault.TOO_SLOW))) {
        deliveries.clear();
        deliveries.wire().begin(plan);
        deliveries.happen(older);
        deliveries.wire().meanwhile(place, () -> deliver(newer));
        deliveries.deliver(older);
        List<String> differences = deliveries.snapshot().read().differences(expected);
        if (!differences.isEmpty()) {
          wrong.add(
              (plan.isEmpty() ? "went on at " : "stopped at ")
                  + place
                  + "\n"
                  + String.join("\n", differences));
        }
      }
    }
    assertThat(wrong).as("of %d calls", calls).isEmpty();
  }

  private static void deliver(Event event) {
    try {
      deliveries.happen(event);
      deliveries.deliver(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
