package io.quotemark.local.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One step of a story of many keys.
 *
 * @param faults what is done to which of the calls that the step makes
 */
record Step(Kind kind, Event event, Map<Integer, Fault> faults) {
  enum Kind {
    /** Somebody puts or removes an object. */
    HAPPENS,

    /** The notification of an event is delivered, maybe once more, maybe late. */
    READ,

    /** Messages that came of an event so far are delivered, maybe once more, maybe late. */
    TAKEN
  }

  private static final int KEYS = 5;
  private static final List<Fault> FAULTS = List.of(Fault.values());

  /** A story of so many steps; the same for the same random numbers. */
  static List<Step> story(Random random, int size) {
    List<Step> steps = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    Map<String, Event> newest = new HashMap<>();
    while (steps.size() < size) {
      int dice = random.nextInt(10);
      if (events.isEmpty() || dice < 3) {
        Event event = event(random, newest, events.size() + 1);
        newest.put(event.key(), event);
        events.add(event);
        steps.add(new Step(Kind.HAPPENS, event, Map.of()));
      } else {
        Kind kind = dice < 6 ? Kind.READ : Kind.TAKEN;
        steps.add(new Step(kind, recent(random, events), faults(random, kind)));
      }
    }
    return steps;
  }

  private static Event event(Random random, Map<String, Event> newest, int moment) {
    String key = "inbox/" + random.nextInt(KEYS) + ".json";
    Event last = newest.get(key);
    boolean there = last != null && last.text() != null;
    return there && random.nextInt(3) == 0
        ? new Event(key, null, moment)
        : new Event(key, Text.ALL.get(random.nextInt(Text.ALL.size())).content(), moment);
  }

  /** Most likely one of the last few. */
  private static Event recent(Random random, List<Event> events) {
    int back = (int) Math.abs(random.nextGaussian() * 4);
    return events.get(Math.max(0, events.size() - 1 - back));
  }

  private static Map<Integer, Fault> faults(Random random, Kind kind) {
    return random.nextInt(3) > 0
        ? Map.of()
        : Map.of(
            random.nextInt(kind == Kind.READ ? 3 : 30), FAULTS.get(random.nextInt(FAULTS.size())));
  }

  @Override
  public String toString() {
    String text = event.text();
    return "%s %d %s %s %s"
        .formatted(
            kind,
            event.moment(),
            event.key(),
            text == null ? "removed" : Text.of(text).title(),
            faults.isEmpty() ? "" : faults);
  }
}
