package io.quotemark.bench.wordings;

import static io.quotemark.domain.claim.ClaimKind.EXTREME;
import static io.quotemark.domain.claim.ClaimKind.MOVE_PCT;
import static io.quotemark.domain.claim.ClaimKind.PRICE_LEVEL;

import java.time.LocalDate;

/** Highs and lows of a share: of a year, or since a month. */
final class Extremes {
  private static final int YEAR = 366;

  private final Walk share;

  Extremes(Walk share) {
    this.share = share;
  }

  boolean said(Figures f, Wording wording, int at, boolean truth) {
    f.up = share.move(at) > 0;
    if (wording.has("c")) {
      f.as(PRICE_LEVEL);
    }
    if (wording.has("p")) {
      f.put("p", Math.abs(share.move(at)), 1).as(MOVE_PCT);
    }
    f.as(EXTREME);
    if (wording.kind().equals("year")) {
      LocalDate from = share.day(at).minusDays(YEAR);
      return truth
          ? beyondAll(at, share.upTo(from), f.up)
          : share.run(at) > 1 && beatenBy(at, share.upTo(from) + 15, f.up, 1.04);
    }
    int last = share.lastClose(at, share.close(at), f.up);
    if (last < 0 || at - last < 45) {
      return false;
    }
    LocalDate since = share.day(last);
    int range = share.lastRange(at, f.up ? share.high(at) : share.low(at), f.up);
    if (truth) {
      f.month = since;
      return range >= 0 && share.day(range).getMonth() == since.getMonth() && at - range > 30;
    }
    f.month = since.minusMonths(5);
    return range > last - 40 && last > 130 && beatenBy(at, last - 20, f.up, 1.02);
  }

  /** Whether close, high and low are beyond all those from a session on. */
  private boolean beyondAll(int at, int from, boolean up) {
    for (int i = Math.max(0, from); i < at; i++) {
      if (up ? share.high(i) >= share.close(at) : share.low(i) <= share.close(at)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a session, not of the last two weeks, was far beyond this one. */
  private boolean beatenBy(int at, int from, boolean up, double far) {
    for (int i = Math.max(0, from); i < at - 10; i++) {
      if (up ? share.close(i) > share.high(at) * far : share.close(i) * far < share.low(at)) {
        return true;
      }
    }
    return false;
  }
}
