package io.quotemark.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.market.listings.MasterFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the scores reached on passages annotated by hand; skips where they are absent. */
final class EvaluationTest {
  @Test
  void claims_ofAnnotatedPassages_holdTheScoresReached() throws IOException {
    Path file = Gold.file();
    assumeTrue(file != null, "no ../shared/data/claims/dev.jsonl (or -Dquotemark.shared): skipped");
    ClaimFinder finder = new ClaimFinder(MasterFile.load());
    Score score = new Score();
    Gold.passages(java.util.Objects.requireNonNull(file)).forEach(p -> score.add(p, finder));
    assertThat(score.precision()).as(score.table()).isGreaterThan(0.95);
    assertThat(score.listings()).as(score.table()).isGreaterThan(0.84);
    assertThat(score.f1()).as(score.table()).isGreaterThan(0.92);
  }
}
