package io.quotemark.market.verdicts;

import java.time.LocalDate;
import java.util.List;

/**
 * Which sessions a claim can speak of.
 *
 * @param plausible most likely first; empty where the words point at no session
 * @param stated whether the words name it, or the publication alone suggests it
 * @param why for people: what they were read from, or why there is none
 */
record Sessions(List<LocalDate> plausible, boolean stated, boolean closedDay, String why) {
  Sessions {
    plausible = List.copyOf(plausible.stream().distinct().toList());
  }

  static Sessions stated(List<LocalDate> plausible, String why) {
    return new Sessions(plausible, true, false, why);
  }

  static Sessions suggested(List<LocalDate> plausible, String why) {
    return new Sessions(plausible, false, false, why);
  }

  static Sessions marketClosed(String why) {
    return new Sessions(List.of(), true, true, why);
  }

  static Sessions unknown(String why) {
    return new Sessions(List.of(), false, false, why);
  }
}
