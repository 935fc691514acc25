package io.quotemark.market.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YahooSymbolsTest {
  @ParameterizedTest
  @CsvSource({
    "XHKG:9988, 9988.HK",
    "XHKG:700, 0700.HK",
    "XNYS:BRK.B, BRK-B",
    "XNAS:NVDA, NVDA",
    "XLON:HSBA, HSBA.L",
    "XTKS:7203, 7203.T",
    "XSHG:600519, 600519.SS",
    "XSHE:000001, 000001.SZ",
    "XETR:SAP, SAP.DE",
    "XNSE:INFY, INFY.NS",
    "XTAI:2330, 2330.TW",
    "INDEX:HSI, ^HSI"
  })
  void listing_isWrittenAsYahooDoes(String listing, String symbol) {
    assertThat(YahooSymbols.of(ListingId.parse(listing))).contains(symbol);
  }

  @Test
  void ratesAndUnknownMarkets_haveNone() {
    assertThat(YahooSymbols.of(ListingId.parse("FX:USDHKD"))).isEmpty();
    assertThat(YahooSymbols.of(ListingId.parse("XXXX:BRWK"))).isEmpty();
  }
}
