package io.quotemark.claims.statements.lattice;

import io.quotemark.claims.text.Tokens;
import java.util.List;

/**
 * "S&P 500 energy index", "Dow Jones U.S. autos and parts index", "the S&P's financial sector": an
 * index of its own, which the first words do not name.
 */
final class Sectors {
  /** How many items the words of a sector may take. */
  private static final int LONGEST = 5;

  private Sectors() {}

  /** Joins the items of each such name into one index that nobody knows. */
  static void join(Tokens tokens, List<Item> items, StringBuilder letters) {
    for (int end = 2; end < items.size(); end++) {
      int start = ends(items.get(end)) ? start(items, end) : -1;
      if (start >= 0) {
        Item first = items.get(start);
        int to = items.get(end).to();
        Mentioned name = Mentioned.unknown(first.from(), to, tokens.printed(first.from(), to - 1));
        items.set(
            start,
            new Item(Symbol.INDEX, first.from(), to, null, null, name, null, first.skipped()));
        items.subList(start + 1, end + 1).clear();
        letters.delete(start + 1, end + 1);
        end = start + 1;
      }
    }
  }

  private static boolean ends(Item item) {
    boolean generic = item.symbol() == Symbol.INDEX && item.lexeme() != null;
    return (generic && item.name() == null && !item.has("id")) || item.has("sector");
  }

  /** The index whose name is printed before the words of the sector; −1 where none is. */
  private static int start(List<Item> items, int end) {
    boolean words = false;
    for (int i = end - 1; i >= Math.max(0, end - LONGEST); i--) {
      Item item = items.get(i);
      if (!items.get(i + 1).skipped().isEmpty()) {
        return -1; // "the S&P 500, while the index": another noun begins
      }
      switch (item.symbol()) {
        case INDEX -> {
          return words ? i : -1;
        }
        case WORD, STOCK, COMMODITY, METRIC, VENUE -> words = true;
        case AND, POSSESSIVE -> {
          // "oil and gas", "the S&P's energy index"
        }
        default -> {
          return -1;
        }
      }
    }
    return -1;
  }
}
