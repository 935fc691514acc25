package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.domain.listing.Issuer;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the name of an index, or a word for one, stands for where it stands. */
final class Indices {
  /** How sure it is that "the index" is the one spoken of last. */
  private static final double REFERRED = 0.93;

  /** The same where the sentence before speaks of several. */
  private static final double ONE_OF_SEVERAL = 0.85;

  private final Sentence sentence;
  private final Discourse discourse;

  Indices(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
  }

  /** The index, or the companies in it, or what is counted of it. */
  Subject of(int i) {
    if (ofMembers(i)) {
      return new Subject(Kind.OTHER, i, null, null);
    }
    if (isGeneric(i) && isNamed(i + 1)) {
      return of(i + 1); // "a 3 percent fall in the benchmark X"
    }
    Subject referred = isBare(i) ? referred(i) : null;
    return referred == null ? ofIndex(i) : referred;
  }

  /** Whom "the index" means: the index or survey spoken of last, null where of none known. */
  private @Nullable Subject referred(int i) {
    Discourse.Indexed last = said(i);
    if (last == null) {
      last = discourse.indexed();
    }
    if (last == null) {
      return null;
    }
    Issuer issuer = last.issuer();
    Chunk chunk = sentence.get(i);
    return switch (last.kind()) {
      case SURVEY -> new Subject(Kind.OTHER, i, null, null);
      case STRANGER -> null;
      case KNOWN, SEVERAL ->
          issuer == null
              ? null
              : new Subject(
                  Kind.INDEX,
                  i,
                  new Mention(
                      chunk.from(),
                      chunk.to(),
                      sentence.tokens().printed(chunk.from(), chunk.to() - 1),
                      issuer,
                      Mention.Kind.REFERENCE,
                      null,
                      last.kind() == Discourse.Indexed.Kind.KNOWN ? REFERRED : ONE_OF_SEVERAL),
                  null);
    };
  }

  /** What the sentence says of indices and surveys; null where nothing. */
  Discourse.@Nullable Indexed said() {
    return said(sentence.size());
  }

  private Discourse.@Nullable Indexed said(int before) {
    Discourse.Indexed last = null;
    for (int i = 0; i < before; i++) {
      Discourse.Indexed one = indexed(i);
      boolean again = last != null && one != null && Objects.equals(last.issuer(), one.issuer());
      boolean several = !again && last != null && last.issuer() != null && one != null;
      if (one != null) {
        boolean known = one.kind() == Discourse.Indexed.Kind.KNOWN;
        last =
            several && known
                ? new Discourse.Indexed(Discourse.Indexed.Kind.SEVERAL, one.issuer())
                : one;
      }
    }
    return last;
  }

  private Discourse.@Nullable Indexed indexed(int i) {
    Chunk chunk = sentence.get(i);
    if (chunk.has("survey")) {
      return new Discourse.Indexed(Discourse.Indexed.Kind.SURVEY, null);
    }
    if (chunk.category() != Category.INDEX || isBare(i) || (isGeneric(i) && isNamed(i + 1))) {
      return null;
    }
    Issuer issuer = name(chunk).issuer();
    return new Discourse.Indexed(
        issuer == null ? Discourse.Indexed.Kind.STRANGER : Discourse.Indexed.Kind.KNOWN, issuer);
  }

  /** A word for any index: "index", "the benchmark". */
  private boolean isGeneric(int i) {
    Chunk chunk = sentence.get(i);
    return chunk instanceof Chunk.Term
        && chunk.category() == Category.INDEX
        && chunk.mark("id") == null
        && !chunk.has("joined")
        && chunk.has("generic");
  }

  private boolean isNamed(int i) {
    return sentence.category(i) == Category.INDEX
        && !isGeneric(i)
        && sentence.get(i).skipped().isEmpty();
  }

  /** "the index", with no word that says which. */
  private boolean isBare(int i) {
    if (!isGeneric(i)) {
      return false;
    }
    int from = sentence.get(i).from();
    Set<String> articles = sentence.language().words(WordGroup.ROLE_ARTICLE);
    boolean definite =
        articles.contains(sentence.tokens().get(from).lower())
            || (from > 0 && articles.contains(sentence.tokens().get(from - 1).lower()));
    return definite && sentence.category(i + 1) != Category.OF;
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
