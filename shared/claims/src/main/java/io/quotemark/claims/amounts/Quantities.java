package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Vocabulary.Link;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Numbers with their scales: "53 billion", "200 lakh crore", "3億5000万", "3700余万". */
final class Quantities {
  private static final int MOST_SCALES = 3;
  private static final int MOST_PARTS = 3;

  private final Tokens tokens;
  private final Vocabulary words;
  private final DigitNumbers digits;
  private final WordNumbers spelled;

  Quantities(Tokens tokens, Vocabulary words, NumberStyle style) {
    this.tokens = tokens;
    this.words = words;
    this.digits = new DigitNumbers(tokens, style);
    this.spelled = new WordNumbers(tokens, words);
  }

  /** The quantity in digits that begins at the token. */
  @Nullable Quantity inDigits(int first) {
    Quantity number = digits.at(first);
    return number == null ? null : composite(scaled(number));
  }

  /** The quantity in digits or words that begins at the token. */
  @Nullable Quantity at(int first) {
    Quantity quantity = inDigits(first);
    if (quantity != null) {
      return quantity;
    }
    Quantity number = spelled.at(first);
    return number == null ? null : composite(scaled(number));
  }

  private Quantity scaled(Quantity number) {
    int end = number.end();
    int power = 0;
    boolean more = false;
    for (int i = 0; i < MOST_SCALES; i++) {
      int from = some(end);
      int hyphen = hyphenJoined(from) ? from + 1 : from;
      Phrases.Hit<Integer> scale = sameSentence(number, hyphen) ? scaleAt(hyphen) : null;
      if (scale == null || (i > 0 && !mayFollow(scale))) {
        more |= from > end;
        end = from;
        break;
      }
      more |= from > end;
      power += scale.value();
      end = scale.end();
    }
    return number.scaled(end, power, more);
  }

  private Phrases.@Nullable Hit<Integer> scaleAt(int token) {
    return token < tokens.size() ? words.scales.longest(tokens, token) : null;
  }

  /** A scale behind a scale multiplies only where both are words or CJK: "thousand billion". */
  private boolean mayFollow(Phrases.Hit<Integer> scale) {
    Token token = tokens.get(scale.first());
    return token.kind() == Token.Kind.CJK || token.length() >= 4;
  }

  /** Behind 余 and its like, where they stand inside the number. */
  private int some(int token) {
    if (token >= tokens.size() || tokens.get(token).kind() != Token.Kind.CJK) {
      return token;
    }
    int end = words.linkEnd(Link.SOME, tokens, token);
    return end > 0 && end < tokens.size() ? end : token;
  }

  /** Whether the token is a hyphen with no blank around it. */
  boolean hyphenJoined(int token) {
    return token + 1 < tokens.size()
        && tokens.is(token, "-")
        && !tokens.spaceBefore(token)
        && !tokens.spaceBefore(token + 1)
        && tokens.get(token + 1).isWord();
  }

  private boolean sameSentence(Quantity number, int token) {
    return token < tokens.size() && tokens.sentenceOf(token) == tokens.sentenceOf(number.first());
  }

  /** Parts of falling scale printed one behind the other. */
  private Quantity composite(Quantity head) {
    Quantity whole = head;
    int power = head.power();
    for (int i = 1; i < MOST_PARTS && power >= 3 && continues(whole.end()); i++) {
      Quantity number = numberAt(whole.end());
      if (number == null || number.fraction()) {
        break;
      }
      Quantity part = scaled(number);
      if (part.scaledValue().precision() - part.scaledValue().scale() > power
          || part.power() >= power) {
        break;
      }
      power = part.power();
      whole = whole.plus(part);
    }
    return whole;
  }

  private @Nullable Quantity numberAt(int token) {
    Quantity number = digits.at(token);
    return number != null ? number : spelled.at(token);
  }

  private boolean continues(int next) {
    if (next >= tokens.size()) {
      return false;
    }
    Token scale = tokens.get(next - 1);
    int blanks = tokens.get(next).start() - scale.end();
    boolean hangul = words.isLink(Link.SPACED, tokens, next - 1);
    return scale.kind() == Token.Kind.CJK && (blanks == 0 || (blanks == 1 && hangul));
  }
}
