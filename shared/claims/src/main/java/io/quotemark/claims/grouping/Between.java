package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;

/**
 * What stands between two chunks of a sentence, counted once for all its companies and figures: the
 * sums up to each chunk, whose differences are the counts.
 */
final class Between {
  private final Sentence sentence;
  private final int[] borders;
  private final int[] names;
  private final int[] motions;

  private Between(Sentence sentence) {
    this.sentence = sentence;
    this.borders = new int[sentence.size() + 1];
    this.names = new int[sentence.size() + 1];
    this.motions = new int[sentence.size() + 1];
  }

  static Between of(Sentence sentence) {
    Between out = new Between(sentence);
    for (int k = 0; k < sentence.size(); k++) {
      Category category = sentence.category(k);
      boolean name = category == Category.ISSUER || category == Category.NAME;
      out.borders[k + 1] = out.borders[k] + (isBorder(category) ? 1 : 0);
      out.names[k + 1] = out.names[k] + (name ? 1 : 0);
      out.motions[k + 1] = out.motions[k] + (category == Category.MOTION ? 1 : 0);
    }
    return out;
  }

  boolean isOf(Sentence other) {
    return sentence.equals(other);
  }

  /** Words that begin another clause; the two chunks, in either order, do not count. */
  int borders(int one, int other) {
    return count(borders, one, other);
  }

  /** Names of companies and of others. */
  int names(int one, int other) {
    return count(names, one, other);
  }

  /** Verbs of moves. */
  int motions(int one, int other) {
    return count(motions, one, other);
  }

  private static int count(int[] sums, int one, int other) {
    int from = Math.min(one, other) + 1;
    return sums[Math.max(from, Math.max(one, other))] - sums[from];
  }

  private static boolean isBorder(Category category) {
    return switch (category) {
      case BUT, SEMICOLON, WHICH, AND, SAY -> true;
      default -> false;
    };
  }
}
