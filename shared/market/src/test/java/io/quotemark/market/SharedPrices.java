package io.quotemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real histories for measuring, read from beside the project and never copied into it. */
public final class SharedPrices {
  private static final Instant RETRIEVED = Instant.parse("2026-06-01T00:00:00Z");

  private static final Map<String, PriceFile> READ = new ConcurrentHashMap<>();

  private SharedPrices() {}

  /**
   * @param file name in {@code data/prices} of the shared folder; the test is skipped where it is
   *     absent
   */
  public static PriceSeries of(ListingId listing, String file) {
    PriceFile parsed =
        read("data/prices/" + file, "# listing: " + listing + "\n# basis: as_traded\n");
    assertThat(parsed.series()).hasSize(1);
    return parsed.series().getFirst();
  }

  public static List<PriceSeries> euroRates() {
    return read("data/fx/eurofxref-hist.csv", "").series();
  }

  /** Each file is read once by a JVM: some tests ask for one dozens of times. */
  private static PriceFile read(String path, String head) {
    return READ.computeIfAbsent(path + head, key -> parse(path, head));
  }

  private static PriceFile parse(String path, String head) {
    Path file = BesideProject.required(path);
    try {
      String text = head + Files.readString(file);
      return PriceFiles.parse(
          file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8), RETRIEVED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
