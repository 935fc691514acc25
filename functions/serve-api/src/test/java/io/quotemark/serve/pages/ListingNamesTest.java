package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.listings.MasterFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingNamesTest {
  private final ListingNames names = new ListingNames(MasterFile.load());

  @ParameterizedTest
  @CsvSource({
    "XHKG:0700, Tencent 0700.HK",
    "XNYS:BABA, Alibaba BABA",
    "XHKG:9988, Alibaba 9988.HK",
    "XXXX:BRWK, Brindlewick Lanterns BRWK",
    "XETR:SAP, SAP SAP.DE",
    "FX:USDHKD, USD/HKD",
    "XNAS:NOBODY, NOBODY"
  })
  void listing_isCalledByItsCompanyAndItsMarketsTicker(String listing, String name) {
    assertThat(names.of(ListingId.parse(listing)).text()).isEqualTo(name);
  }
}
