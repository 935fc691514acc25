package io.quotemark.claims.chunks;

import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.text.Tokens;
import java.util.List;

/**
 * "S&P 500 energy index", "Dow Jones U.S. autos and parts index", "the S&P's financial sector": an
 * index of its own, which the first words do not name.
 */
final class Sectors {
  /** How many chunks the words of a sector may take. */
  private static final int LONGEST = 5;

  private Sectors() {}

  /** Joins the chunks of each such name into one index that nobody knows. */
  static void join(Tokens tokens, List<Chunk> chunks) {
    for (int end = 2; end < chunks.size(); end++) {
      int start = ends(chunks.get(end)) ? start(chunks, end) : -1;
      if (start >= 0) {
        Chunk first = chunks.get(start);
        int from = first.from();
        int to = chunks.get(end).to();
        Mention name = Mention.unknown(from, to, tokens.printed(from, to - 1));
        chunks.set(start, new Chunk.Name(Category.INDEX, from, to, name, first.skipped()));
        chunks.subList(start + 1, end + 1).clear();
        end = start + 1;
      }
    }
  }

  private static boolean ends(Chunk chunk) {
    boolean generic = chunk.category() == Category.INDEX && chunk instanceof Chunk.Term;
    return (generic && !chunk.has("id")) || chunk.has("sector") || chunk.has("survey");
  }

  /** The index whose name is printed before the words of the sector; −1 where none is. */
  private static int start(List<Chunk> chunks, int end) {
    boolean words = chunks.get(end).has("survey");
    for (int i = end - 1; i >= Math.max(0, end - LONGEST); i--) {
      if (!chunks.get(i + 1).skipped().isEmpty()) {
        return -1; // "the S&P 500, while the index": another noun begins
      }
      if (chunks.get(i).has("survey")) {
        return -1; // an index of home prices bears its maker's name as well
      }
      switch (chunks.get(i).category()) {
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
