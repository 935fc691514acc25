package io.quotemark.checking;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.prices.PriceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
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
    Path file = BesideProject.required(path);
    try {
      String text = head + Files.readString(file);
      return PriceFiles.parse(path, text.getBytes(StandardCharsets.UTF_8), RETRIEVED).series();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Four years of a random walk on the exchange's own sessions, with a 4-for-1 split in the third:
   * the same for the same listing every time.
   */
  static PriceSeries made(Share share, Calendars calendars) {
    TradingCalendar calendar = calendars.of(share.id());
    LocalDate split = calendar.onOrAfter(LocalDate.parse("2024-03-11"));
    int decimals = share.perUnit() == 100 ? 4 : share.decimals();
    List<Bar> bars =
        Walk.from(400.0 / share.perUnit() * Math.pow(10, 2 - share.decimals()))
            .steps(.006, .017, .01)
            .tick(BigDecimal.ONE.movePointLeft(decimals).toPlainString())
            .volume(random -> 1_000_000L + random.nextInt(4_000_000))
            .split(split, 4)
            .bars(
                Walk.sessions(
                    LocalDate.parse("2021-11-01"),
                    LocalDate.parse("2025-10-30"),
                    calendar::isSession),
                new Random(share.id().toString().hashCode()));
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
}
