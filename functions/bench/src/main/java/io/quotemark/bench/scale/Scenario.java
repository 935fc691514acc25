package io.quotemark.bench.scale;

import java.util.function.BiConsumer;

/**
 * What the stack is put through.
 *
 * @param id the name of its chart, docs/images/scale-ID.svg
 * @param title for people
 * @param story what happens, in a sentence or two
 * @param settings how the stack is set
 * @param load what comes
 * @param hours how long the run is watched; the load ends after a day
 * @param disturbance what is planned to go wrong, given clock and stack
 */
record Scenario(
    String id,
    String title,
    String story,
    Settings settings,
    Load load,
    int hours,
    BiConsumer<Timeline, Stack> disturbance) {

  Scenario(String id, String title, String story, Settings settings, Load load, int hours) {
    this(id, title, story, settings, load, hours, (timeline, stack) -> {});
  }
}
