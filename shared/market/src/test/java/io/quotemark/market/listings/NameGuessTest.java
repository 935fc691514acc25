package io.quotemark.market.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.Issuer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameGuessTest {
  private final NameGuess guess = new NameGuess(MasterFile.load());

  private List<String> names(String text) {
    return guess.of(text).stream().map(Issuer::name).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Alibabba, Alibaba Group Holding Limited",
    "tencnet, Tencent Holding Ltd.",
    "Brindelwick, Brindlewick Lanterns plc",
    "brindlewik lanterns, Brindlewick Lanterns plc"
  })
  void misspeltName_leadsToItsIssuer_first(String typed, String issuer) {
    assertThat(names(typed).getFirst()).isEqualTo(issuer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "xyz", "qqqqqqqqqq", "no company is called anything like this"})
  void whatIsNearNoName_leadsToNone(String typed) {
    assertThat(names(typed)).isEmpty();
  }

  @Test
  void aLook_isBounded_howeverLongTheTextIs() {
    assertThat(names("a".repeat(2_000))).isEmpty();
    names("Alibabba");
    long began = System.nanoTime();
    names("Berkshir Hathawey Inc");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void distance_countsSwappedNeighboursOnce_andStopsBeyondTheMost() {
    assertThat(NameGuess.distance("tencent", "tencnet", 3)).isEqualTo(1);
    assertThat(NameGuess.distance("apple", "appel", 3)).isEqualTo(1);
    assertThat(NameGuess.distance("apple", "aple", 3)).isEqualTo(1);
    assertThat(NameGuess.distance("apple", "orange", 2)).isEqualTo(3);
    assertThat(NameGuess.distance("a", "abcdef", 2)).isEqualTo(3);
  }
}
