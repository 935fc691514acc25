package io.quotemark.serve.listings;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.listings.MasterFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListingChartTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

  private final Listing listing =
      MasterFile.load().listing(ListingId.parse("XNAS:NVDA")).orElseThrow();

  /** At 100 before, at 25 after a split of four for one. */
  private PriceLine line(int sessions, int split) {
    List<Bar> bars =
        IntStream.range(0, sessions)
            .mapToObj(i -> Bar.flat(FIRST.plusDays(i), new BigDecimal(i < split ? "100" : "25")))
            .toList();
    PriceSeries series =
        new PriceSeries(
            listing.id(),
            "made up",
            PriceSeries.Basis.AS_TRADED,
            Instant.EPOCH,
            bars,
            List.of(new PriceSeries.Split(FIRST.plusDays(split), new BigDecimal("4"))),
            List.of(),
            true);
    return new PriceLine(series, FIRST, FIRST.plusDays(sessions));
  }

  @Test
  void split_isNoFall_andItsClaimsStandWhereTheyStood() {
    PriceLine line = line(10, 5);

    assertThat(line.points()).extracting(PriceLine.Point::close).containsOnly(25.0);
    assertThat(line.inShares(new BigDecimal("100"), FIRST)).isEqualByComparingTo("25");
  }

  @Test
  void longStretch_isThinned_withItsFirstAndLastSession() {
    List<PriceLine.Point> points = line(5_001, 5_001).points();

    assertThat(points).hasSizeLessThanOrEqualTo(402);
    assertThat(points.getFirst().session()).isEqualTo(FIRST);
    assertThat(points.getLast().session()).isEqualTo(FIRST.plusDays(5_000));
  }

  @Test
  void claims_areMarksOfTheirVerdicts_thatLeadToThem_andAreReadAloud() {
    ListingChart.Dot wrong =
        new ListingChart.Dot(
            FIRST.plusDays(2),
            null,
            Verdict.Outcome.CONTRADICTED,
            "/articles/a#c1",
            "“rose 3%” <b>");
    ListingChart.Dot outside =
        new ListingChart.Dot(
            FIRST.minusDays(1), null, Verdict.Outcome.VERIFIED, "/articles/b#c1", "before");
    String svg = new ListingChart(line(10, 5), listing).svg(List.of(wrong, outside)).markup();

    assertThat(svg)
        .contains("<a class=\"dot v-contradicted\" href=\"/articles/a#c1\"")
        .contains("aria-label=\"Contradicted: “rose 3%” &lt;b&gt;\"")
        .doesNotContain("before");
  }

  @Test
  void oneSession_isAChartToo() {
    assertThat(new ListingChart(line(1, 1), listing).svg(List.of()).markup())
        .contains("1 January 2020")
        .doesNotContain("NaN");
  }
}
