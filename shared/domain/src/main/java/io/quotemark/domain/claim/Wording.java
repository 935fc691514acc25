package io.quotemark.domain.claim;

/**
 * How a statement is worded: what tells how surely it was read as it was meant. Known where a claim
 * is found, not stored with it.
 *
 * @param sentence its number in the title or the text
 * @param naming how the sentence names what the figure is about
 * @param between items of the sentence between that name and the figure
 * @param names companies, indices and currencies that the sentence names
 * @param figures amounts and numbers of the sentence
 * @param statements claims that the sentence makes
 * @param times times, dates and stretches of time that the sentence names
 * @param stretches those of them that are stretches of time: "this week", "five-month"
 * @param words tokens of the sentence
 * @param offHours whether it speaks of trading outside the session
 * @param supposed whether it speaks of what might be
 */
public record Wording(
    int sentence,
    Naming naming,
    int between,
    int names,
    int figures,
    int statements,
    int times,
    int stretches,
    int words,
    boolean offHours,
    boolean supposed) {
  /** Of a claim that was read back from where it is stored. */
  public static final Wording UNKNOWN =
      new Wording(-1, Naming.UNKNOWN, 0, 0, 0, 0, 0, 0, 0, false, false);

  /** How a sentence names whom it speaks of, the surest first. */
  public enum Naming {
    /** A ticker in brackets or by itself. */
    TICKER,
    /** "X shares", "shares of X", an index or a currency by its name. */
    NAMED,
    /** The company's name alone. */
    COMPANY,
    /** "its shares", "the stock": whose is told elsewhere. */
    REFERENCE,
    /** Nothing in the sentence: carried over from one before. */
    CARRIED,
    UNKNOWN
  }
}
