package io.quotemark.serve.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {
  @Test
  void interval_isSaidInWords_andNeverNarrowerThanItIs() {
    assertThat(WilsonInterval.of(4, 200).words()).isEqualTo("between 0 and 6 of 100");
    assertThat(WilsonInterval.of(0, 4).words()).isEqualTo("between 0 and 49 of 100");
    assertThat(WilsonInterval.of(4, 4).words()).isEqualTo("between 51 and 100 of 100");
  }

  @Test
  void record_isTheNewestMonthFirst_andSaysWhereNothingWasDecided() {
    String table =
        SourceRecord.of(
                new TreeMap<>(
                    Map.of(
                        "2025-02", Map.of("contradicted", 1, "verified", 3),
                        "2025-03", Map.of("unverifiable", 2, "doubtful", 1))))
            .markup();

    assertThat(table.indexOf("March 2025")).isLessThan(table.indexOf("February 2025"));
    // each figure with its name, which stands before it where there is no room for a head
    assertThat(table)
        .contains(
            "<td data-name=\"contradicted\">none decided</td><td data-name=\"doubtful\">1</td>")
        .contains("<td data-name=\"contradicted\">1 of 4</td>");
  }
}
