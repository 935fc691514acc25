package io.quotemark.market.prices;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.market.packed.PackedYear;
import io.quotemark.market.prices.RowProblem.Effect;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real histories and reference rates, where they lie beside the checkout. */
class RealFilesTest {
  private static final Instant RETRIEVED = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void realHistories_withAnExchangeInTheirName_areReadWhole_andPackExactly() throws IOException {
    Path folder = BesideProject.required("data/prices");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(f -> f.toString().matches(".*(\\.HK|INDEX-[A-Z]+)\\.csv")).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      PriceFile read =
          PriceFiles.parse(file.getFileName().toString(), Files.readAllBytes(file), RETRIEVED);

      assertThat(read.problems()).as(file.toString()).allMatch(p -> p.effect() == Effect.NOTE);
      PriceSeries series = read.series().getFirst();
      assertThat(series.delivered()).isEqualTo(Basis.AS_TRADED);
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(series.bars()).hasSize((int) lines.count() - 1);
      }
      PackedYear.byYear(series)
          .values()
          .forEach(year -> assertThat(PackedYear.unpack(PackedYear.pack(year))).isEqualTo(year));
    }
  }

  @Test
  void realHistoriesWithSplits_areProvedAsTraded() throws IOException {
    Path folder = BesideProject.required("data/prices");
    for (String ticker : List.of("AAPL", "NVDA", "TSLA")) {
      PriceFile read =
          PriceFiles.parse(
              "XNAS_" + ticker + ".csv",
              Files.readAllBytes(folder.resolve(ticker + ".csv")),
              RETRIEVED,
              new Securities("none", List.of()));

      assertThat(read.problems()).as(ticker).isEmpty();
      assertThat(read.series().getFirst().delivered()).isEqualTo(Basis.AS_TRADED);
      assertThat(read.series().getFirst().splits()).isNotEmpty();
    }
  }

  @Test
  void realReferenceRates_areReadWhole() throws IOException {
    Path file = BesideProject.required("data/fx/eurofxref-hist.csv");

    PriceFile read = PriceFiles.parse("eurofxref-hist.csv", Files.readAllBytes(file), RETRIEVED);

    assertThat(read.problems()).isEmpty();
    assertThat(read.series())
        .extracting(PriceSeries::listing)
        .contains(ListingId.parse("FX:EURUSD"), ListingId.parse("FX:EURHKD"));
  }
}
