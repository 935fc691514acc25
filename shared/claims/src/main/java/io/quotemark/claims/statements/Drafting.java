package io.quotemark.claims.statements;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimBuilder;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Modality;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What all claims of a text have in common when they are drafted. */
public final class Drafting {
  private static final int LONG_MONTHS = 3;

  private final Span.Part part;
  private final Tokens tokens;
  private final @Nullable LocalDate published;

  /**
   * @param published the article's day, null where it is not known
   */
  public Drafting(Span.Part part, Tokens tokens, @Nullable LocalDate published) {
    this.part = part;
    this.tokens = tokens;
    this.published = published;
  }

  /** The article's day, null where it is not known. */
  @Nullable LocalDate published() {
    return published;
  }

  /** Whether a day lies so far before the article that no rate of then is one of its days. */
  boolean longBefore(LocalDate day) {
    return published == null || day.isBefore(published.minusMonths(LONG_MONTHS));
  }

  /** A claim that reads from the first to the last of the chunks given. */
  ClaimBuilder claim(ClaimKind kind, Sentence sentence, Match match, int firstItem, int lastItem) {
    int from = tokens.get(sentence.get(firstItem).from()).start();
    int to = tokens.get(sentence.get(lastItem).to() - 1).end();
    boolean supposed = supposed(sentence, firstItem);
    Modality modality =
        supposed || foretoldBehind(sentence, lastItem)
            ? Modality.FORECAST
            : governed(sentence, firstItem);
    boolean foretold = modality == Modality.FORECAST && !supposed && kind.checkable();
    return Claim.of(foretold ? ClaimKind.FORECAST : kind, tokens.offsets().span(part, from, to))
        .rule(match.rule().name())
        .modality(modality);
  }

  /** A claim of the tokens {@code [from, to)}, which say what is so whatever may come. */
  ClaimBuilder printed(ClaimKind kind, Match match, int from, int to) {
    return Claim.of(
            kind, tokens.offsets().span(part, tokens.get(from).start(), tokens.get(to - 1).end()))
        .rule(match.rule().name());
  }

  /** A claim on a figure: its words run from the anchor to the figure. */
  ClaimBuilder figure(ClaimKind kind, Sentence sentence, Match match) {
    int anchor = match.anchor() < 0 ? match.value() : match.anchor();
    return claim(
        kind, sentence, match, Math.min(anchor, match.value()), Math.max(anchor, match.value()));
  }

  /**
   * @param kind what the claim is, unless its words foretell it
   */
  Draft draft(ClaimBuilder claim, ClaimKind kind, Subject subject, Sentence sentence, Match match) {
    return new Draft(
        claim.kind(foretold(claim, kind) ? ClaimKind.FORECAST : kind).subject(subject.printed()),
        subject,
        sentence.get(match.start()).from(),
        sentence.get(match.end() - 1).to());
  }

  private static boolean foretold(ClaimBuilder claim, ClaimKind kind) {
    return kind.checkable()
        && kind != ClaimKind.FX_PAIR
        && claim.build().kind() == ClaimKind.FORECAST;
  }

  /** "9,000円に上昇すると予想": the word stands behind its verb. */
  private static boolean foretoldBehind(Sentence sentence, int item) {
    int i = item + 1;
    while (sentence.caseless() && i <= item + 2 && sentence.category(i) == Category.WORD) {
      i++;
    }
    return sentence.caseless() && sentence.category(i) == Category.MODAL;
  }

  /** "That assumes the shares hit $53": all of the clause is a supposition. */
  private static boolean supposed(Sentence sentence, int item) {
    for (int i = item - 1; i >= 0; i--) {
      switch (sentence.category(i)) {
        case COMMA, SEMICOLON, BUT -> {
          return false;
        }
        case MODAL -> {
          return sentence.get(i).has("clause");
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** "(analysts) expect X's shares (to rise)". */
  private static boolean expected(Sentence sentence, int before) {
    for (int i = before; i >= Math.max(0, before - 5); i--) {
      switch (sentence.category(i)) {
        case MODAL -> {
          return true;
        }
        case STOCK, ISSUER, NAME, INDEX, POSSESSIVE, ITS, OF, PRONOUN, CURRENCY -> {
          // the subject of the infinitive
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** Forecast where a word such as "could" or "expected" governs the verb. */
  private static Modality governed(Sentence sentence, int item) {
    for (int i = item - 1; i >= Math.max(0, item - 2); i--) {
      switch (sentence.category(i)) {
        case MODAL -> {
          return Modality.FORECAST;
        }
        case TO -> {
          if (i == item - 1 && expected(sentence, i - 1)) {
            return Modality.FORECAST;
          }
          if (i > 0 && sentence.category(i - 1) == Category.MODAL) {
            return Modality.FORECAST;
          }
        }
        default -> {
          if (sentence.category(i) != Category.WORD) {
            return Modality.ASSERTED;
          }
        }
      }
    }
    return Modality.ASSERTED;
  }
}
