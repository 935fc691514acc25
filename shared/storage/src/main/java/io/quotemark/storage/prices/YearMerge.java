package io.quotemark.storage.prices;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.market.packed.PackedYear;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What two deliveries of one source say of one year together: of one session the later delivery's
 * prices hold, whichever arrives first; sessions only one of them has are kept. Splits and
 * dividends inside the later delivery's stretch are its own.
 *
 * @param content equal to {@code stored} where nothing changed
 * @param changed sessions whose price is another than stored, or new
 */
record YearMerge(PriceSeries content, NavigableSet<LocalDate> changed) {

  static YearMerge of(PriceSeries stored, PriceSeries delivered) {
    boolean later = !delivered.retrievedAt().isBefore(stored.retrievedAt());
    if (stored.sample() != delivered.sample()) {
      // made-up and real bars never mix: the later delivery stands alone
      return later ? result(stored, delivered) : result(stored, stored);
    }
    PriceSeries older = later ? stored : delivered;
    PriceSeries newer = later ? delivered : stored;
    PriceSeries merged =
        new PriceSeries(
            stored.listing(),
            stored.source(),
            newer.delivered(),
            newer.retrievedAt(),
            bars(older, newer),
            events(older.splits(), newer.splits(), newer, Split::firstSession),
            events(older.dividends(), newer.dividends(), newer, Dividend::exDate),
            newer.sample());
    return result(stored, merged);
  }

  /** A year nothing was stored of. */
  static YearMerge first(PriceSeries delivered) {
    return new YearMerge(delivered, sessions(delivered));
  }

  private static YearMerge result(PriceSeries stored, PriceSeries merged) {
    PriceSeries even = PackedYear.byYear(merged).values().iterator().next();
    NavigableSet<LocalDate> changed = new TreeSet<>();
    TreeMap<LocalDate, Bar> before = bySession(stored.bars());
    TreeMap<LocalDate, Bar> after = bySession(even.bars());
    after.forEach((session, bar) -> {
      Bar old = before.get(session);
      if (old == null || !samePrices(old, bar)) {
        changed.add(session);
      }
    });
    before.keySet().stream().filter(session -> !after.containsKey(session)).forEach(changed::add);
    boolean same =
        changed.isEmpty()
            && stored.splits().equals(even.splits())
            && stored.dividends().equals(even.dividends())
            && stored.delivered() == even.delivered()
            && stored.sample() == even.sample();
    if (!same && changed.isEmpty()) {
      // other splits, dividends or basis: everything may compare differently
      changed.addAll(sessions(even));
    }
    return same ? new YearMerge(stored, changed) : new YearMerge(even, changed);
  }

  private static boolean samePrices(Bar a, Bar b) {
    return a.missing().equals(b.missing())
        && a.open().compareTo(b.open()) == 0
        && a.high().compareTo(b.high()) == 0
        && a.low().compareTo(b.low()) == 0
        && a.close().compareTo(b.close()) == 0
        && java.util.Objects.equals(a.volume(), b.volume());
  }

  private static List<Bar> bars(PriceSeries older, PriceSeries newer) {
    TreeMap<LocalDate, Bar> all = bySession(older.bars());
    bySession(newer.bars()).forEach((session, bar) -> all.merge(session, bar, YearMerge::fuller));
    return List.copyOf(all.values());
  }

  /** The later bar, but for one that repeats the close and lacks what is known. */
  private static Bar fuller(Bar older, Bar newer) {
    boolean repeats = older.close().compareTo(newer.close()) == 0;
    return repeats && older.missing().size() < newer.missing().size() ? older : newer;
  }

  private static <T> List<T> events(
      List<T> older, List<T> newer, PriceSeries newest, Function<T, LocalDate> day) {
    TreeMap<LocalDate, T> all = new TreeMap<>();
    for (T event : older) {
      boolean covered =
          !newest.bars().isEmpty()
              && !day.apply(event).isBefore(newest.bars().getFirst().session())
              && !day.apply(event).isAfter(newest.bars().getLast().session());
      if (!covered) {
        all.put(day.apply(event), event);
      }
    }
    newer.forEach(event -> all.put(day.apply(event), event));
    return new ArrayList<>(all.values());
  }

  private static TreeMap<LocalDate, Bar> bySession(List<Bar> bars) {
    TreeMap<LocalDate, Bar> all = new TreeMap<>();
    bars.forEach(bar -> all.put(bar.session(), bar));
    return all;
  }

  private static NavigableSet<LocalDate> sessions(PriceSeries series) {
    NavigableSet<LocalDate> all = new TreeSet<>();
    for (Bar bar : series.bars()) {
      all.add(bar.session());
    }
    for (PriceSeries.Split split : series.splits()) {
      all.add(split.firstSession());
    }
    for (PriceSeries.Dividend paid : series.dividends()) {
      all.add(paid.exDate());
    }
    return all;
  }
}
