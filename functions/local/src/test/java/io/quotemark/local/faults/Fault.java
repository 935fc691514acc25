package io.quotemark.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What may happen to one call to AWS or a price provider. */
enum Fault {
  /** It fails before anything is done, in a way that is not tried again in place. */
  REFUSED,

  /** It is done, but the connection breaks before its answer arrives. */
  ANSWER_LOST,

  /** The service says that this is too much at once. */
  THROTTLED,

  /**
   * The function is stopped at its deadline while it waits; the call arrives after that, and before
   * the message is delivered again, which a queue's visibility timeout sees to.
   */
  TOO_SLOW,

  /** The process dies before the call. */
  KILLED_BEFORE,

  /** The process dies after the call. */
  KILLED_AFTER;

  private static final String EXTENT = System.getProperty("quotemark.faults", "7");

  /** Disturbed runs that a sweep makes of a kind at most. */
  static final int MOST = EXTENT.equals("all") ? Integer.MAX_VALUE : Integer.parseInt(EXTENT);

  /** Each fault at each of so many calls, alone. */
  static List<Map<Integer, Fault>> singles(int calls) {
    List<Map<Integer, Fault>> plans = new ArrayList<>();
    for (int place = 0; place < calls; place++) {
      for (Fault fault : values()) {
        plans.add(Map.of(place, fault));
      }
    }
    return plans;
  }

  /** All of some plans, or a sample, the same each time. */
  static List<Map<Integer, Fault>> some(List<Map<Integer, Fault>> plans, int most) {
    if (most >= plans.size()) {
      return plans;
    }
    List<Map<Integer, Fault>> shuffled = new ArrayList<>(plans);
    Collections.shuffle(shuffled, new Random(8));
    return shuffled.subList(0, most);
  }

  /** What happens at which call, in words. */
  static String told(Map<Integer, Fault> plan, List<Call> calls) {
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

  /** Ends the work of the process that made the call, which makes no other call afterwards. */
  static final class ProcessEnded extends Error {
    private static final long serialVersionUID = 1L;

    ProcessEnded(Fault fault) {
      super(fault.name());
    }
  }
}
