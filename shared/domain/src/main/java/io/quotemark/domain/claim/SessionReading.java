package io.quotemark.domain.claim;

import java.math.BigDecimal;

/**
 * A session that a claim can be read of, and what speaks for it.
 *
 * @param words as printed; empty where no word of the sentence names it
 * @param session that they point at
 * @param plausibility 0 to 1: how likely it is meant, among all that the words may mean
 * @param signs what the reading rests on, parted by blanks
 */
public record SessionReading(
    String words, SessionWords session, BigDecimal plausibility, String signs) {
  /** Where the words stand, seen from those of the figure: before, within or behind. */
  public String place() {
    String first = signs.contains(" ") ? signs.substring(0, signs.indexOf(' ')) : signs;
    return first.substring(first.indexOf(':') + 1);
  }
}
