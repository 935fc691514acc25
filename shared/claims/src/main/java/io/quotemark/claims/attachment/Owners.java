package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import org.jspecify.annotations.Nullable;

/** Whose shares a word for shares means. */
public final class Owners {
  /** How far from the word for shares their owner may stand, in chunks. */
  private static final int REACH = 5;

  private final Sentence sentence;
  private final Discourse discourse;

  public Owners(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
  }

  static boolean isName(Category category) {
    return category == Category.ISSUER || category == Category.NAME;
  }

  /** Whose shares: "shares of X", "X's shares", "X shares", "its shares", "the stock". */
  public @Nullable Mention of(int stock) {
    Category next = sentence.category(stock + 1);
    if ((next == Category.FROM || next == Category.BY) && isName(sentence.category(stock + 2))) {
      return sentence.name(stock + 2); // "die Aktie von X", "la capitalizzazione di X"
    }
    Mention behind = next == Category.OF || next == Category.IN ? behind(stock + 2) : null;
    Mention beside = behind == null ? before(stock - 1) : behind;
    if (beside != null) {
      return beside;
    }
    return ofMarket(stock) ? null : referent(stock);
  }

  /** "shares of (X)". */
  private @Nullable Mention behind(int first) {
    for (int i = first; i < Math.min(sentence.size(), first + REACH); i++) {
      if (isName(sentence.category(i))) {
        return sentence.name(i);
      }
      switch (sentence.category(i)) {
        case MOTION, TRADE, COMMA -> {
          return null;
        }
        default -> {
          // look on
        }
      }
    }
    return null;
  }

  /** "X's (shares)", "X's U.S.-listed (shares)". */
  private @Nullable Mention before(int last) {
    for (int i = last; i > Math.max(-1, last - REACH); i--) {
      if (isName(sentence.category(i))) {
        return sentence.name(i);
      }
      switch (sentence.category(i)) {
        case POSSESSIVE, WORD, VENUE, DASH, STOCK, PRICE, TRADE -> {
          // look on
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /** "its shares", "the stock": who was spoken of last, be it a stranger of this sentence. */
  private @Nullable Mention referent(int stock) {
    boolean named = false;
    Mention stranger = null;
    for (int i = 0; i < stock; i++) {
      named |= sentence.category(i) == Category.ISSUER;
      if (sentence.category(i) == Category.NAME && Discourse.isCompany(sentence, i)) {
        stranger = sentence.name(i);
      }
    }
    if (stranger != null && !named) {
      return stranger;
    }
    Mention referent = discourse.referent(sentence.get(stock), named);
    return referent == null ? nearestIssuer(stock) : referent;
  }

  /** "stocks rose", "European shares fell": the market's, nobody's own. */
  private boolean ofMarket(int stock) {
    Category before = sentence.category(stock - 1);
    boolean own = before == Category.ITS || before == Category.POSSESSIVE;
    if (sentence.get(stock).has("market")) {
      return !own;
    }
    int place = stock - 1;
    boolean venue =
        before == Category.VENUE
            && !sentence
                .tokens()
                .printed(sentence.get(place).from(), sentence.get(place).to() - 1)
                .contains("-");
    boolean opens =
        switch (sentence.category(place - 1)) {
          case STOP, BUT, AND, COMMA, SEMICOLON -> true;
          default -> false;
        };
    return venue && opens && sentence.get(place).skipped().isEmpty() && !sentence.caseless();
  }

  /** The first company of the sentence before the chunk, else who the article last spoke of. */
  private @Nullable Mention nearestIssuer(int before) {
    for (int i = 0; i < before; i++) {
      if (sentence.category(i) == Category.ISSUER) {
        return sentence.name(i);
      }
    }
    if (discourse.issuer() != null) {
      return discourse.issuer();
    }
    for (int i = 0; i < before; i++) {
      if (sentence.category(i) == Category.NAME) {
        return sentence.name(i);
      }
    }
    return discourse.only(sentence);
  }
}
