package io.quotemark.claims.amounts;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers that print no unit, read as the rest of the text prints its numbers. */
public final class PlainNumbers {
  private final Quantities quantities;
  private final Vocabulary words;
  private final Tokens tokens;

  /** A currency's word up to token {@code end}, with its ISO code. */
  public record CurrencyWord(String code, int end) {}

  /**
   * A number on tokens {@code [first, end)}.
   *
   * @param value the scale applied
   * @param step one unit of the last printed digit, the scale applied
   * @param scaled whether a word or letter multiplies it
   */
  public record Plain(int first, int end, BigDecimal value, BigDecimal step, boolean scaled) {}

  public PlainNumbers(Tokens tokens, Language language) {
    this.words = Vocabulary.of(language.code());
    this.tokens = tokens;
    this.quantities = new Quantities(tokens, words, NumberStyle.of(tokens, words));
  }

  /** The currency whose word or code begins at the token; null where none does, or several may. */
  public @Nullable CurrencyWord currencyAt(int token) {
    Phrases.Hit<Unit> hit = words.behind.longest(tokens, token);
    if (hit == null || !hit.value().isMoney()) {
      return null;
    }
    Denomination currency = hit.value().currency();
    String code = currency == null ? null : currency.code();
    if (code == null && currency instanceof Denomination.Shared shared) {
      code = Currencies.of(shared, words.language()).usual();
    }
    return code == null ? null : new CurrencyWord(code, hit.end());
  }

  /** The number in digits that begins at the token; null where none does, or a fraction. */
  public @Nullable Plain at(int token) {
    Quantity quantity = quantities.inDigits(token);
    return quantity == null || quantity.fraction()
        ? null
        : new Plain(
            quantity.first(),
            quantity.end(),
            quantity.scaledValue(),
            quantity.scaledStep(),
            quantity.power() != 0);
  }
}
