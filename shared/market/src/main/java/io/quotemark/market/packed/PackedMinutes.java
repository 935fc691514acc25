package io.quotemark.market.packed;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.MinuteBars.Minute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One source's minutes of one listing and session as bytes: the stored form, some 8 kB for a lively
 * share from four in the morning to eight in the evening, the same bytes for the same content.
 *
 * <p>Layout, all numbers as variable-length integers (signed ones zigzag): version, flags (bit 0
 * sample), time of retrieval, session (days since 1970), listing, source, places of the prices,
 * count of minutes; then in columns the steps of the minute, of the close against the close before,
 * of the open against the close, of the high above and the low below both, and the volumes.
 */
public final class PackedMinutes {
  private static final int VERSION = 1;
  private static final int SAMPLE = 1;
  private static final int SECONDS = 60;

  private PackedMinutes() {}

  public static byte[] pack(MinuteBars bars) {
    List<Minute> minutes = bars.minutes();
    int places = places(minutes);
    PackedBytes.Writer out = new PackedBytes.Writer();
    out.unsigned(VERSION);
    out.unsigned(bars.sample() ? SAMPLE : 0);
    out.text(bars.retrievedAt().toString());
    out.signed(bars.session().toEpochDay());
    out.text(bars.listing().toString());
    out.text(bars.source());
    out.unsigned(places);
    out.unsigned(minutes.size());
    long at = 0;
    for (Minute minute : minutes) {
      long now = minute.start().getEpochSecond() / SECONDS;
      out.signed(now - at);
      at = now;
    }
    long before = 0;
    for (Minute minute : minutes) {
      long close = unscaled(minute.close(), places);
      out.signed(close - before);
      before = close;
    }
    for (Minute minute : minutes) {
      out.signed(unscaled(minute.open().subtract(minute.close()), places));
    }
    for (Minute minute : minutes) {
      out.unsigned(unscaled(minute.high().subtract(top(minute)), places));
    }
    for (Minute minute : minutes) {
      out.unsigned(unscaled(bottom(minute).subtract(minute.low()), places));
    }
    for (Minute minute : minutes) {
      out.unsigned(minute.volume());
    }
    return out.bytes();
  }

  /**
   * @throws IllegalArgumentException where the bytes are damaged or of a later version
   */
  public static MinuteBars unpack(byte[] packed) {
    PackedBytes.Reader in = new PackedBytes.Reader(packed);
    long version = in.unsigned();
    if (version != VERSION) {
      throw new IllegalArgumentException("packed minutes of version " + version);
    }
    boolean sample = (in.unsigned() & SAMPLE) != 0;
    Instant retrieved = instant(in.text());
    LocalDate session = LocalDate.ofEpochDay(in.signed());
    ListingId listing = ListingId.parse(in.text());
    String source = in.text();
    int places = in.count(Decimals.MOST);
    int count = in.count(MinuteBars.MOST);
    long[] starts = sums(in, count);
    long[] closes = sums(in, count);
    long[] opens = new long[count];
    for (int i = 0; i < count; i++) {
      opens[i] = closes[i] + in.signed();
    }
    long[] highs = new long[count];
    for (int i = 0; i < count; i++) {
      highs[i] = Math.max(opens[i], closes[i]) + in.unsigned();
    }
    long[] lows = new long[count];
    for (int i = 0; i < count; i++) {
      lows[i] = Math.min(opens[i], closes[i]) - in.unsigned();
    }
    List<Minute> minutes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      minutes.add(
          new Minute(
              Instant.ofEpochSecond(starts[i] * SECONDS),
              BigDecimal.valueOf(opens[i], places),
              BigDecimal.valueOf(highs[i], places),
              BigDecimal.valueOf(lows[i], places),
              BigDecimal.valueOf(closes[i], places),
              in.unsigned()));
    }
    in.end();
    return new MinuteBars(listing, session, source, retrieved, minutes, sample);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (java.time.DateTimeException damaged) {
      throw new IllegalArgumentException("packed minutes of no time: " + text, damaged);
    }
  }

  private static long[] sums(PackedBytes.Reader in, int count) {
    long[] sums = new long[count];
    long at = 0;
    for (int i = 0; i < count; i++) {
      at += in.signed();
      sums[i] = at;
    }
    return sums;
  }

  private static BigDecimal top(Minute minute) {
    return minute.open().max(minute.close());
  }

  private static BigDecimal bottom(Minute minute) {
    return minute.open().min(minute.close());
  }

  private static int places(List<Minute> minutes) {
    int most = 0;
    for (Minute m : minutes) {
      most = Math.max(most, Math.max(m.open().scale(), m.high().scale()));
      most = Math.max(most, Math.max(m.low().scale(), m.close().scale()));
    }
    return most;
  }

  private static long unscaled(BigDecimal value, int places) {
    return value.setScale(places).unscaledValue().longValueExact();
  }
}
