package io.quotemark.market.prices;

import static io.quotemark.market.prices.LayoutCase.lines;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row for each layout that people have prices in, on bars that are made up for it: every price
 * of the file must be stored as it was made. The layouts' sources stand in {@code layouts.tsv}.
 */
class LayoutsTest {
  static final Instant RETRIEVED = Instant.parse("2024-06-03T22:00:00Z");
  private static final int FEWEST_LAYOUTS = 42;

  static Stream<LayoutCase> cases() {
    return Stream.of(
            DownloadedLayouts.cases(),
            ServiceLayouts.cases(),
            OfficialLayouts.cases(),
            EastAsianLayouts.cases(),
            List.of(london()))
        .flatMap(List::stream);
  }

  /** Unusual for its unit, not its source. */
  private static LayoutCase london() {
    return LayoutCase.layout(
        "London in pence",
        "QML.L.csv",
        "XLON:QML",
        4.2,
        "0.0005",
        LayoutCase.Has.ALL,
        UTF_8,
        lines(
            "Date,Open,High,Low,Close,Volume",
            b ->
                "%s,%s,%s,%s,%s,%d"
                    .formatted(
                        b.session(),
                        b.open().movePointRight(2),
                        b.high().movePointRight(2),
                        b.low().movePointRight(2),
                        b.close().movePointRight(2),
                        b.volume())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void file_ofALayoutThatPeopleHave_isStoredAsItWasMade(LayoutCase layout) {
    PriceFile file = PriceFiles.parse(layout.file(), layout.bytes(), RETRIEVED, PriceWalk.MASTER);

    assertThat(layout.wrong(file)).isEmpty();
  }

  @Test
  void layouts_areAsManyAsPromised() {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST_LAYOUTS);
  }
}
