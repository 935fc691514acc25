package io.quotemark.claims.amounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.claims.gold.GoldPassages;
import io.quotemark.claims.gold.GoldPassages.Passage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the score on the annotated passages; skipped where they are absent. */
class AmountGoldTest {
  private static final Set<String> SCORED = Set.of("money", "percent", "bp", "pp");
  private static final double LEAST_F1 = 0.99;

  @Test
  void amounts_of_annotated_passages_score_above_the_gate() throws IOException {
    Optional<Path> file = GoldPassages.file();
    assumeTrue(file.isPresent(), "no claims/dev.jsonl: set -Dquotemark.shared to the shared data");
    AmountFinder finder = new AmountFinder();
    int hits = 0;
    int missed = 0;
    int extra = 0;
    List<String> errors = new ArrayList<>();
    for (Passage passage : GoldPassages.read(file.orElseThrow())) {
      List<String> wanted = new ArrayList<>();
      passage
          .mentions()
          .forEach(m -> wanted.add(key(m.get("type"), m.get("value"), m.get("currency"))));
      List<String> got = new ArrayList<>();
      for (FoundAmount found : finder.find(passage.text(), context(passage))) {
        if (SCORED.contains(found.type().code())) {
          got.add(key(found.type().code(), found.value().toPlainString(), found.currency()));
        }
      }
      List<String> unmatched = new ArrayList<>(got);
      for (String want : wanted) {
        if (unmatched.remove(want)) {
          hits++;
        } else {
          missed++;
          errors.add(passage.id() + " missed " + want);
        }
      }
      extra += unmatched.size();
      unmatched.forEach(wrong -> errors.add(passage.id() + " extra " + wrong));
    }
    double f1 = 2.0 * hits / (2.0 * hits + missed + extra);
    assertThat(f1).as("F1 of amounts, errors %s", errors).isGreaterThanOrEqualTo(LEAST_F1);
  }

  private static AmountContext context(Passage passage) {
    String published = passage.published();
    return new AmountContext(
        passage.language(),
        null,
        published == null ? null : LocalDate.parse(published.substring(0, 10)),
        List.of());
  }

  private static String key(
      @Nullable String type, @Nullable String value, @Nullable String currency) {
    BigDecimal number = new BigDecimal(value == null ? "0" : value).abs().stripTrailingZeros();
    return type + " " + number.toPlainString() + ("money".equals(type) ? " " + currency : "");
  }
}
