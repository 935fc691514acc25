package io.quotemark.claims.statements.lattice;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.statements.time.TimeExpression;
import org.jspecify.annotations.Nullable;

/**
 * One step of a sentence as the rules see it.
 *
 * @param from its first token
 * @param to the token behind its last
 * @param lexeme for words of the trade
 * @param amount for amounts
 * @param name for issuers, indices and unknown names
 * @param time for expressions of time
 * @param skipped the words left out right before it, lower case, each followed by its marks
 */
public record Item(
    Symbol symbol,
    int from,
    int to,
    @Nullable Lexeme lexeme,
    @Nullable FoundAmount amount,
    @Nullable Mentioned name,
    @Nullable TimeExpression time,
    String skipped) {

  public boolean has(String mark) {
    return lexeme != null && lexeme.has(mark);
  }

  /** Whether a word left out right before it bears the mark: "at times" is {@code peak}. */
  public boolean skippedHas(String mark) {
    return skipped.contains("#" + mark + " ");
  }
}
