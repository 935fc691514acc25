package io.quotemark.market.prices;

import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.market.prices.Cells.BadCell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds bars of a history that stand in another unit than the rest of it: pence among pounds. No
 * move of a market explains a level of 100 or 1,000 times the one before, within 15 %, unless a
 * split does. A factor of 10, or any other, is taken for a fault only where the level is back soon
 * after: without the return it may be a collapse, or a split that nobody stated.
 */
final class UnitLevels {
  /** Common logarithms of 100 and 1,000. */
  private static final int[] UNITS = {2, 3};

  /** 15 %, as a common logarithm. */
  private static final double NEAR = 0.0607;

  /** 58 %: enough once the return, or other bars of that level, are there too. */
  private static final double LOOSE = 0.2;

  /** What a price may move from one bar to the next and not be looked at: about threefold. */
  private static final double MOVE = 0.5;

  /** A spike of one bar has at least four times, or a quarter of, its neighbours' level. */
  private static final double SPIKE = Math.log10(3.9);

  /** Below this a step of the price may be a multiple of it. */
  private static final double LOWEST_SPIKE = Math.log10(0.1);

  private static final int RETURN_BARS = 20;
  private static final int TENFOLD_BARS = 5;

  /** A source may date a split some days off. */
  private static final int SPLIT_DAYS = 10;

  /** Past these the level before says less, and in the end nothing, of the one after. */
  private static final int NEIGHBOUR_DAYS = 30;

  private static final int MOST_DAYS = 366;
  private static final double NEAR_AFTER_A_GAP = Math.log10(1.4);

  /** Where more bars than these are off, it is not known which are right. */
  private static final double MOST_OFF = 0.2;

  /** What a history's levels say. */
  sealed interface Finding {
    record Even() implements Finding {}

    /**
     * @param bars what is wrong with each bar to be dropped
     */
    record SomeOff(SortedMap<LocalDate, String> bars) implements Finding {}

    record Mixed(String reason) implements Finding {}
  }

  private final List<Delivered.Row> rows;
  private final TreeMap<LocalDate, Double> splits = new TreeMap<>();
  private final double[] levels;

  /** Scales met so far. */
  private final Set<Double> known = new HashSet<>();

  private UnitLevels(Delivered history) {
    this.rows = history.rows();
    for (Split split : history.splits()) {
      splits.put(split.firstSession(), Math.log10(split.ratio().doubleValue()));
    }
    // loops: streams of numbers load some thirty classes at the first file of a cold function
    this.levels = new double[rows.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = Math.log10(rows.get(i).close().doubleValue());
    }
  }

  static Finding of(Delivered history) {
    return new UnitLevels(history).finding();
  }

  /**
   * @throws BadCell where a price of one bar stands in another unit than its close
   */
  static void requireOneUnit(Delivered.Row row) throws BadCell {
    BigDecimal high = row.high();
    BigDecimal low = row.low();
    if (high != null && isUnit(high, row.close())) {
      throw new BadCell(offWithin("high", high, row.close()));
    }
    if (low != null && isUnit(row.close(), low)) {
      throw new BadCell(offWithin("low", low, row.close()));
    }
  }

  private static String offWithin(String field, BigDecimal price, BigDecimal close) {
    return "%s %s and close %s are in different units, as pence and pounds are; correct the row"
        .formatted(field, price.toPlainString(), close.toPlainString());
  }

  private static boolean isUnit(BigDecimal above, BigDecimal below) {
    return unitOf(Math.log10(above.doubleValue() / below.doubleValue()), NEAR) != 0;
  }

  /** The power of ten (2, 3 or their negatives) that a difference of levels is near to, else 0. */
  static int unitOf(double difference, double tolerance) {
    for (int unit : UNITS) {
      if (Math.abs(Math.abs(difference) - unit) < tolerance) {
        return difference > 0 ? unit : -unit;
      }
    }
    return 0;
  }

  /** How near to 100 a ratio must be after so many days, as a logarithm; negative: none is. */
  static double tolerance(long days) {
    return days <= NEIGHBOUR_DAYS ? NEAR : days <= MOST_DAYS ? NEAR_AFTER_A_GAP : -1;
  }

  private Finding finding() {
    double[] scales = scales();
    Map<Double, Integer> counts = new HashMap<>();
    for (double scale : scales) {
      counts.put(scale, counts.getOrDefault(scale, 0) + 1);
    }
    double right = 0;
    int most = 0;
    for (Map.Entry<Double, Integer> scale : counts.entrySet()) {
      if (scale.getValue() > most) {
        right = scale.getKey();
        most = scale.getValue();
      }
    }
    int off = scales.length - most;
    if (off == 0) {
      return new Finding.Even();
    }
    int neighbour = 0;
    while (scales[neighbour] != right) {
      neighbour++;
    }
    SortedMap<LocalDate, String> reasons = new TreeMap<>();
    for (int i = 0; i < scales.length; i++) {
      if (scales[i] == right) {
        neighbour = i;
      } else {
        reasons.put(rows.get(i).session(), reason(i, neighbour));
      }
    }
    return off <= MOST_OFF * scales.length
        ? new Finding.SomeOff(reasons)
        : new Finding.Mixed(
            "%d of %d bars are of another level than the others, first: %s"
                .formatted(off, scales.length, reasons.get(reasons.firstKey())));
  }

  /**
   * @param other the last bar of the right level before, or the first there is
   */
  private String reason(int at, int other) {
    return "close %s on %s is %s the %s of %s, and no split explains it: another unit (pence, pounds)? Correct it; if it is real, state its '# split: …', or '# level: checked'"
        .formatted(
            rows.get(at).close().toPlainString(),
            rows.get(at).session(),
            times(levels[at] - levels[other]),
            rows.get(other).close().toPlainString(),
            rows.get(other).session());
  }

  /** A difference of levels in words. */
  static String times(double difference) {
    String factor = "%.0f".formatted(Math.pow(10, Math.abs(difference)));
    return difference > 0 ? factor + " times" : "1/" + factor + " of";
  }

  /** What each bar's level must be lessened by to go on from the bar before: 0, 2, 3 … */
  private double[] scales() {
    double[] scales = new double[levels.length];
    double level = levels[0];
    for (int i = 1; i < levels.length; i++) {
      level -= splitBetween(i, level);
      scales[i] = scale(i, level);
      known.add(scales[i]);
      level = levels[i] - scales[i];
    }
    return scales;
  }

  /** By how much the splits since the bar before lower the level, where they explain it. */
  private double splitBetween(int i, double level) {
    double lowered =
        sum(splits.subMap(rows.get(i - 1).session(), false, rows.get(i).session(), true));
    return distance(levels[i] - level + lowered) < distance(levels[i] - level) ? lowered : 0;
  }

  private static double sum(Map<LocalDate, Double> ratios) {
    double sum = 0;
    for (double ratio : ratios.values()) {
      sum += ratio;
    }
    return sum;
  }

  /** How far a difference is from none, or from that of a unit. */
  private static double distance(double difference) {
    double size = Math.abs(difference);
    return unitOf(difference, LOOSE) == 0 ? size : Math.min(size, MOVE);
  }

  private double scale(int i, double level) {
    double difference = levels[i] - level;
    if (Math.abs(difference) < MOVE) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(rows.get(i - 1).session(), rows.get(i).session());
    int unit = unitOf(difference, tolerance(days));
    if (unit != 0 && (!isSplit(i, unit) || returns(i, level, unit, RETURN_BARS))) {
      return unit;
    }
    int loose = days > NEIGHBOUR_DAYS ? 0 : unitOf(difference, LOOSE);
    if (loose != 0 && (returns(i, level, loose, RETURN_BARS) || known.contains((double) loose))) {
      return loose;
    }
    int ten = difference > 0 ? 1 : -1;
    boolean coarse = Math.min(levels[i], level) < LOWEST_SPIKE;
    if (coarse || days > NEIGHBOUR_DAYS) {
      return 0;
    }
    if (Math.abs(difference - ten) < NEAR && returns(i, level, ten, TENFOLD_BARS)) {
      return ten;
    }
    return Math.abs(difference) > SPIKE && returns(i, level, difference, 1) ? difference : 0;
  }

  /** Whether the level is what it was after at most so many bars of the other level. */
  private boolean returns(int at, double level, double scale, int bars) {
    for (int i = at + 1; i < levels.length && i <= at + bars; i++) {
      if (Math.abs(levels[i] - level) < 0.5 * LOOSE) {
        return true;
      }
      if (Math.abs(levels[i] - scale - level) > LOOSE) {
        return false;
      }
    }
    return false;
  }

  /** Whether the file states such a split about then, or its adjusted close runs through. */
  private boolean isSplit(int i, int unit) {
    LocalDate day = rows.get(i).session();
    boolean stated =
        splits
            .subMap(day.minusDays(SPLIT_DAYS), true, day.plusDays(SPLIT_DAYS), true)
            .values()
            .stream()
            .anyMatch(ratio -> Math.abs(ratio + unit) < LOOSE);
    BigDecimal before = rows.get(i - 1).adjusted();
    BigDecimal now = rows.get(i).adjusted();
    return stated
        || (before != null
            && now != null
            && Math.abs(Math.log10(now.doubleValue() / before.doubleValue())) < LOOSE);
  }
}
