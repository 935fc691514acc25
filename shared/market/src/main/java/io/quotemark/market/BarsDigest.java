package io.quotemark.market;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A short name for the bars that verdicts rest on, the same for the same prices whatever their
 * scale: every bar of the series looked at up to the latest session any verdict speaks of.
 */
final class BarsDigest {
  /** FNV-1a of 64 bits (offset basis and prime of the reference). */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private long hash = BASIS;

  private BarsDigest() {}

  static String of(Tape tape, List<CheckedClaim> claims) {
    BarsDigest digest = new BarsDigest();
    for (ListingId listing : new TreeSet<>(tape.listings())) {
      LocalDate last = lastSession(claims, listing);
      if (last != null) {
        for (PriceSeries series : tape.sources(listing)) {
          digest.add(series, last);
        }
      }
    }
    tape.minutes().stream()
        .sorted(Comparator.comparing(MinuteBars::of).thenComparing(MinuteBars::source))
        .forEach(digest::add);
    return digest.hash == BASIS ? "none" : "%016x".formatted(digest.hash);
  }

  private static @org.jspecify.annotations.Nullable LocalDate lastSession(
      List<CheckedClaim> claims, io.quotemark.domain.listing.ListingId listing) {
    LocalDate last = null;
    for (CheckedClaim claim : claims) {
      Verdict.Evidence evidence = claim.verdict().evidence();
      if (evidence != null && listing.equals(evidence.listing())) {
        for (Bar bar : evidence.bars()) {
          last = last == null || bar.session().isAfter(last) ? bar.session() : last;
        }
      }
    }
    return last;
  }

  private void add(PriceSeries series, LocalDate last) {
    add(series.listing().hashCode());
    add(series.source().hashCode());
    for (Bar bar : series.bars()) {
      if (bar.session().isAfter(last)) {
        break;
      }
      add(bar.session().toEpochDay());
      add(bar.open());
      add(bar.high());
      add(bar.low());
      add(bar.close());
      add(bar.volume() == null ? -1 : bar.volume());
      bar.missing().stream().sorted().forEach(field -> add(field.name().hashCode()));
    }
    for (PriceSeries.Split split : series.splits()) {
      add(split.firstSession().toEpochDay());
      add(split.ratio());
    }
  }

  private void add(MinuteBars minutes) {
    add(minutes.listing().hashCode());
    add(minutes.source().hashCode());
    for (MinuteBars.Minute minute : minutes.minutes()) {
      add(minute.start().getEpochSecond());
      add(minute.open());
      add(minute.high());
      add(minute.low());
      add(minute.close());
    }
  }

  private void add(BigDecimal price) {
    add(Double.doubleToLongBits(price.doubleValue()));
  }

  private void add(long value) {
    hash = (hash ^ value) * PRIME;
    hash ^= hash >>> 29;
  }
}
