package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Vocabulary.Link;
import io.quotemark.claims.text.Tokens;

/** The sign printed before an amount: "-0.82%", "(- 3,76 Prozent", "+8.5%", "minus 3 percent". */
final class Signs {
  private final Tokens tokens;
  private final Vocabulary words;

  Signs(Tokens tokens, Vocabulary words) {
    this.tokens = tokens;
    this.words = words;
  }

  /** -1 or +1 where a sign stands right before the token, else 0. */
  int before(int token) {
    int sign = token - 1;
    if (sign < 0) {
      return 0;
    }
    return switch (tokens.get(sign).lower()) {
      case "+" -> 1;
      case "-", "–" -> isSign(sign, token) ? -1 : 0;
      case "(" -> negativeBracket(token) ? -1 : 0;
      default -> word(token);
    };
  }

  /** A dash is a sign where it is joined to its number and to nothing before, or in a bracket. */
  private boolean isSign(int dash, int token) {
    if (dash == 0) {
      return true;
    }
    String previous = tokens.get(dash - 1).lower();
    boolean opens = previous.equals("(") || previous.equals("/") || previous.equals(";");
    return opens || (tokens.spaceBefore(dash) && !tokens.spaceBefore(token));
  }

  /** "(3.4)%" in accounts. */
  private boolean negativeBracket(int token) {
    return tokens.is(token + 1, ")") && tokens.is(token + 2, "%") && !tokens.spaceBefore(token + 2);
  }

  private int word(int token) {
    if (words.linkEndsAt(Link.MINUS, tokens, token)) {
      return -1;
    }
    return words.linkEndsAt(Link.PLUS, tokens, token) ? 1 : 0;
  }
}
