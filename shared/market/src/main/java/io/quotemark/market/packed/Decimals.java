package io.quotemark.market.packed;

import io.quotemark.domain.price.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Decimal places of prices: what was printed, what is only the noise of binary floats. */
public final class Decimals {
  /** Places a stored price may have; exchanges and reference rates print at most six. */
  public static final int MOST = 8;

  /** Half the spacing of 32-bit floats, relative: the error of a price that went through one. */
  private static final BigDecimal FLOAT_ERROR = new BigDecimal("0.00000006");

  private static final int FLOAT_DIGITS = 7;

  private Decimals() {}

  /**
   * The number meant by one that a source kept as a 32-bit float: {@code 138.399994} is 138.4. Only
   * where the float's exact value, at the printed places, is what was printed; anything else stays,
   * cut to {@link #MOST} places.
   */
  public static BigDecimal withoutFloatNoise(BigDecimal printed) {
    if (printed.precision() > FLOAT_DIGITS && printed.scale() > 2) {
      float stored = printed.floatValue();
      BigDecimal exact =
          new BigDecimal((double) stored).setScale(printed.scale(), RoundingMode.HALF_UP);
      if (exact.compareTo(printed) == 0) {
        return plain(new BigDecimal(Float.toString(stored)));
      }
    }
    return printed.scale() > MOST
        ? plain(printed.setScale(MOST, RoundingMode.HALF_EVEN))
        : plain(printed);
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /**
   * Fewest places at which {@code restored} may stand: a price computed back from one delivered
   * with {@code delivered}'s places by multiplying with {@code factor} is only known to within half
   * the delivered step times the factor, or to float precision.
   */
  public static int placesKnown(BigDecimal restored, BigDecimal delivered, BigDecimal factor) {
    BigDecimal halfStep =
        BigDecimal.ONE.movePointLeft(delivered.scale()).divide(BigDecimal.TWO).multiply(factor);
    BigDecimal error = halfStep.max(restored.multiply(FLOAT_ERROR, MathContext.DECIMAL64));
    for (int places = 0; places < MOST; places++) {
      BigDecimal rounded = restored.setScale(places, RoundingMode.HALF_EVEN);
      if (rounded.subtract(restored).abs().compareTo(error) <= 0) {
        return places;
      }
    }
    return MOST;
  }

  /** The same bars with one number of places for all prices of a calendar year. */
  public static List<Bar> evenPlaces(List<Bar> bars) {
    TreeMap<Integer, List<Bar>> years = new TreeMap<>();
    for (Bar bar : bars) {
      PackedYear.add(bar.session().getYear(), bar, years);
    }
    List<Bar> even = new ArrayList<>(bars.size());
    for (List<Bar> year : years.values()) {
      int places = mostPlaces(year);
      for (Bar bar : year) {
        even.add(atPlaces(bar, places));
      }
    }
    return List.copyOf(even);
  }

  private static Bar atPlaces(Bar bar, int places) {
    return new Bar(
        bar.session(),
        bar.open().setScale(places),
        bar.high().setScale(places),
        bar.low().setScale(places),
        bar.close().setScale(places),
        bar.volume(),
        bar.missing());
  }

  static int mostPlaces(List<Bar> bars) {
    int most = 0;
    for (Bar b : bars) {
      most = Math.max(most, Math.max(b.open().scale(), b.high().scale()));
      most = Math.max(most, Math.max(b.low().scale(), b.close().scale()));
    }
    return most;
  }
}
