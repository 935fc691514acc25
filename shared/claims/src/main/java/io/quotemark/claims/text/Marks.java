package io.quotemark.claims.text;

import java.util.Set;

/**
 * Words by which a text is cut, all in lower case but the suffixes.
 *
 * @param neverLast words with a dot behind which no sentence ends: titles, months
 * @param maybeLast words with a dot behind which one ends where the next word opens one: "Inc."
 * @param openers words that open a sentence rather than go on with a name
 * @param afterOrdinal words before which a number with a dot is an ordinal: "am 5. Mai"
 * @param unfinished words that no sentence ends with
 * @param glued words that some pages print with no space behind a Reuters code: "ABCD.Orose"
 * @param suffixes the exchange part of such a code
 */
public record Marks(
    Set<String> neverLast,
    Set<String> maybeLast,
    Set<String> openers,
    Set<String> afterOrdinal,
    Set<String> unfinished,
    Set<String> glued,
    Set<String> suffixes) {
  /** No words at all. */
  public static final Marks NONE =
      new Marks(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Marks {
    neverLast = Set.copyOf(neverLast);
    maybeLast = Set.copyOf(maybeLast);
    openers = Set.copyOf(openers);
    afterOrdinal = Set.copyOf(afterOrdinal);
    unfinished = Set.copyOf(unfinished);
    glued = Set.copyOf(glued);
    suffixes = Set.copyOf(suffixes);
  }
}
