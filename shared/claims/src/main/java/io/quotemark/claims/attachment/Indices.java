package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.domain.Issuer;
import org.jspecify.annotations.Nullable;

/** What the name of an index stands for where it stands. */
final class Indices {
  private final Sentence sentence;
  private final Discourse discourse;

  Indices(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
  }

  /** The index, or the companies in it, or what is counted of it. */
  Subject of(int i) {
    return ofMembers(i) ? new Subject(Kind.OTHER, i, null, null) : ofIndex(i);
  }

  /** "S&P 500 companies": what they report is not the index. */
  private boolean ofMembers(int i) {
    return sentence.category(i + 1) == Category.WORD && sentence.get(i + 1).has("members");
  }

  /** An index, but where "short interest on the Nasdaq", "futures for the S&P 500" stand before. */
  private Subject ofIndex(int i) {
    Category before = sentence.category(i - 1);
    if (before == Category.OF
        && sentence.category(i - 2) == Category.STOCK
        && sentence.category(i - 3) != Category.OF) {
      // "shares of Nasdaq": the company of that name
      return new Subject(Kind.STOCK, i - 2, null, null);
    }
    boolean belongs = before == Category.OF || before == Category.IN || before == Category.AT;
    for (int j = i - 2; belongs && j >= Math.max(0, i - 4); j--) {
      switch (sentence.category(j)) {
        case METRIC -> {
          return new Subject(Kind.OTHER, j, null, null);
        }
        case PCT, WORD, MOTION -> {
          // "short interest fell 10 percent on the Nasdaq"
        }
        default -> belongs = false;
      }
    }
    return new Subject(Kind.INDEX, i, name(sentence.get(i)), null);
  }

  /** The index a word of the vocabulary names. */
  private @Nullable Issuer issuer(Chunk chunk) {
    String id = chunk.mark("id");
    return id == null ? null : discourse.index(id);
  }

  Mention name(Chunk chunk) {
    return chunk instanceof Chunk.Name name
        ? name.mention()
        : Mention.name(
            chunk.from(),
            chunk.to(),
            sentence.tokens().printed(chunk.from(), chunk.to() - 1),
            issuer(chunk));
  }
}
