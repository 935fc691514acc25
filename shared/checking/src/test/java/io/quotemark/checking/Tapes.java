package io.quotemark.checking;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.domain.Bar;
import io.quotemark.domain.PriceSeries;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.prices.PriceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Histories to make sentences from: real ones from beside the project, and made-up ones. */
final class Tapes {
  private static final Instant RETRIEVED = Instant.parse("2026-06-01T00:00:00Z");

  private Tapes() {}

  /** The test is skipped where the file is absent. */
  static PriceSeries real(Share share) {
    return read(
            "data/prices/" + share.file(), "# listing: " + share.id() + "\n# basis: as_traded\n")
        .getFirst();
  }

  static List<PriceSeries> rates() {
    return read("data/fx/eurofxref-hist.csv", "");
  }

  private static List<PriceSeries> read(String path, String head) {
    Path file = shared().resolve(path);
    assumeTrue(
        Files.isReadable(file),
        () -> "skipped: needs real prices at " + file + " (-Dquotemark.shared=FOLDER)");
    try {
      String text = head + Files.readString(file);
      return PriceFiles.parse(path, text.getBytes(StandardCharsets.UTF_8), RETRIEVED).series();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path shared() {
    String stated = System.getProperty("quotemark.shared");
    if (stated != null) {
      return Path.of(stated);
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder.getParent() != null && !Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
    }
    return folder.resolveSibling("shared");
  }

  /**
   * Four years of a random walk on the exchange's own sessions, with a 4-for-1 split in the third:
   * the same for the same listing every time.
   */
  static PriceSeries made(Share share, Calendars calendars) {
    TradingCalendar calendar = calendars.of(share.id());
    Random random = new Random(share.id().toString().hashCode());
    LocalDate split = calendar.onOrAfter(LocalDate.parse("2024-03-11"));
    double price = 400.0 / share.perUnit() * Math.pow(10, 2 - share.decimals());
    List<Bar> bars = new ArrayList<>();
    LocalDate day = calendar.onOrAfter(LocalDate.parse("2021-11-01"));
    while (day.isBefore(LocalDate.parse("2025-10-31"))) {
      double open = (day.equals(split) ? price / 4 : price) * (1 + random.nextGaussian() * 0.006);
      double close = open * (1 + random.nextGaussian() * 0.017);
      double high = Math.max(open, close) * (1 + Math.abs(random.nextGaussian()) * 0.006);
      double low = Math.min(open, close) * (1 - Math.abs(random.nextGaussian()) * 0.006);
      BigDecimal tick = BigDecimal.ONE.movePointLeft(share.perUnit() == 100 ? 4 : share.decimals());
      bars.add(
          new Bar(
              day,
              onTick(open, tick),
              onTick(high, tick),
              onTick(low, tick),
              onTick(close, tick),
              1_000_000L + random.nextInt(4_000_000)));
      price = close;
      day = calendar.next(day);
    }
    return new PriceSeries(
        share.id(),
        "made up",
        PriceSeries.Basis.AS_TRADED,
        RETRIEVED,
        bars,
        List.of(new PriceSeries.Split(split, new BigDecimal("4"))),
        List.of(),
        false);
  }

  private static BigDecimal onTick(double price, BigDecimal tick) {
    return BigDecimal.valueOf(price).setScale(tick.scale(), RoundingMode.HALF_UP);
  }
}
