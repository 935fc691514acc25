package io.quotemark.market.prices;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Split;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the level of delivered prices with what is stored of their listing: a file in pence for
 * a history in pounds. Sessions that both have are compared by their median, else the two sessions
 * nearest to each other.
 */
public final class StoredLevels {
  /** One session of each, and the logarithm of delivered ÷ stored. */
  private record Pair(Bar delivered, Bar stored, double difference) {
    long days() {
      return Math.abs(ChronoUnit.DAYS.between(delivered.session(), stored.session()));
    }
  }

  private StoredLevels() {}

  /**
   * Why the delivered prices look to be in another unit than the stored ones; empty where they do
   * not, or where more of the stored sources speak for them than against.
   *
   * @param stored sources of the same listing, about the time of the delivered prices
   */
  public static Optional<String> refusal(PriceSeries delivered, List<PriceSeries> stored) {
    List<String> against = new ArrayList<>();
    int agreeing = 0;
    for (PriceSeries source : stored) {
      Pair pair = source.sample() == delivered.sample() ? compared(delivered, source) : null;
      double tolerance = pair == null ? -1 : UnitLevels.tolerance(pair.days());
      if (pair == null || tolerance < 0) {
        continue;
      }
      if (UnitLevels.unitOf(pair.difference(), tolerance) != 0) {
        against.add(reason(pair, source.source()));
      } else {
        agreeing++;
      }
    }
    return against.size() > agreeing ? Optional.of(against.getFirst()) : Optional.empty();
  }

  private static @Nullable Pair compared(PriceSeries delivered, PriceSeries stored) {
    TreeMap<LocalDate, Bar> bars = new TreeMap<>();
    stored.bars().forEach(bar -> bars.put(bar.session(), bar));
    List<Pair> same =
        delivered.bars().stream()
            .filter(bar -> bars.containsKey(bar.session()))
            .map(bar -> pair(bar, bars.get(bar.session()), 0))
            .sorted(java.util.Comparator.comparingDouble(Pair::difference))
            .toList();
    if (!same.isEmpty()) {
      return same.get(same.size() / 2);
    }
    return delivered.bars().stream()
        .flatMap(bar ->
            Stream.of(bars.lowerEntry(bar.session()), bars.higherEntry(bar.session()))
                .filter(near -> near != null)
                .map(Map.Entry::getValue)
                .map(near -> acrossSplits(bar, near, delivered, stored)))
        .min(java.util.Comparator.comparingLong(Pair::days))
        .orElse(null);
  }

  private static Pair acrossSplits(Bar bar, Bar near, PriceSeries delivered, PriceSeries stored) {
    LocalDate first = bar.session().isBefore(near.session()) ? bar.session() : near.session();
    LocalDate last = first.equals(bar.session()) ? near.session() : bar.session();
    Map<LocalDate, Split> splits = new TreeMap<>();
    Stream.concat(stored.splits().stream(), delivered.splits().stream())
        .filter(s -> s.firstSession().isAfter(first) && !s.firstSession().isAfter(last))
        .forEach(s -> splits.put(s.firstSession(), s));
    double lowered =
        splits.values().stream().mapToDouble(s -> Math.log10(s.ratio().doubleValue())).sum();
    Pair plain = pair(bar, near, 0);
    Pair split = pair(bar, near, last.equals(bar.session()) ? lowered : -lowered);
    return Math.abs(split.difference()) < Math.abs(plain.difference()) ? split : plain;
  }

  private static Pair pair(Bar delivered, @Nullable Bar stored, double lowered) {
    Bar known = java.util.Objects.requireNonNull(stored);
    double ratio = delivered.close().doubleValue() / known.close().doubleValue();
    return new Pair(delivered, known, Math.log10(ratio) + lowered);
  }

  private static String reason(Pair pair, String source) {
    return "close %s on %s is %s the stored %s of %s (%s): another unit (pence, pounds)? Correct it or state its '# unit: …'; if what is stored is wrong, deliver the whole history with '# level: checked'"
        .formatted(
            pair.delivered().close().toPlainString(),
            pair.delivered().session(),
            UnitLevels.times(pair.difference()),
            pair.stored().close().toPlainString(),
            pair.stored().session(),
            source);
  }
}
