package io.quotemark.claims.attachment;

import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Window;

/** The stretch of "a weekly gain": that of the week that runs or has just ended. */
final class Running {
  private Running() {}

  /**
   * @param over as vocabulary has it: {@code 1w}, {@code 12m}, {@code ytd}
   */
  static Window of(String over) {
    Window window = Window.parse(over);
    if (!(window instanceof Window.Last(int count, Window.Unit unit)) || count != 1) {
      return window;
    }
    return switch (unit) {
      case W -> Window.ToDate.WTD;
      case M -> Window.ToDate.MTD;
      case Y -> Window.ToDate.YTD;
      case D -> window;
    };
  }

  static boolean isOneDay(TimeExpression span) {
    return span.window() instanceof Window.Last last
        && last.unit() == Window.Unit.D
        && last.count() == 1;
  }
}
