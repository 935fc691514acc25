package io.quotemark.market.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.listing.ListingId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvidersTest {
  @Test
  void parse_keepsTheOrder_andTheExchangesOfEach() {
    Providers chosen = Providers.parse("alpaca:XNYS,XNAS;eodhd@100000/1000");

    assertThat(chosen.inOrder()).extracting(Provider::name).containsExactly("alpaca", "eodhd");
    assertThat(chosen.inOrder().getFirst().exchanges()).containsExactly("XNYS", "XNAS");
    assertThat(chosen.inOrder().getFirst().perMinute()).as("of the free plan").isEqualTo(200);
    assertThat(chosen.inOrder().getLast().perDay()).isEqualTo(100_000);
    assertThat(chosen.serve(ListingId.parse("XHKG:0700"))).isTrue();
    assertThat(chosen.serve(ListingId.parse("INDEX:HSI"))).isTrue();
    assertThat(chosen.serve(ListingId.parse("XTKS:7203"))).isFalse();
    assertThat(chosen.serve(ListingId.parse("FX:EURUSD"))).as("of the ECB alone").isFalse();
  }

  @Test
  void parse_withoutExchanges_isAllThatTheProviderHas() {
    assertThat(Providers.parse("twelvedata").serve(ListingId.parse("XTKS:7203"))).isTrue();
    assertThat(Providers.parse("twelvedata").serve(ListingId.parse("INDEX:HSI"))).isFalse();
    assertThat(Providers.parse("jquants").serve(ListingId.parse("XTKS:7203"))).isTrue();
    assertThat(Providers.parse("jquants").serve(ListingId.parse("XNYS:TM"))).isFalse();
  }

  @Test
  void parse_none_isNone() {
    assertThat(Providers.parse("none").isEmpty()).isTrue();
    assertThat(Providers.parse("").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yahoo | there is no provider yahoo; there are alpaca",
        "alpaca:XHKG | alpaca has no exchange \"XHKG\"; it has XNYS",
        "twelvedata:FX | twelvedata has no exchange \"FX\"",
        "alpaca;alpaca:XNYS | alpaca is named twice",
        "alpaca: | is no provider; write NAME",
        "https://example.com | is no provider; write NAME",
        "eodhd@0/5 | allows no request",
        "alpaca;; | \"\" is no provider",
      })
  void parse_whatIsNoProvider_isRefused_andSaysWhatToWrite(String text, String told) {
    assertThatThrownBy(() -> Providers.parse(text.strip()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told.strip());
  }
}
