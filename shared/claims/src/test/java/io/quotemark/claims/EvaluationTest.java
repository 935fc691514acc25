package io.quotemark.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.market.listings.MasterFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the scores reached on passages annotated by hand; skips where they are absent. */
final class EvaluationTest {
  @Test
  void claims_ofAnnotatedPassages_holdTheScoresReached() throws IOException {
    List<Map<String, Object>> passages = Gold.passages();
    ClaimFinder finder = new ClaimFinder(MasterFile.load());
    Score score = new Score();
    passages.forEach(p -> score.add(p, finder));
    assertThat(score.precision()).as(score.table()).isGreaterThan(0.95);
    assertThat(score.listings()).as(score.table()).isGreaterThan(0.84);
    assertThat(score.f1()).as(score.table()).isGreaterThan(0.92);
  }
}
