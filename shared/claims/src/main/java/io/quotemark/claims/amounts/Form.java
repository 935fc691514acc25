package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * How a phrase must be printed to count.
 *
 * @param joined no blank between it and its number
 * @param capitals all its letters are capitals
 * @param exact the very letters, null where case does not matter
 */
public record Form(boolean joined, boolean capitals, @Nullable String exact) {
  static final Form ANY = new Form(false, false, null);

  /**
   * The flags behind a place in a data file: {@code ^} joined, {@code !} capitals, {@code =} exact.
   */
  static Form of(String place, String phrase) {
    boolean sign = phrase.indexOf('$') >= 0 && hasLetter(phrase);
    boolean exact = place.contains("=") || sign;
    return new Form(place.contains("^"), place.contains("!"), exact ? phrase : null);
  }

  private static boolean hasLetter(String phrase) {
    for (int i = 0; i < phrase.length(); i++) {
      if (Character.isLetter(phrase.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether tokens {@code [first, end)} are printed so; the number stands before or behind them.
   */
  boolean fits(Tokens tokens, int first, int end, boolean numberBehind) {
    if (joined && tokens.spaceBefore(numberBehind ? end : first)) {
      return false;
    }
    if (!capitals && exact == null) {
      return true;
    }
    String printed = tokens.printed(first, end - 1);
    return (exact == null || printed.equals(exact))
        && (!capitals || printed.chars().noneMatch(Character::isLowerCase));
  }
}
