package io.quotemark.bench.wordings;

import static io.quotemark.domain.claim.ClaimKind.*;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is true of a session, or false on purpose, for a wording of each kind. */
final class Facts {
  /** By how much a false close differs at least: less may be another venue's. */
  private static final double VENUE = 0.007;

  private final Walk share;
  private final Walk index;
  private final Walk rate;
  private final Random random;
  private final Extremes extremes;
  private final Marks marks;

  Facts(Walk share, Walk index, Walk rate, Random random) {
    this.share = share;
    this.index = index;
    this.rate = rate;
    this.random = random;
    this.extremes = new Extremes(share);
    this.marks = new Marks(share);
  }

  /** The figures of a statement of the session; empty where the kind has nothing to say of it. */
  Optional<Figures> of(Wording wording, int at, boolean truth) {
    Figures f = new Figures(share, index, at);
    boolean said =
        switch (wording.kind()) {
          case "close" -> closed(f, at, truth);
          case "open" -> level(f, "o", share.open(at), at, truth);
          case "high" -> level(f, "h", share.high(at), at, truth);
          case "low" -> level(f, "l", share.low(at), at, truth);
          case "last" -> level(f, "x", within(at), at, truth);
          case "pct", "pctclose", "abs" -> move(f, wording, at, truth);
          case "pctended" -> movedByClose(f, at, truth);
          case "peak" -> peak(f, at, truth);
          case "year", "since" -> extremes.said(f, wording, at, truth);
          case "cross" -> marks.crossed(f, at, truth);
          case "first" -> marks.firstSince(f, at, truth);
          case "streak" -> streak(f, share.run(at), share.move(at) > 0, truth);
          case "ended" -> streak(f, ended(at), share.move(at) < 0, truth);
          case "indexlevel", "indexmove" -> indexed(f, wording, index.upTo(f.day), truth);
          case "ytd", "week", "month" -> period(f, wording, at, truth);
          case "fx" -> rated(f, wording, rate.upTo(f.day), truth);
          case "relative" -> relative(f, wording, at, truth);
          case "cap" -> f.put("m", share.close(at) * 7, 0).as(MARKET_CAP);
          default -> throw new IllegalArgumentException("unknown kind " + wording.kind());
        };
    return said ? Optional.of(f) : Optional.empty();
  }

  private double within(int at) {
    double part = 0.2 + 0.6 * random.nextDouble();
    return share.exact(share.low(at) + part * (share.high(at) - share.low(at))).doubleValue();
  }

  private boolean level(Figures f, String gap, double value, int at, boolean truth) {
    double said = truth ? value : slip(share, value, at);
    return f.put(gap, share.exact(said)).as(PRICE_LEVEL);
  }

  private boolean closed(Figures f, int at, boolean truth) {
    double close = share.close(at);
    return f.put("c", share.exact(truth ? close : offClose(share, at))).as(PRICE_LEVEL);
  }

  /** A price that is no close: of the same day's range, or outside it, as it comes. */
  private double offClose(Walk walk, int at) {
    double close = walk.close(at);
    if (random.nextBoolean()) {
      for (int tries = 0; tries < 20; tries++) {
        double part = random.nextDouble();
        double other = walk.low(at) + part * (walk.high(at) - walk.low(at));
        if (Math.abs(other / close - 1) > VENUE) {
          return other;
        }
      }
    }
    return slip(walk, close, at);
  }

  /** The change up to the close; a false one may be what the session showed before. */
  private boolean movedByClose(Figures f, int at, boolean truth) {
    double pct = share.move(at);
    if (Math.abs(pct) < (truth ? 0.4 : 1.2)) {
      return false;
    }
    f.up = pct > 0;
    int what = truth ? -1 : random.nextInt(3);
    f.up ^= what == 0;
    double near = (offClose(share, at) / share.close(at - 1) - 1) * 100;
    boolean other = what == 2 && near > 0 == pct > 0 && Math.abs(near) > 0.2;
    f.put("p", other ? Math.abs(near) : slipped(Math.abs(pct), what > 0), 1);
    return f.as(MOVE_PCT);
  }

  private boolean move(Figures f, Wording wording, int at, boolean truth) {
    double pct = share.move(at);
    if (Math.abs(pct) < (truth ? 0.4 : 1.2)) {
      return false;
    }
    f.up = pct > 0;
    int what = truth ? -1 : random.nextInt(wording.has("c") ? 3 : 2);
    if (what == 0) {
      f.up = !f.up;
    }
    double close = share.close(at);
    f.put("c", share.exact(what == 2 ? slip(share, close, at) : close));
    f.put("p", slipped(Math.abs(pct), what == 1), 1);
    double sum = Math.abs(close - share.close(at - 1));
    f.put("a", share.exact(what == 1 ? sum * 1.6 + close * 0.02 : sum));
    return f.as(wording.has("p") ? MOVE_PCT : MOVE_ABS) && (!wording.has("c") || f.as(PRICE_LEVEL));
  }

  private boolean peak(Figures f, int at, boolean truth) {
    f.up = random.nextBoolean();
    double before = share.close(at - 1);
    double peak = (f.up ? share.high(at) / before - 1 : 1 - share.low(at) / before) * 100;
    f.put("k", truth ? peak : peak * 1.5 + 1, 1);
    return peak >= 1 && f.as(PEAK_MOVE_PCT);
  }

  private int ended(int at) {
    return Math.signum(share.move(at)) == -Math.signum(share.move(at - 1)) ? share.run(at - 1) : 0;
  }

  private boolean streak(Figures f, int run, boolean up, boolean truth) {
    f.up = up;
    f.count = truth ? run : run + 2;
    return run >= 3 && run <= 6 && f.as(STREAK);
  }

  private boolean indexed(Figures f, Wording wording, int at, boolean truth) {
    double pct = index.move(at);
    if (Math.abs(pct) < (truth ? 0.3 : 0.9)) {
      return false;
    }
    f.up = pct > 0;
    List<String> gaps = new ArrayList<>();
    for (String gap : List.of("il", "ip", "ia")) {
      if (wording.has(gap)) {
        gaps.add(gap);
      }
    }
    boolean flip = !truth && gaps.size() > (wording.has("il") ? 1 : 0) && random.nextBoolean();
    String wrong = truth || flip ? "" : gaps.get(random.nextInt(gaps.size()));
    f.up ^= flip;
    double close = index.close(at);
    f.put("il", index.exact(wrong.equals("il") ? offClose(index, at) : close));
    f.put("ip", slipped(Math.abs(pct), wrong.equals("ip")), 1);
    double points = Math.abs(close - index.close(at - 1));
    f.put("ia", index.exact(wrong.equals("ia") ? points * 1.7 + 40 : points));
    gaps.forEach(gap ->
        f.as(gap.equals("il") ? INDEX_LEVEL : gap.equals("ip") ? INDEX_MOVE_PCT : INDEX_MOVE_PTS));
    return true;
  }

  private boolean period(Figures f, Wording wording, int at, boolean truth) {
    LocalDate day = share.day(at);
    boolean year = wording.has("y");
    LocalDate base =
        year
            ? day.minusYears(1)
            : switch (wording.kind()) {
              case "ytd" -> LocalDate.of(day.getYear() - 1, 12, 31);
              case "week" -> day.with(DayOfWeek.MONDAY).minusDays(1);
              default -> day.withDayOfMonth(1).minusDays(1);
            };
    double change = share.change(share.upTo(base), at);
    boolean late =
        at + 1 < share.size()
            && share.day(at + 1).with(DayOfWeek.MONDAY).isAfter(day)
            && day.getDayOfWeek() == DayOfWeek.FRIDAY;
    if (Math.abs(change) < 3
        || day.getDayOfMonth() < 8
        || (wording.kind().equals("week") && !late)) {
      return false;
    }
    f.up = change > 0;
    boolean flip = !truth && random.nextBoolean();
    f.up ^= flip;
    double said = Math.abs(change) + (truth || flip ? 0 : 6 + 6 * random.nextDouble());
    f.put(year ? "y" : "p", said, year ? 0 : 1);
    return f.as(PERIOD_RETURN);
  }

  private boolean rated(Figures f, Wording wording, int at, boolean truth) {
    double pct = rate.move(at);
    f.up = pct > 0;
    boolean level = wording.has("r");
    if (Math.abs(pct) < 0.2) {
      return false;
    }
    // one rate a day decides only what no day's dealing explains
    double far = truth || !level ? 1 : random.nextBoolean() ? 1.041 : 0.961;
    f.put("r", rate.exact(rate.close(at) * far));
    f.put("p", Math.abs(pct) + (truth || level ? 0 : 3 + random.nextDouble()), 1);
    return (!level || f.as(FX_RATE)) && (!wording.has("p") || f.as(MOVE_PCT));
  }

  private boolean relative(Figures f, Wording wording, int at, boolean truth) {
    double ahead = share.move(at) - index.move(index.upTo(f.day));
    boolean withMove = wording.has("p");
    if (Math.abs(ahead) < 1 || Math.abs(share.move(at)) < 0.4) {
      return false;
    }
    f.up = truth == ahead > 0;
    f.put("p", Math.abs(share.move(at)), 1);
    boolean sameWay = ahead > 0 == share.move(at) > 0;
    return f.as(RELATIVE) && (!withMove || (sameWay && f.as(MOVE_PCT)));
  }

  private double slipped(double pct, boolean wrong) {
    double more = 1.2 + 2 * random.nextDouble();
    return !wrong ? pct : pct > 4 && random.nextBoolean() ? pct - more : pct + more;
  }

  /** A price with one digit wrong, outside the day's range and not absurd. */
  private double slip(Walk walk, double price, int at) {
    String digits = walk.exact(price).toPlainString();
    for (int tries = 0; tries < 60; tries++) {
      int place = random.nextInt(Math.min(4, digits.length()));
      if (digits.charAt(place) != '.') {
        char digit = (char) ('0' + random.nextInt(place == 0 ? 1 : 0, 10));
        double other =
            Double.parseDouble(digits.substring(0, place) + digit + digits.substring(place + 1));
        boolean outside = other < walk.low(at) * 0.98 || other > walk.high(at) * 1.02;
        if (outside && other > price * 0.6 && other < price * 1.6) {
          return other;
        }
      }
    }
    return price * 1.08;
  }
}
