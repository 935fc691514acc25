package io.quotemark.claims.chunks;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as a list of chunks.
 *
 * @param number which one of the text it is
 * @param letters one {@link Category#letter()} for each chunk
 * @param language whose words are used
 */
public record Sentence(
    Tokens tokens, int number, List<Chunk> chunks, String letters, Language language) {

  public Sentence {
    chunks = List.copyOf(chunks);
  }

  static Sentence of(Tokens tokens, int number, List<Chunk> chunks, Language language) {
    StringBuilder letters = new StringBuilder(chunks.size());
    for (Chunk chunk : chunks) {
      letters.append(chunk.category().letter());
    }
    return new Sentence(tokens, number, chunks, letters.toString(), language);
  }

  /** Whether names carry no capitals. */
  public boolean caseless() {
    return language.caseless();
  }

  /**
   * Whether a sentence of Chinese or Japanese, where names have no capitals, speaks of a share or
   * an index somewhere.
   */
  public boolean tradesByContext() {
    return caseless()
        && chunks.stream()
            .anyMatch(chunk ->
                switch (chunk.category()) {
                  case STOCK, PRICE, LIMIT, TRADE, INDEX -> true;
                  default -> false;
                });
  }

  public Chunk get(int chunk) {
    return chunks.get(chunk);
  }

  public int size() {
    return chunks.size();
  }

  /** The category of the chunk, {@link Category#STOP} beyond either end. */
  public Category category(int chunk) {
    // asked for more often than anything else: from the letters, without asking the chunk
    return chunk < 0 || chunk >= letters.length()
        ? Category.STOP
        : Category.of(letters.charAt(chunk));
  }

  /** The amount the chunk is; null where it is none. */
  public @Nullable FoundAmount amount(int chunk) {
    return get(chunk) instanceof Chunk.Amount amount ? amount.amount() : null;
  }

  /** Whether the chunk is too large a sum, or printed with a scale, to be a share price. */
  public boolean isLargeSum(int chunk) {
    return get(chunk) instanceof Chunk.Amount amount && amount.isLargeSum();
  }

  /** Whether it is a sum with an article: "perdió los 4 euros" names a price, no move. */
  public boolean isDefinite(int chunk) {
    return chunk >= 0
        && category(chunk) == Category.MONEY
        && !isLargeSum(chunk)
        && get(chunk).skippedHas("definite");
  }

  /** The expression of time the chunk is; null where it is none. */
  public @Nullable TimeExpression time(int chunk) {
    return get(chunk) instanceof Chunk.Time time ? time.time() : null;
  }

  /** The company, index or currency that the chunk names; null where it names none. */
  public @Nullable Mention name(int chunk) {
    return get(chunk) instanceof Chunk.Name name ? name.mention() : null;
  }

  /** Whether a word of the group was left out right before the chunk. */
  public boolean isBehind(int chunk, WordGroup group) {
    Skipped skipped = get(chunk).skipped();
    for (String word : language.words(group)) {
      if (skipped.holds(word)) {
        return true;
      }
    }
    return false;
  }

  /** How many chunks begin before the token: chunks stand in the order of the text. */
  public int chunksBefore(int token) {
    int low = 0;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunks.get(middle).from() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The words of the chunk as printed. */
  public String printed(int chunk) {
    return tokens.printed(get(chunk).from(), get(chunk).to() - 1);
  }
}
