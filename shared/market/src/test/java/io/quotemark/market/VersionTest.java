package io.quotemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.Versions;
import io.quotemark.text.ShippedLines;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What verdicts are weighed by changes only with the version that stored ones are checked by. */
class VersionTest {
  private static final String ROWS = "versions.tsv";

  /** Data of verdicts; listings, calendars and symbols have versions of their own. */
  private static final List<String> FILES =
      List.of("odds/points.tsv", "odds/signs.tsv", "verdicts/ticks.tsv");

  private static String digest() throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (String file : FILES) {
      sha.update(file.getBytes(StandardCharsets.UTF_8));
      for (String line : ShippedLines.of(Judge.class, file)) {
        sha.update((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  @Test
  void dataOfVerdicts_isThatOfItsVersion() throws Exception {
    List<List<String>> rows = ShippedLines.cells(VersionTest.class, ROWS);
    assertThat(rows).extracting(List::getFirst).doesNotHaveDuplicates();
    assertThat(rows.getLast())
        .as(
            "Data of verdicts changed. Raise VERDICT_RULES in shared/domain's Versions, so that stored"
                + " articles are checked anew, and append to shared/market/src/test/resources/"
                + "io/quotemark/market/%s the row: new version, tab, %s",
            ROWS, digest())
        .containsExactly(Versions.VERDICT_RULES, digest());
  }
}
