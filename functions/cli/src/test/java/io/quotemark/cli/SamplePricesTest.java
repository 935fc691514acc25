package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplePricesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
  private static final LocalDate FROM = LocalDate.of(1900, 1, 1);
  private static final LocalDate TO = LocalDate.of(2026, 1, 1);

  private final Securities securities = MasterFile.load();
  private final SamplePrices prices = new SamplePrices(securities, NOW);

  @Test
  void load_everyListingOfTheSample_isWhatItsFilesHold() {
    for (Sample.SampleFile file : Sample.prices()) {
      List<PriceSeries> held =
          PriceFiles.parse(file.name(), file.bytes(), NOW, securities).series();
      assertThat(held).as(file.name()).isNotEmpty();
      Set<ListingId> listings = new HashSet<>();
      for (PriceSeries series : held) {
        assertThat(prices.load(Set.of(series.listing()), FROM, TO).sources(series.listing()))
            .as(file.name())
            .containsExactly(series);
        listings.add(series.listing());
      }
      assertThat(prices.load(listings, FROM, TO).listings())
          .containsExactlyInAnyOrderElementsOf(listings);
    }
  }

  @Test
  void load_listingThatTheSampleLacks_isNotOnTheTape() {
    ListingId apple = ListingId.parse("XNAS:AAPL");

    assertThat(prices.load(Set.of(apple), FROM, TO).listings()).isEmpty();
  }
}
