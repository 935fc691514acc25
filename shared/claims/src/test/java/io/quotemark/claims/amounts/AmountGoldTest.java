package io.quotemark.claims.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.Gold;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the score on the annotated passages; skipped where they are absent. */
class AmountGoldTest {
  private static final Set<String> SCORED = Set.of("money", "percent", "bp", "pp");
  private static final double LEAST_F1 = 0.99;

  @Test
  void amounts_of_annotated_passages_score_above_the_gate() throws IOException {
    List<Map<String, Object>> passages = Gold.passages();
    AmountFinder finder = new AmountFinder();
    int hits = 0;
    int missed = 0;
    int extra = 0;
    List<String> errors = new ArrayList<>();
    for (Map<String, Object> passage : passages) {
      List<String> wanted = new ArrayList<>();
      for (Object each : (List<?>) Objects.requireNonNull(passage.get("mentions"))) {
        Map<?, ?> mention = (Map<?, ?>) each;
        wanted.add(key(text(mention, "type"), text(mention, "value"), text(mention, "currency")));
      }
      List<String> got = new ArrayList<>();
      for (FoundAmount found : finder.find(String.valueOf(passage.get("text")), context(passage))) {
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
          errors.add(passage.get("id") + " missed " + want);
        }
      }
      extra += unmatched.size();
      unmatched.forEach(wrong -> errors.add(passage.get("id") + " extra " + wrong));
    }
    double f1 = 2.0 * hits / (2.0 * hits + missed + extra);
    assertThat(f1).as("F1 of amounts, errors %s", errors).isGreaterThanOrEqualTo(LEAST_F1);
  }

  private static @Nullable String text(Map<?, ?> object, String field) {
    Object value = object.get(field);
    return value == null ? null : value.toString();
  }

  private static AmountContext context(Map<String, Object> passage) {
    String published = text(passage, "published");
    return new AmountContext(
        text(passage, "language"),
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
