package io.quotemark.market.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.domain.price.PriceSeries.Dividend;
import io.quotemark.domain.price.PriceSeries.Split;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedYearTest {
  @Test
  void randomYears_comeBackEqual_andPackToTheSameBytes() {
    Random random = new Random(20250224);
    for (int round = 0; round < 300; round++) {
      PriceSeries year = year(random, 1 + random.nextInt(260), random.nextInt(5));

      byte[] packed = PackedYear.pack(year);

      assertThat(PackedYear.unpack(packed)).isEqualTo(year);
      assertThat(PackedYear.pack(PackedYear.unpack(packed))).isEqualTo(packed);
    }
  }

  @Test
  void ordinaryYear_isAboutThreeKilobytes() {
    assertThat(PackedYear.pack(year(new Random(1), 250, 2)).length).isBetween(1000, 4000);
  }

  @Test
  void damagedBytes_areRefused_neverMisread() {
    byte[] packed = PackedYear.pack(year(new Random(7), 20, 2));
    for (int length = 0; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      assertThatThrownBy(() -> PackedYear.unpack(cut)).isInstanceOf(IllegalArgumentException.class);
    }
    byte[] longer = Arrays.copyOf(packed, packed.length + 1);
    assertThatThrownBy(() -> PackedYear.unpack(longer))
        .isInstanceOf(IllegalArgumentException.class);
    byte[] future = packed.clone();
    future[0] = 9;
    assertThatThrownBy(() -> PackedYear.unpack(future)).hasMessageContaining("unknown version 9");
  }

  @Test
  void seriesOfTwoYears_isPartedAtNewYear_withItsSplits() {
    PriceSeries both =
        series(
            List.of(flat("2023-12-29", "10.5"), flat("2024-01-02", "11")),
            List.of(new Split(LocalDate.parse("2024-01-02"), BigDecimal.TWO)),
            List.of());

    assertThat(PackedYear.byYear(both).values())
        .extracting(y -> y.splits().size())
        .containsExactly(0, 1);
    assertThat(PackedYear.byYear(both)).containsOnlyKeys(2023, 2024);
    assertThatThrownBy(() -> PackedYear.pack(both)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void yearWithASplitAlone_isKept() {
    PriceSeries split =
        series(
            List.of(),
            List.of(new Split(LocalDate.parse("2024-06-10"), BigDecimal.TEN)),
            List.of());

    assertThat(PackedYear.unpack(PackedYear.pack(split))).isEqualTo(split);
  }

  private static PriceSeries year(Random random, int count, int places) {
    List<Bar> bars = new ArrayList<>();
    LocalDate day = LocalDate.of(2024, 1, 1);
    for (int i = 0; i < count; i++) {
      long low = 1L + random.nextInt(1_000_000);
      long high = low + random.nextInt(5_000);
      bars.add(
          new Bar(
              day,
              BigDecimal.valueOf(random.nextLong(low, high + 1), places),
              BigDecimal.valueOf(high, places),
              BigDecimal.valueOf(low, places),
              BigDecimal.valueOf(random.nextLong(low, high + 1), places),
              random.nextInt(10) == 0 ? null : random.nextLong(5_000_000_000L)));
      day = day.plusDays(1);
    }
    return series(
        bars,
        List.of(new Split(LocalDate.of(2024, 6, 10), new BigDecimal("0.1"))),
        List.of(
            new Dividend(LocalDate.of(2024, 3, 1), new BigDecimal("0.205"), "USD"),
            new Dividend(LocalDate.of(2024, 9, 2), new BigDecimal("1"), null)));
  }

  private static PriceSeries series(List<Bar> bars, List<Split> splits, List<Dividend> dividends) {
    return new PriceSeries(
        ListingId.parse("XHKG:9988"),
        "file:ünïcode.csv",
        Basis.SPLIT_ADJUSTED,
        Instant.parse("2025-06-30T12:00:00.123456789Z"),
        bars,
        splits,
        dividends,
        true);
  }

  private static Bar flat(String day, String price) {
    return Bar.flat(LocalDate.parse(day), new BigDecimal(price));
  }
}
