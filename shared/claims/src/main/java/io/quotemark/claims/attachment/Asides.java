package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;

/** What commas and dashes set apart between a subject and its verb. */
final class Asides {
  private Asides() {}

  /** Where to go on looking when the verb follows "X, which …,"; else the verb itself. */
  static int before(Sentence sentence, int anchor) {
    int i = anchor - 1;
    while (isWhen(sentence.category(i))) {
      i--;
    }
    if (sentence.category(i) == Category.DASH) {
      for (int j = i - 1; j > 0; j--) {
        if (sentence.category(j) == Category.DASH) {
          return j - 1;
        }
      }
    }
    if (sentence.category(i) != Category.COMMA) {
      return anchor;
    }
    if (i == anchor - 1 && listed(sentence, i - 1, anchor)) {
      return i - 1;
    }
    for (int j = i - 1; j > 0; j--) {
      if (sentence.category(j) == Category.COMMA
          && names(sentence.category(j - 1))
          && sentence.category(j + 1) != Category.AND) {
        return j - 1;
      }
      if (sentence.category(j) == Category.SEMICOLON) {
        break;
      }
    }
    return anchor;
  }

  /** "X (X.N), up 3 percent at $9, and Y (Y.N), up 2 percent": each with its own figure. */
  private static boolean listed(Sentence sentence, int name, int anchor) {
    Category before = sentence.category(name - 1);
    Mention company = Owners.isName(sentence.category(name)) ? sentence.name(name) : null;
    boolean tagged = company != null && company.listing() != null;
    boolean item = before == Category.AND || before == Category.COMMA || tagged;
    return company != null
        && item
        && before != Category.OF
        && sentence.get(anchor).has("bare")
        && sentence.get(anchor).skipped().isEmpty();
  }

  private static boolean names(Category category) {
    return switch (category) {
      case STOCK, INDEX, ISSUER, NAME, CURRENCY -> true;
      default -> false;
    };
  }

  /** Whether words of it say when or where, between a subject and its verb. */
  static boolean isWhen(Category category) {
    return switch (category) {
      case TIME, HOURS, VENUE, IN, AT -> true;
      default -> false;
    };
  }
}
