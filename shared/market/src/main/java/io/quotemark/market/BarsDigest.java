package io.quotemark.market;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A short name for the bars that verdicts rest on, the same for the same prices whatever their
 * scale: every bar of the series looked at up to the latest session any verdict speaks of.
 */
final class BarsDigest {
  /** How many characters of the hexadecimal digest make the name. */
  private static final int LENGTH = 16;

  private static final Comparator<MinuteBars> BY_SESSION =
      (one, other) -> {
        int sessions = one.of().compareTo(other.of());
        return sessions == 0 ? one.source().compareTo(other.source()) : sessions;
      };

  private final MessageDigest sha256;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
  private boolean empty = true;

  private BarsDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

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
    List<MinuteBars> minutes = new ArrayList<>(tape.minutes());
    minutes.sort(BY_SESSION);
    for (MinuteBars some : minutes) {
      digest.add(some);
    }
    return digest.empty
        ? "none"
        : HexFormat.of().formatHex(digest.sha256.digest()).substring(0, LENGTH);
  }

  private static @Nullable LocalDate lastSession(List<CheckedClaim> claims, ListingId listing) {
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
    add(series.listing().toString());
    add(series.source());
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
      for (PriceField field : PriceField.values()) {
        if (bar.missing().contains(field)) {
          add(field.name());
        }
      }
    }
    for (PriceSeries.Split split : series.splits()) {
      add(split.firstSession().toEpochDay());
      add(split.ratio());
    }
  }

  private void add(MinuteBars minutes) {
    add(minutes.listing().toString());
    add(minutes.source());
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

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    sha256.update(bytes);
  }

  private void add(long value) {
    sha256.update(number.putLong(0, value).array());
    empty = false;
  }
}
