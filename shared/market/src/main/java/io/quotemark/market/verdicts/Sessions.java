package io.quotemark.market.verdicts;

import io.quotemark.domain.verdict.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions a claim can speak of.
 *
 * @param plausible most likely first; empty where the words point at no session
 * @param stated whether the words name it, or the publication alone suggests it
 * @param why there is none, null where there are some
 */
record Sessions(
    List<LocalDate> plausible, boolean stated, boolean closedDay, @Nullable Reason why) {
  Sessions {
    plausible = List.copyOf(plausible.stream().distinct().toList());
    if (plausible.isEmpty() && why == null) {
      why = Reason.of("session.unstated");
    }
  }

  static Sessions stated(List<LocalDate> plausible) {
    return new Sessions(plausible, true, false, null);
  }

  static Sessions suggested(List<LocalDate> plausible) {
    return new Sessions(plausible, false, false, null);
  }

  static Sessions marketClosed(Reason why) {
    return new Sessions(List.of(), true, true, why);
  }

  static Sessions unknown(Reason why) {
    return new Sessions(List.of(), false, false, why);
  }
}
