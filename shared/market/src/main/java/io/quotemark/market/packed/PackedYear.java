package io.quotemark.market.packed;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.domain.price.PriceSeries.Split;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One listing's calendar year from one source as bytes: the stored form, about 3 kB, the same bytes
 * for the same content.
 *
 * <p>Layout, all numbers as variable-length integers (signed ones zigzag): version, flags (bit 0
 * sample), basis, time of retrieval, year, listing, source, places of the prices, count of bars;
 * then in columns the steps of the day of year, of the close against the close before, of open,
 * high and low against close, open and close; volume plus one, 0 for none; in version 2 what each
 * bar lacks (bit 0 open, 1 high, 2 low); then splits and dividends. Prices of a year share their
 * number of places. A year without gaps is written as version 1, as it always was.
 */
public final class PackedYear {
  /** Of years whose bars all have four prices. */
  private static final int WHOLE = 1;

  /** With a column of what is missing behind the volumes. */
  private static final int WITH_GAPS = 2;

  private static final int SAMPLE = 1;
  private static final List<PriceField> MAY_BE_MISSING =
      List.of(PriceField.OPEN, PriceField.HIGH, PriceField.LOW);

  private PackedYear() {}

  /** The series in calendar years, prices of each at one number of places. */
  public static SortedMap<Integer, PriceSeries> byYear(PriceSeries series) {
    SortedMap<Integer, List<Bar>> bars = new TreeMap<>();
    SortedMap<Integer, List<Split>> splits = new TreeMap<>();
    SortedMap<Integer, List<Dividend>> dividends = new TreeMap<>();
    for (Bar bar : Decimals.evenPlaces(series.bars())) {
      add(bar.session().getYear(), bar, bars);
    }
    for (Split split : series.splits()) {
      add(split.firstSession().getYear(), split, splits);
    }
    for (Dividend paid : series.dividends()) {
      add(paid.exDate().getYear(), paid, dividends);
    }
    TreeMap<Integer, PriceSeries> years = new TreeMap<>();
    for (SortedMap<Integer, ?> part : List.of(bars, splits, dividends)) {
      for (Integer year : part.keySet()) {
        if (!years.containsKey(year)) {
          years.put(
              year,
              new PriceSeries(
                  series.listing(),
                  series.source(),
                  series.delivered(),
                  series.retrievedAt(),
                  bars.getOrDefault(year, List.of()),
                  splits.getOrDefault(year, List.of()),
                  dividends.getOrDefault(year, List.of()),
                  series.sample()));
        }
      }
    }
    return years;
  }

  /** Puts it with the others of its calendar year. */
  static <T> void add(int year, T one, Map<Integer, List<T>> years) {
    List<T> known = years.get(year);
    if (known == null) {
      known = new ArrayList<>();
      years.put(year, known);
    }
    known.add(one);
  }

  /**
   * @param year all of one calendar year, as {@link #byYear} gives it
   * @throws IllegalArgumentException where it holds more than one year, or nothing
   */
  public static byte[] pack(PriceSeries year) {
    int calendarYear = yearOf(year);
    int places = Decimals.mostPlaces(year.bars());
    PackedBytes.Writer out = new PackedBytes.Writer();
    boolean gaps = false;
    for (Bar bar : year.bars()) {
      gaps |= !bar.missing().isEmpty();
    }
    out.unsigned(gaps ? WITH_GAPS : WHOLE);
    out.unsigned(year.sample() ? SAMPLE : 0);
    out.text(year.delivered().name());
    out.text(year.retrievedAt().toString());
    out.unsigned(calendarYear);
    out.text(year.listing().toString());
    out.text(year.source());
    out.unsigned(places);
    out.unsigned(year.bars().size());
    int day = 0;
    for (Bar bar : year.bars()) {
      out.unsigned(bar.session().getDayOfYear() - day);
      day = bar.session().getDayOfYear();
    }
    long before = 0;
    for (Bar bar : year.bars()) {
      long close = unscaled(bar.close(), places);
      out.signed(close - before);
      before = close;
    }
    for (Bar bar : year.bars()) {
      out.signed(unscaled(bar.open(), places) - unscaled(bar.close(), places));
    }
    for (Bar bar : year.bars()) {
      out.unsigned(unscaled(bar.high(), places) - unscaled(bar.open().max(bar.close()), places));
    }
    for (Bar bar : year.bars()) {
      out.unsigned(unscaled(bar.open().min(bar.close()), places) - unscaled(bar.low(), places));
    }
    for (Bar bar : year.bars()) {
      Long volume = bar.volume();
      out.unsigned(volume == null ? 0 : volume + 1);
    }
    for (Bar bar : gaps ? year.bars() : List.<Bar>of()) {
      int bits = 0;
      for (PriceField field : bar.missing()) {
        bits |= 1 << MAY_BE_MISSING.indexOf(field);
      }
      out.unsigned(bits);
    }
    out.unsigned(year.splits().size());
    for (Split split : year.splits()) {
      out.unsigned(split.firstSession().getDayOfYear());
      out.decimal(split.ratio());
    }
    out.unsigned(year.dividends().size());
    for (Dividend paid : year.dividends()) {
      out.unsigned(paid.exDate().getDayOfYear());
      out.decimal(paid.amount());
      out.text(paid.currency() == null ? "" : paid.currency());
    }
    return out.bytes();
  }

  /**
   * @throws IllegalArgumentException where {@code bytes} are not a packed year of a known version
   */
  public static PriceSeries unpack(byte[] bytes) {
    PackedBytes.Reader in = new PackedBytes.Reader(bytes);
    long version = in.unsigned();
    if (version != WHOLE && version != WITH_GAPS) {
      throw new IllegalArgumentException("packed prices of unknown version " + version);
    }
    boolean sample = (in.unsigned() & SAMPLE) != 0;
    Basis basis = Basis.valueOf(in.text());
    Instant retrievedAt = instant(in.text());
    int year = in.count(9999);
    ListingId listing = ListingId.parse(in.text());
    String source = in.text();
    int places = in.count(Decimals.MOST);
    List<Bar> bars = bars(in, year, places, version == WITH_GAPS);
    List<Split> splits = new ArrayList<>();
    for (int left = in.count(366); left > 0; left--) {
      splits.add(new Split(day(year, in.count(366)), in.decimal()));
    }
    List<Dividend> dividends = new ArrayList<>();
    for (int left = in.count(366); left > 0; left--) {
      LocalDate exDate = day(year, in.count(366));
      BigDecimal amount = in.decimal();
      String currency = in.text();
      dividends.add(new Dividend(exDate, amount, currency.isEmpty() ? null : currency));
    }
    in.end();
    return new PriceSeries(listing, source, basis, retrievedAt, bars, splits, dividends, sample);
  }

  private static List<Bar> bars(PackedBytes.Reader in, int year, int places, boolean gaps) {
    int count = in.count(366);
    int[] days = new int[count];
    long[][] columns = new long[4][count];
    for (int i = 0, day = 0; i < count; i++) {
      day += in.count(366);
      days[i] = day;
    }
    long close = 0;
    for (int i = 0; i < count; i++) {
      close += in.signed();
      columns[3][i] = close;
    }
    for (int i = 0; i < count; i++) {
      columns[0][i] = columns[3][i] + in.signed();
    }
    for (int i = 0; i < count; i++) {
      columns[1][i] = Math.max(columns[0][i], columns[3][i]) + in.unsigned();
    }
    for (int i = 0; i < count; i++) {
      columns[2][i] = Math.min(columns[0][i], columns[3][i]) - in.unsigned();
    }
    long[] volumes = new long[count];
    for (int i = 0; i < count; i++) {
      volumes[i] = in.unsigned();
    }
    List<Bar> bars = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long volume = volumes[i];
      bars.add(
          new Bar(
              day(year, days[i]),
              BigDecimal.valueOf(columns[0][i], places),
              BigDecimal.valueOf(columns[1][i], places),
              BigDecimal.valueOf(columns[2][i], places),
              BigDecimal.valueOf(columns[3][i], places),
              volume == 0 ? null : (Long) (volume - 1),
              gaps ? missing(in.count(7)) : Set.of()));
    }
    return bars;
  }

  private static Set<PriceField> missing(int bits) {
    Set<PriceField> missing = EnumSet.noneOf(PriceField.class);
    for (int i = 0; i < MAY_BE_MISSING.size(); i++) {
      if ((bits & (1 << i)) != 0) {
        missing.add(MAY_BE_MISSING.get(i));
      }
    }
    return missing;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.DateTimeException damaged) {
      throw new IllegalArgumentException("packed prices hold no time: " + text, damaged);
    }
  }

  private static LocalDate day(int year, int dayOfYear) {
    try {
      return LocalDate.ofYearDay(year, dayOfYear);
    } catch (java.time.DateTimeException impossible) {
      throw new IllegalArgumentException(
          "packed prices hold no day " + dayOfYear + " of " + year, impossible);
    }
  }

  private static int yearOf(PriceSeries series) {
    List<Integer> years = List.copyOf(byYear(series).keySet());
    if (years.size() != 1) {
      throw new IllegalArgumentException(
          "not one calendar year of " + series.listing() + ": " + years);
    }
    return years.getFirst();
  }

  private static long unscaled(BigDecimal price, int places) {
    return price.setScale(places).unscaledValue().longValueExact();
  }
}
