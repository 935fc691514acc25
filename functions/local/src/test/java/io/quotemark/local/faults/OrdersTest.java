package io.quotemark.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The events of one key in every order in which they may arrive: what readers find in the end is
 * what the newest one says, as if there had been no other.
 *
 * <p>A set of events is written in the order in which they happen: {@code a} and {@code b} put one
 * text or another, {@code -} removes, {@code =} tells of the event before it once more. Those of a
 * store that sends the same sequencer with every event begin with {@code ~}. {@code
 * functions/local/proof orders} takes every set of up to four and some of five and six; the build a
 * few small ones, and of many orders some.
 */
@Tag("proof")
class OrdersTest {
  private static final int MOST_ORDERS = 8;
  private static final boolean ALL = "all".equals(System.getProperty("quotemark.orders"));
  private static final List<String> FEW = List.of("ab-", "a-=", "a-ba", "~ab-", "~a-b");
  private static final List<String> LARGE =
      List.of(
          "ab-ab", "a-a-b", "aba=-", "a=-=b", "ab-ab-", "a-b-ab", "a=b=-=", "aab--b", "~ab-ab",
          "~a-=b", "~ab-ab-");

  private static final Map<Character, String> TEXTS =
      Map.of(
          'a', Deliveries.sample("articles/brindlewick-slip.txt"),
          'b', Deliveries.sample("articles/brindlewick-order.txt"));

  @RegisterExtension static final OneCloud CLOUD = new OneCloud();

  private static Deliveries deliveries;

  @BeforeAll
  static void start() {
    deliveries = CLOUD.deliveries();
  }

  static Stream<String> sets() {
    return ALL ? Stream.concat(upTo(4).stream(), LARGE.stream()) : FEW.stream();
  }

  /** Each is read as soon as it happens; what was read of them is taken in every order. */
  @ParameterizedTest
  @MethodSource("sets")
  void messages_inEveryOrder_leaveWhatTheNewestSays(String set) throws IOException {
    List<Event> events = events(set);
    Snapshot expected = newest(events);
    deliveries.clear();
    List<String> messages = new ArrayList<>();
    for (Event event : events) {
      deliveries.happen(event);
      messages.addAll(deliveries.read(event));
    }
    List<String> wrong = new ArrayList<>();
    for (List<String> order : taken(Orders.of(messages))) {
      deliveries.clear();
      for (String message : order) {
        deliveries.take(message);
      }
      compare(order.stream().map(messages::indexOf).toList(), expected, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** All has happened before the first is read, so that most are told of what is no longer. */
  @ParameterizedTest
  @MethodSource("sets")
  void notifications_inEveryOrder_leaveWhatTheNewestSays(String set) throws IOException {
    List<Event> events = events(set);
    Snapshot expected = newest(events);
    List<String> wrong = new ArrayList<>();
    for (List<Event> order : taken(Orders.of(events))) {
      deliveries.clear();
      for (Event event : events) {
        deliveries.happen(event);
      }
      for (Event event : order) {
        deliveries.deliver(event);
      }
      compare(order.stream().map(events::indexOf).toList(), expected, wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** All of them, or so many that lie far apart. */
  private static <E> List<E> taken(Set<E> orders) {
    List<E> all = List.copyOf(orders);
    int step = ALL ? 1 : Math.ceilDiv(all.size(), MOST_ORDERS);
    return IntStream.range(0, Math.ceilDiv(all.size(), step))
        .mapToObj(n -> all.get(n * step))
        .toList();
  }

  @Test
  void orders_ofThreeOfWhichTwoAreEqual_areThree() {
    assertThat(Orders.of(List.of(1, 2, 2)))
        .containsExactlyInAnyOrder(List.of(1, 2, 2), List.of(2, 1, 2), List.of(2, 2, 1));
  }

  private static void compare(List<Integer> order, Snapshot expected, List<String> wrong) {
    List<String> differences = deliveries.snapshot().read().differences(expected);
    if (!differences.isEmpty()) {
      wrong.add("in the order " + order + "\n" + String.join("\n", differences));
    }
  }

  /** What is stored where the newest alone arrives. */
  private static Snapshot newest(List<Event> events) throws IOException {
    Event newest = events.getLast();
    deliveries.clear();
    deliveries.happen(newest);
    deliveries.deliver(newest);
    Snapshot stored = deliveries.snapshot().read();
    assertThat(stored.items().keySet().stream().filter(key -> key.endsWith(" META")))
        .hasSize(newest.text() == null ? 0 : 1);
    return stored;
  }

  private static List<Event> events(String set) {
    List<Event> events = new ArrayList<>();
    boolean sequenced = !set.startsWith("~");
    for (int place = sequenced ? 0 : 1; place < set.length(); place++) {
      char what = set.charAt(place);
      events.add(
          what == '='
              ? events.getLast()
              : new Event("inbox/a.txt", TEXTS.get(what), events.size() + 1, sequenced));
    }
    return events;
  }

  /** Every set of up to so many events that begins with an upload. */
  private static Set<String> upTo(int size) {
    Set<String> sets = new TreeSet<>(List.of("a"));
    for (int length = 1; length < size; length++) {
      for (String shorter : List.copyOf(sets)) {
        for (String next : List.of("a", "b", "-", "=")) {
          sets.add(shorter + next);
        }
      }
    }
    return sets;
  }
}
