package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Modality;
import io.quotemark.domain.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What all claims of a text have in common when they are drafted. */
final class Drafting {
  private static final int LONG_MONTHS = 3;

  private final Span.Part part;
  private final Tokens tokens;
  private final @Nullable LocalDate published;

  /**
   * @param published the article's day, null where it is not known
   */
  Drafting(Span.Part part, Tokens tokens, @Nullable LocalDate published) {
    this.part = part;
    this.tokens = tokens;
    this.published = published;
  }

  /** Whether a day lies so far before the article that no rate of then is one of its days. */
  boolean longBefore(LocalDate day) {
    return published == null || day.isBefore(published.minusMonths(LONG_MONTHS));
  }

  /** A claim that reads from the first to the last of the items given. */
  Claim.Builder claim(ClaimKind kind, Row row, Hit hit, int firstItem, int lastItem) {
    int from = tokens.get(row.get(firstItem).from()).start();
    int to = tokens.get(row.get(lastItem).to() - 1).end();
    return Claim.of(kind, tokens.offsets().span(part, from, to))
        .rule(hit.rule().name())
        .modality(modality(row, firstItem));
  }

  /** A claim on a figure: its words run from the anchor to the figure. */
  Claim.Builder figure(ClaimKind kind, Row row, Hit hit) {
    int anchor = hit.anchor() < 0 ? hit.value() : hit.anchor();
    return claim(kind, row, hit, Math.min(anchor, hit.value()), Math.max(anchor, hit.value()));
  }

  Draft draft(Claim.Builder claim, ClaimKind kind, Subject subject, Row row, Hit hit) {
    return new Draft(
        claim.kind(kind).subject(subject.printed()),
        kind,
        subject,
        row.get(hit.start()).from(),
        row.get(hit.end() - 1).to());
  }

  /** Forecast where a word such as "could" or "expected" governs the verb. */
  private static Modality modality(Row row, int item) {
    return supposed(row, item) ? Modality.FORECAST : governed(row, item);
  }

  /** "That assumes the shares hit $53": all of the clause is a supposition. */
  private static boolean supposed(Row row, int item) {
    for (int i = item - 1; i >= 0; i--) {
      switch (row.symbol(i)) {
        case COMMA, SEMICOLON, BUT -> {
          return false;
        }
        case MODAL -> {
          return row.get(i).has("clause");
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** "(analysts) expect X's shares (to rise)". */
  private static boolean expected(Row row, int before) {
    for (int i = before; i >= Math.max(0, before - 5); i--) {
      switch (row.symbol(i)) {
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

  private static Modality governed(Row row, int item) {
    for (int i = item - 1; i >= Math.max(0, item - 2); i--) {
      switch (row.symbol(i)) {
        case MODAL -> {
          return Modality.FORECAST;
        }
        case TO -> {
          if (i == item - 1 && expected(row, i - 1)) {
            return Modality.FORECAST;
          }
          if (i > 0 && row.symbol(i - 1) == io.quotemark.claims.statements.lattice.Symbol.MODAL) {
            return Modality.FORECAST;
          }
        }
        default -> {
          if (row.symbol(i) != io.quotemark.claims.statements.lattice.Symbol.WORD) {
            return Modality.ASSERTED;
          }
        }
      }
    }
    return Modality.ASSERTED;
  }
}
