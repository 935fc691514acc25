package io.quotemark.market.prices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.listings.MasterFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A file of one listing whose name and first line say all, and what was kept of it. */
final class StatedFile {
  private static final Instant RETRIEVED = Instant.parse("2026-11-01T12:00:00Z");

  private StatedFile() {}

  /**
   * @param lines each with its line break
   */
  static PriceFile parse(String... lines) {
    return PriceFiles.parse(
        "BABA.US.csv",
        ("# basis: as_traded\n" + String.join("", lines)).getBytes(UTF_8),
        RETRIEVED,
        MasterFile.load());
  }

  static List<LocalDate> kept(PriceFile file) {
    return file.series().stream().flatMap(s -> s.bars().stream()).map(Bar::session).toList();
  }

  static PriceSeries series(PriceFile file) {
    assertThat(file.series()).as(file.problems().toString()).hasSize(1);
    return file.series().getFirst();
  }
}
