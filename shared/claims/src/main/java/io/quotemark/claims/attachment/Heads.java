package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.discourse.Subject.Kind;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.domain.listing.Issuer;
import org.jspecify.annotations.Nullable;

/** What a chunk stands for as the head of a noun phrase. */
final class Heads {
  private final Sentence sentence;
  private final Discourse discourse;
  private final Owners owners;
  private final Indices indices;

  Heads(Sentence sentence, Discourse discourse) {
    this.sentence = sentence;
    this.discourse = discourse;
    this.owners = new Owners(sentence, discourse);
    this.indices = new Indices(sentence, discourse);
  }

  /** What the chunk is about as a subject; null where it is the head of no subject. */
  @Nullable Subject at(int i) {
    Chunk chunk = sentence.get(i);
    return switch (chunk.category()) {
      case STOCK, PRICE -> stock(i);
      case INDEX -> isVenue(i) ? null : indices.of(i);
      case CURRENCY -> currency(i);
      case ISSUER, NAME -> company(i);
      // "shares of the company": the shares are spoken of
      case PRONOUN ->
          sentence.category(i - 1) == Category.OF && sentence.category(i - 2) == Category.STOCK
              ? null
              : discourse.subject();
      case METRIC, EPS, DIVIDEND, FLOW, TURNOVER ->
          sentence.category(i - 1) == Category.COMMODITY && chunk.has("future")
              ? new Subject(Kind.COMMODITY, i, null, null)
              : new Subject(Kind.OTHER, i, null, null);
      case TARGET -> new Subject(Kind.OTHER, i, null, null);
      case COMMODITY -> new Subject(Kind.COMMODITY, i, null, null);
      case YIELD -> new Subject(Kind.YIELD, i, null, null);
      case CAP -> new Subject(Kind.WORTH, i, owners.of(i), null);
      default -> null;
    };
  }

  /** A currency; "the dollar against a basket of currencies" is the index of it. */
  private Subject currency(int i) {
    Chunk chunk = sentence.get(i);
    String iso = chunk.mark("iso");
    for (int j = 0; iso != null && j < sentence.size(); j++) {
      if (sentence.category(j) == Category.CURRENCY && !iso.equals(sentence.get(j).mark("iso"))) {
        break; // "fell against the yen and rose against a basket"
      }
      String basket = sentence.get(j).mark("basket");
      if (basket != null && basket.startsWith(iso + ":")) {
        Issuer index = discourse.index(basket.substring(iso.length() + 1));
        String printed = sentence.tokens().printed(chunk.from(), chunk.to() - 1);
        return new Subject(
            Kind.INDEX, i, Mention.name(chunk.from(), chunk.to(), printed, index), null);
      }
    }
    return new Subject(Kind.CURRENCY, i, indices.name(chunk), iso);
  }

  /** Shares; "an index of top European shares" is the index. */
  private Subject stock(int i) {
    int owner = sentence.caseless() && sentence.category(i) == Category.PRICE ? owner(i) : -1;
    if (owner >= 0 && sentence.category(owner) == Category.INDEX) {
      return indices.of(owner);
    }
    if (sentence.category(i) == Category.PRICE
        && sentence.category(i - 1) == Category.INDEX
        && sentence.category(i - 2) != Category.POSSESSIVE) {
      return indices.of(i - 1); // "the S&P 500 had a closing level of"
    }
    for (int j = i - 1; j >= Math.max(1, i - 5); j--) {
      Category category = sentence.category(j);
      if (category == Category.OF && sentence.category(j - 1) == Category.INDEX) {
        return new Subject(Kind.INDEX, j - 1, indices.name(sentence.get(j - 1)), null);
      }
      if (category != Category.WORD && category != Category.VENUE && category != Category.NAME) {
        break;
      }
    }
    return new Subject(Kind.STOCK, i, owners.of(i), null);
  }

  /**
   * The noun that a price belongs to: "日経平均株価の水曜日の終値は", "日経平均は反発、終値は"; −1 where none stands before.
   */
  private int owner(int price) {
    for (int i = price - 1; i >= 0; i--) {
      switch (sentence.category(i)) {
        case INDEX, ISSUER, NAME, STOCK, CURRENCY, METRIC, COMMODITY -> {
          return i;
        }
        case SEMICOLON -> {
          return -1;
        }
        default -> {
          // what it did, and when
        }
      }
    }
    return -1;
  }

  /**
   * "its Nasdaq close of $16.83", "closed on the Nasdaq at $14.78": a price in money is paid where
   * an index has its name from.
   */
  private boolean isVenue(int i) {
    if (sentence.language().indicesInMoney()) {
      return false;
    }
    if (sentence.category(i + 1) == Category.TRADE) {
      return sentence.category(i - 1) == Category.MONEY
          || sentence.category(i + 3) == Category.MONEY;
    }
    return sentence.category(i - 1) == Category.IN
        && sentence.category(i - 2) == Category.TRADE
        && sentence.category(i + 1) == Category.AT
        && sentence.category(i + 2) == Category.MONEY;
  }

  /** A name behind a preposition belongs to the noun before it: "profit at X fell". */
  private @Nullable Subject company(int i) {
    int at = i - 1;
    while (at > i - 4
        && (sentence.category(at) == Category.VENUE || sentence.category(at) == Category.WORD)) {
      at--; // "sales at U.S. automaker X"
    }
    Category before = sentence.category(at) == Category.AT ? Category.AT : sentence.category(i - 1);
    return switch (before) {
      case OF, IN, AT, FROM ->
          belongs(i - 2) ? null : new Subject(Kind.COMPANY, i, sentence.name(i), null);
      default -> new Subject(Kind.COMPANY, i, sentence.name(i), null);
    };
  }

  /** Whether a noun stands before the preposition that the name belongs to: "profit at (X)". */
  private boolean belongs(int last) {
    for (int i = last; i >= Math.max(0, last - 3); i--) {
      switch (sentence.category(i)) {
        case COMMA -> {
          return false;
        }
        case STOCK, METRIC, COMMODITY, YIELD, CAP -> {
          return true;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** The same where the words before may make it a mere place or benchmark: then null. */
  @Nullable Subject ofClause(int i) {
    return compared(i) || placed(i) ? null : at(i);
  }

  /** "its listing on the S&P 500", "the top gainer on the Nasdaq": where a share stands in. */
  private boolean placed(int i) {
    if (sentence.category(i) != Category.INDEX || sentence.category(i - 1) != Category.IN) {
      return false;
    }
    for (int j = i - 2; j >= 0; j--) {
      switch (sentence.category(j)) {
        case ISSUER -> {
          return true;
        }
        case COMMA, SEMICOLON, BUT, INDEX, METRIC -> {
          return false;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** "X has lagged the S&P 500, shedding 29%": what X is compared with sheds nothing. */
  private boolean compared(int i) {
    if (sentence.category(i) == Category.METRIC
        || sentence.category(i + 1) == Category.POSSESSIVE) {
      return false; // "beat the average estimate", "outpacing the Nasdaq's 48 percent gain"
    }
    return sentence.category(i - 1) == Category.OUTPERFORM
        || (sentence.category(i - 1) == Category.WORD
            && sentence.category(i - 2) == Category.OUTPERFORM);
  }

  /** "beat the average estimate": no comparison of prices. */
  boolean beats(int i) {
    int next = i + 1;
    while (isBetween(sentence.category(next))) {
      next++; // "war stärker als der Dax"
    }
    return sentence.category(i) == Category.OUTPERFORM
        && sentence.get(i).has("beside")
        && sentence.category(next) != Category.INDEX;
  }

  private static boolean isBetween(Category category) {
    return switch (category) {
      case OF, TIME, AS -> true;
      default -> false;
    };
  }
}
