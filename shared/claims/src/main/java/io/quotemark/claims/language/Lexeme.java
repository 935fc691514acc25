package io.quotemark.claims.language;

import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.price.PriceField;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a word or phrase of the trade means.
 *
 * @param marks what else is known of it: {@code field=close}, {@code up}, {@code n=3}
 */
public record Lexeme(Category category, Map<String, String> marks) {
  public Lexeme {
    marks = Map.copyOf(marks);
  }

  public boolean has(String mark) {
    return marks.containsKey(mark);
  }

  public @Nullable Direction direction() {
    if (has("up")) {
      return Direction.UP;
    }
    return has("down") ? Direction.DOWN : null;
  }

  public @Nullable PriceField field() {
    String field = marks.get("field");
    return field == null ? null : PriceField.valueOf(field.toUpperCase(java.util.Locale.ROOT));
  }

  public @Nullable Integer number() {
    String number = marks.get("n");
    return number == null ? null : Integer.valueOf(number);
  }
}
