package io.quotemark.claims.statements;

import io.quotemark.claims.statements.Subject.Kind;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a word of motion or a level is about, by syntax: the head of the nearest noun phrase
 * to its left, past figures, times and clauses set off by commas.
 */
final class Subjects {
  /** How far behind its verb the comma of a clause in front may stand. */
  private static final int FRONTED = 9;

  /** How far behind a noun that opens a German sentence its subject may stand. */
  private static final int BEHIND_VERB = 9;

  private final Row row;
  private final Memory memory;
  private final Owners owners;
  private final Indices indices;

  /** The one of several that is being spoken of. */
  private @Nullable Subject forced;

  Subjects(Row row, Memory memory) {
    this.row = row;
    this.memory = memory;
    this.owners = new Owners(row, memory);
    this.indices = new Indices(row, memory);
  }

  /** What the verb at {@code anchor} is about. */
  Subject of(int anchor) {
    if (forced != null) {
      return forced;
    }
    Subject fronted = fronted(anchor);
    if (fronted != null) {
      return fronted;
    }
    int from = beforeAside(anchor);
    boolean dash = from < anchor && row.symbol(from + 1) == Symbol.DASH;
    return from < anchor ? scan(from, !dash) : scan(anchor - 1, false);
  }

  /**
   * "After sliding 5%, X closed …": the subject of a participle in front comes behind the comma.
   */
  private @Nullable Subject fronted(int anchor) {
    boolean participle =
        row.symbol(anchor) == Symbol.MOTION
            && row.tokens().get(row.get(anchor).from()).lower().endsWith("ing");
    boolean front = participle && (anchor == 0 || (anchor == 1 && row.symbol(0) == Symbol.BUT));
    for (int i = anchor + 1; front && i + 1 < Math.min(row.size(), anchor + FRONTED); i++) {
      if (row.symbol(i) == Symbol.COMMA) {
        for (int j = i + 1; j < Math.min(row.size(), i + 6); j++) {
          Subject found = row.symbol(j) == Symbol.COMMA ? null : head(j);
          if (found != null && (found.kind() != Kind.COMPANY || !named(j + 1))) {
            return found;
          }
        }
        return null;
      }
    }
    return null;
  }

  /** Whether the company before it owns what stands at the item: "X shares", "X's shares". */
  private boolean named(int i) {
    return row.symbol(i) == Symbol.STOCK
        || (row.symbol(i) == Symbol.POSSESSIVE && row.symbol(i + 1) == Symbol.STOCK);
  }

  void force(@Nullable Subject subject) {
    forced = subject;
  }

  /** What the phrase that begins at {@code start} is about, words between not regarded. */
  Subject loosely(int start) {
    if (forced != null) {
      return forced;
    }
    Subject turned = turned(start);
    if (turned != null) {
      return turned;
    }
    int from = start - 1;
    while (row.symbol(from) == Symbol.ITS || row.symbol(from) == Symbol.POSSESSIVE) {
      from--;
    }
    return scan(from, true);
  }

  /** What a noun ("a 3% gain in X's shares") is about: behind it, else before it. */
  Subject ofNoun(int noun) {
    if (forced != null) {
      return forced;
    }
    int next =
        row.symbol(noun) == Symbol.MOVE && row.symbol(noun + 1).isAmount() ? noun + 2 : noun + 1;
    if (next < row.size()
        && (row.symbol(next) == Symbol.IN
            || row.symbol(next) == Symbol.OF
            || row.symbol(next) == Symbol.BY)) {
      for (int i = next + 1; i < Math.min(row.size(), next + 6); i++) {
        Subject found = head(i);
        if (found != null) {
          if (found.kind() == Kind.COMPANY && row.symbol(i + 1) == Symbol.POSSESSIVE) {
            continue;
          }
          return found;
        }
        if (row.symbol(i) == Symbol.COMMA || row.symbol(i) == Symbol.MOTION) {
          break;
        }
      }
    }
    Subject reported = reported(next);
    if (reported != null) {
      return reported;
    }
    Subject after = row.language().equals("de") && noun <= 2 ? behindVerb(noun) : null;
    return after == null ? scan(noun - 1, true) : after;
  }

  /** "(a 3 percent rise) in July same-store sales", "(higher) revenues": what no share is. */
  @Nullable Subject reported(int behind) {
    for (int i = behind; i < Math.min(row.size(), behind + 4); i++) {
      Subject found = i > behind ? head(i) : null;
      if (found != null && found.kind() == Kind.OTHER) {
        return found;
      }
      boolean time = i == behind && row.symbol(i) == Symbol.TIME;
      if (!time && row.symbol(i) != Symbol.WORD && row.symbol(i) != Symbol.VENUE) {
        return null;
      }
    }
    return null;
  }

  /** The same for the level behind the gain: "Mit einem Plus von 4 Prozent auf 38 Euro …". */
  private @Nullable Subject turned(int figure) {
    boolean gain = false;
    for (int i = 0; row.language().equals("de") && i < figure; i++) {
      if (head(i) != null) {
        return null;
      }
      gain |= i <= 2 && row.symbol(i) == Symbol.MOVE;
    }
    return gain ? behindVerb(figure) : null;
  }

  /** "Mit einem Plus von 4 Prozent setzten sich X an die Spitze": the verb turns subject round. */
  private @Nullable Subject behindVerb(int noun) {
    for (int i = noun + 1; i < Math.min(row.size(), noun + BEHIND_VERB); i++) {
      Symbol symbol = row.symbol(i);
      if (symbol == Symbol.COMMA || symbol == Symbol.MOTION || symbol == Symbol.BUT) {
        return null;
      }
      Subject found = head(i);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Where to go on looking when the verb follows "X, which …,"; else the verb itself. */
  private int beforeAside(int anchor) {
    int i = anchor - 1;
    while (isWhen(row.symbol(i))) {
      i--;
    }
    if (row.symbol(i) == Symbol.DASH) {
      for (int j = i - 1; j > 0; j--) {
        if (row.symbol(j) == Symbol.DASH) {
          return j - 1;
        }
      }
    }
    if (row.symbol(i) != Symbol.COMMA) {
      return anchor;
    }
    if (i == anchor - 1 && listed(i - 1, anchor)) {
      return i - 1;
    }
    for (int j = i - 1; j > 0; j--) {
      if (row.symbol(j) == Symbol.COMMA
          && names(row.symbol(j - 1))
          && row.symbol(j + 1) != Symbol.AND) {
        return j - 1;
      }
      if (row.symbol(j) == Symbol.SEMICOLON) {
        break;
      }
    }
    return anchor;
  }

  /** "X (X.N), up 3 percent at $9, and Y (Y.N), up 2 percent": each with its own figure. */
  private boolean listed(int name, int anchor) {
    Symbol before = row.symbol(name - 1);
    Mentioned company = Owners.isName(row.symbol(name)) ? row.get(name).name() : null;
    boolean tagged = company != null && company.listing() != null;
    boolean item = before == Symbol.AND || before == Symbol.COMMA || tagged;
    return company != null
        && item
        && before != Symbol.OF
        && row.get(anchor).has("bare")
        && row.get(anchor).skipped().isEmpty();
  }

  private static boolean names(Symbol symbol) {
    return switch (symbol) {
      case STOCK, INDEX, ISSUER, NAME, CURRENCY -> true;
      default -> false;
    };
  }

  private static boolean isWhen(Symbol symbol) {
    return switch (symbol) {
      case TIME, HOURS, VENUE, IN, AT -> true;
      default -> false;
    };
  }

  /** "its listing on the S&P 500", "the top gainer on the Nasdaq": where a share stands in. */
  private boolean placed(int i) {
    if (row.symbol(i) != Symbol.INDEX || row.symbol(i - 1) != Symbol.IN) {
      return false;
    }
    for (int j = i - 2; j >= 0; j--) {
      switch (row.symbol(j)) {
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

  private Subject scan(int from, boolean loose) {
    boolean unknown = false;
    boolean adjacent = !loose;
    boolean crossed = false;
    for (int i = from; i >= 0; i--) {
      Subject found = compared(i) || placed(i) ? null : head(i);
      if (found != null) {
        if (!unknown || found.kind() == Kind.STOCK || !found.trades()) {
          return found;
        }
        if ((found.kind() == Kind.INDEX && !crossed) || row.symbol(i) == Symbol.PRONOUN) {
          return found;
        }
        return Subject.NOBODY;
      }
      Symbol symbol = row.symbol(i);
      crossed |= symbol == Symbol.COMMA;
      if (symbol == Symbol.WORD) {
        unknown |= adjacent && !row.eastern() && !adverb(i);
      } else if (!isWhen(symbol) && symbol != Symbol.MODAL) {
        adjacent = false;
      }
      if (symbol == Symbol.SEMICOLON && i < from - 1) {
        break;
      }
    }
    if (unknown) {
      return Subject.NOBODY;
    }
    boolean fragment = memory.subject() == null && from < 3 && row.sentence() == 0;
    return fragment || row.tradesByContext()
        ? new Subject(Kind.STOCK, 0, memory.issuer(), null)
        : carried();
  }

  /** "X has lagged the S&P 500, shedding 29%": what X is compared with sheds nothing. */
  private boolean compared(int i) {
    return row.symbol(i - 1) == Symbol.OUTPERFORM
        || (row.symbol(i - 1) == Symbol.WORD && row.symbol(i - 2) == Symbol.OUTPERFORM);
  }

  private boolean adverb(int i) {
    String word = row.tokens().get(row.get(i).from()).lower();
    return word.endsWith("ly") || word.equals("-") || word.length() == 1 || word.endsWith("ing");
  }

  private Subject carried() {
    return memory.subject() == null ? Subject.NOBODY : memory.subject();
  }

  private @Nullable Subject head(int i) {
    Item item = row.get(i);
    return switch (item.symbol()) {
      case STOCK, PRICE -> stock(i);
      case INDEX -> indices.of(i);
      case CURRENCY -> new Subject(Kind.CURRENCY, i, indices.name(item), iso(item));
      case ISSUER, NAME -> company(i);
      // "shares of the company": the shares are spoken of
      case PRONOUN ->
          row.symbol(i - 1) == Symbol.OF && row.symbol(i - 2) == Symbol.STOCK
              ? null
              : memory.subject();
      case METRIC, EPS, DIVIDEND, FLOW, TURNOVER ->
          row.symbol(i - 1) == Symbol.COMMODITY && item.has("future")
              ? new Subject(Kind.COMMODITY, i, null, null)
              : new Subject(Kind.OTHER, i, null, null);
      case TARGET -> new Subject(Kind.OTHER, i, null, null);
      case COMMODITY -> new Subject(Kind.COMMODITY, i, null, null);
      case YIELD -> new Subject(Kind.YIELD, i, null, null);
      case CAP -> new Subject(Kind.WORTH, i, owners.of(i), null);
      default -> null;
    };
  }

  /** Shares; "an index of top European shares" is the index. */
  private Subject stock(int i) {
    for (int j = i - 1; j >= Math.max(1, i - 5); j--) {
      Symbol symbol = row.symbol(j);
      if (symbol == Symbol.OF && row.symbol(j - 1) == Symbol.INDEX) {
        return new Subject(Kind.INDEX, j - 1, indices.name(row.get(j - 1)), null);
      }
      if (symbol != Symbol.WORD && symbol != Symbol.VENUE && symbol != Symbol.NAME) {
        break;
      }
    }
    return new Subject(Kind.STOCK, i, owners.of(i), null);
  }

  /** The currency a word of the vocabulary stands for. */
  static @Nullable String iso(Item item) {
    return item.lexeme() == null ? null : item.lexeme().marks().get("iso");
  }

  /** A name behind a preposition belongs to the noun before it: "profit at X fell". */
  private @Nullable Subject company(int i) {
    int at = i - 1;
    while (at > i - 4 && (row.symbol(at) == Symbol.VENUE || row.symbol(at) == Symbol.WORD)) {
      at--; // "sales at U.S. automaker X"
    }
    Symbol before = row.symbol(at) == Symbol.AT ? Symbol.AT : row.symbol(i - 1);
    if (before == Symbol.OF
        || before == Symbol.IN
        || before == Symbol.AT
        || before == Symbol.FROM) {
      for (int j = i - 2; j >= Math.max(0, i - 5); j--) {
        Symbol symbol = row.symbol(j);
        if (symbol == Symbol.COMMA) {
          break;
        }
        if (symbol == Symbol.STOCK
            || symbol == Symbol.METRIC
            || symbol == Symbol.COMMODITY
            || symbol == Symbol.YIELD
            || symbol == Symbol.CAP) {
          return null;
        }
      }
    }
    return new Subject(Kind.COMPANY, i, row.get(i).name(), null);
  }
}
