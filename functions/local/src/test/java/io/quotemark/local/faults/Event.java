package io.quotemark.local.faults;

import io.quotemark.local.cloud.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an object of the inbox.
 *
 * @param text what was put, null where it was removed
 * @param moment 1 is earlier than 2; the time follows from it
 * @param sequenced whether the sequencer follows from the moment too; else it is the same for all
 *     events, as some stores have it
 */
record Event(String key, @Nullable String text, int moment, boolean sequenced) {
  Event(String key, @Nullable String text, int moment) {
    this(key, text, moment, true);
  }

  /** The same for all events of this process, and recent enough for every text to be kept. */
  @SuppressWarnings("TimeInStaticInitializer") // that is what is wanted: one time for all runs
  private static final Instant BEGAN = Instant.now().minus(Duration.ofHours(1));

  /** When everything is worked off: the moment of a change is the same in every run. */
  static final Clock AFTERWARDS = Clock.fixed(BEGAN.plus(Duration.ofMinutes(59)), ZoneOffset.UTC);

  String notification() {
    @Nullable Long size = text == null ? null : (long) text.getBytes(StandardCharsets.UTF_8).length;
    String sequencer =
        sequenced ? String.format(Locale.ROOT, "%016X", moment) : "0055AED6DCD90281E5";
    return Stage.notification(key, size, sequencer, BEGAN.plusSeconds(moment));
  }
}
