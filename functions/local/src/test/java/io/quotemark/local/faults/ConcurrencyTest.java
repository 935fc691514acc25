package io.quotemark.local.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many processes at once on uploads that stand for the same few articles: at a halt in mid-work
 * every accepted upload is done, failed, queued or dead-lettered, and in the end what is stored is
 * what one process stores that takes one after another.
 *
 * <p>{@code functions/local/proof concurrency} runs 1 to 32 processes; the build 8.
 */
@Tag("proof")
class ConcurrencyTest {
  private static final boolean ALL = "all".equals(System.getProperty("quotemark.concurrency"));
  private static final int KEYS = 60;
  private static final String POISON = "poison {";

  /** What the queues give up under the rush for one article goes back this often at most. */
  private static final int MOST_REDRIVES = 20;

  @RegisterExtension static final OneCloud CLOUD = new OneCloud();

  private static Deliveries deliveries;

  @BeforeAll
  static void start() {
    deliveries = CLOUD.deliveries();
  }

  static IntStream sizes() {
    return ALL ? IntStream.of(1, 2, 4, 8, 16, 32) : IntStream.of(8);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void uploads_takenByManyAtOnce_areAllAccountedFor(int processes) throws IOException {
    List<Event> events = events();
    Map<String, Event> newest = new LinkedHashMap<>();
    events.forEach(event -> {
      newest.remove(event.key());
      newest.put(event.key(), event);
    });
    deliveries.clear();
    for (Event event : newest.values()) {
      deliveries.happen(event);
      deliveries.deliver(event);
    }
    Snapshot expected = deliveries.snapshot().read();

    deliveries.clear();
    Fleet fleet = new Fleet(deliveries.stage(), processes);
    for (Event event : events) {
      deliveries.happen(event);
      fleet.send(Fleet.UPLOADS, event.notification());
    }
    fleet.send(Fleet.ARTICLES, POISON);
    fleet.work(KEYS);
    assertThat(states(fleet, newest))
        .as("in mid-work")
        .containsKeys("DONE", "queued")
        .doesNotContainKey("lost");

    fleet.work(Integer.MAX_VALUE);
    for (int i = 0; i < MOST_REDRIVES && !fleet.dead().equals(List.of(POISON)); i++) {
      fleet.redrive();
      fleet.work(Integer.MAX_VALUE);
    }
    assertThat(fleet.dead()).containsExactly(POISON);
    assertThat(states(fleet, newest)).containsOnlyKeys("DONE", "FAILED", "REMOVED");
    assertThat(deliveries.snapshot().read().differences(expected)).isEmpty();
    fleet.discard();
  }

  /** Each key once, every third then overwritten or removed, every fifth told of twice. */
  private static List<Event> events() {
    List<Event> events = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      events.add(event(events, key, key));
      if (key % 3 == 0) {
        events.add(
            key % 2 == 0
                ? event(events, key, key + 1)
                : new Event(events.getLast().key(), null, events.size() + 1));
      }
      if (key % 5 == 0) {
        events.add(events.getLast());
      }
    }
    return events;
  }

  private static Event event(List<Event> events, int key, int text) {
    return new Event(
        "inbox/" + key + ".json",
        Text.ALL.get(text % Text.ALL.size()).content(),
        events.size() + 1);
  }

  /** How many uploads are in which state. */
  private static Map<String, Long> states(Fleet fleet, Map<String, Event> newest) {
    Map<String, String> recorded = deliveries.snapshot().uploads();
    List<String> queued = new ArrayList<>(fleet.waiting(Fleet.UPLOADS));
    queued.addAll(fleet.waiting(Fleet.ARTICLES));
    List<String> dead = fleet.dead();
    return newest.values().stream()
        .map(event -> {
          String state = recorded.get(event.key() + " " + event.moment());
          // one that is being taken is so by a message, which is not done before the record says so
          return state != null && !state.equals("PROCESSING")
              ? state
              : names(queued, event) ? "queued" : names(dead, event) ? "dead" : "lost";
        })
        .collect(groupingBy(state -> state, TreeMap::new, counting()));
  }

  private static boolean names(List<String> bodies, Event event) {
    return bodies.stream().anyMatch(body -> body.contains("\"" + event.key() + "\""));
  }
}
