package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Amount;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prices, index levels and exchange rates, and the marks they cross. */
final class Levels {
  /** More than this is a sum of money, not the price of one share. */
  private static final BigDecimal LARGE = BigDecimal.valueOf(2_000_000);

  /** Words that say a mark had not been reached before, or not for a while. */
  private static final Set<String> FIRST =
      Set.of(
          "first",
          "erstmals",
          "ersten",
          "primera",
          "première",
          "prima",
          "primeira",
          "首",
          "初",
          "eerst",
          "last",
          "zuletzt");

  private final Row row;
  private final Subjects subjects;
  private final CurrencyPairs pairs;
  private final Context context;
  private final Drafting drafting;

  Levels(Row row, Subjects subjects, CurrencyPairs pairs, Context context, Drafting drafting) {
    this.row = row;
    this.subjects = subjects;
    this.pairs = pairs;
    this.context = context;
    this.drafting = drafting;
  }

  /** Whether the item is too large a sum, or printed with a scale, to be a share price. */
  static boolean isLarge(Item item) {
    FoundAmount amount = item.amount();
    return amount != null
        && (amount.value().compareTo(LARGE) > 0
            || amount.step().compareTo(BigDecimal.valueOf(9_999)) > 0);
  }

  @Nullable Draft level(Hit hit, List<Hit> hits) {
    Item item = row.get(hit.value());
    Item anchor = row.get(hit.anchor());
    Subject subject =
        hit.rule().name().equals("level.former")
            ? subjects.loosely(hit.start())
            : switch (anchor.symbol()) {
              case PRICE, CURRENCY, STOCK, ISSUER, NAME -> subjects.loosely(hit.anchor() + 1);
              case PEAK, RECORD, PCT -> subjects.loosely(hit.anchor());
              default -> subjects.of(hit.anchor());
            };
    Figure figure = Figure.of(row, hit.value());
    ClaimKind kind = kind(subject, item, wired());
    if (kind == null || figure == null || isLarge(item) || otherUse(hit, subject)) {
      return null;
    }
    FoundAmount amount = item.amount();
    SessionWords session = session(hit);
    if (session == null) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .figure(kind, row, hit)
            .value(figure.value(), figure.step())
            .hedge(amount == null ? null : amount.hedge())
            .field(field(hit, subject))
            .over(isOfPeak(hit) ? new Elsewhere(row).lately(hit.value() + 1) : null)
            .session(session);
    if (kind == ClaimKind.FX_RATE) {
      ListingId pair = pairs.of(subject, amount == null ? null : amount.currency());
      claim.pair(pair);
      subject = pairs.quoted(subject, pair);
    }
    if (kind == ClaimKind.PRICE_LEVEL) {
      String currency = amount == null ? siblingCurrency(hit, hits) : amount.currency();
      claim.currency(currency, amount == null ? null : amount.unit());
    }
    return drafting.draft(claim, kind, subject, row, hit);
  }

  /** The session a level is of; null for an old price of a session that nothing says. */
  private @Nullable SessionWords session(Hit hit) {
    SessionWords said = context.session(hit.anchor(), hit.value());
    boolean unstated = said instanceof SessionWords.Unstated;
    if (hit.rule().name().equals("level.former")) {
      for (int i = hit.start(); i < hit.value(); i++) {
        TimeExpression time = row.get(i).time();
        if (time != null && time.session() != null) {
          return time.session();
        }
      }
      // "to $22 after hours from its close of $23 on Nasdaq on Thursday": the last close that was
      return context.behind(hit.value());
    }
    for (int i = hit.start(); i < hit.value(); i++) {
      TimeExpression of = row.symbol(i) == Symbol.PEAK && i > 0 ? row.get(i - 1).time() : null;
      if (of != null && of.session() != null) {
        return of.session(); // "down from a July high of $304"
      }
    }
    int first = Math.min(hit.start(), hit.anchor());
    boolean crossed =
        row.symbol(first - 1) == Symbol.CROSS
            || (row.symbol(first - 1) == Symbol.ITS && row.symbol(first - 2) == Symbol.CROSS);
    boolean window = row.symbol(first - 1) == Symbol.SPAN || row.symbol(first - 1) == Symbol.RECORD;
    boolean below =
        window
            && (compares(first - 2)
                || (row.symbol(first - 2) == Symbol.ITS && compares(first - 3)));
    boolean peak = row.symbol(hit.anchor()) == Symbol.PEAK;
    TimeExpression before = first > 0 ? row.get(first - 1).time() : null;
    if (peak && before != null && before.openSince()) {
      return null; // "从最高的38.5元": what it fell from
    }
    boolean standing = window && Extremes.standing(row, first - 1, hit.anchor() + 1);
    if (peak && new Elsewhere(row).holds(beginning(hit.anchor()), hit.anchor() + 1)) {
      return null; // "near its low of $30 that it hit on Tuesday"
    }
    return peak && unstated && (crossed || below || standing) ? null : said;
  }

  private boolean isOfPeak(Hit hit) {
    for (int i = hit.start(); i < hit.value(); i++) {
      if (row.symbol(i) == Symbol.PEAK) {
        return true;
      }
    }
    return false;
  }

  /** The first item of "all-time intraday high", which ends with the peak. */
  private int beginning(int peak) {
    int first = peak;
    while (row.symbol(first - 1) == Symbol.RECORD || row.symbol(first - 1) == Symbol.SPAN) {
      first--;
    }
    return first;
  }

  /** "below its 52-week high of $30", "down 15% from a peak of $30": no price of today. */
  private boolean compares(int i) {
    return row.symbol(i) == Symbol.CROSS
        || (row.symbol(i) == Symbol.FROM && row.symbol(i + 1) != Symbol.RECORD);
  }

  /** "a share" and the like are fine behind a level; a percentage or a word is not its unit. */
  private boolean otherUse(Hit hit, Subject subject) {
    Symbol next = row.symbol(hit.value() + 1);
    if (subject.kind() == Subject.Kind.CURRENCY && isFraction(hit.value())) {
      return true; // "a 2-1/2 month high"
    }
    if (isCut(row, hit.value()) || isTime(hit.value()) || isYear(hit.value(), next)) {
      return true;
    }
    return row.get(hit.value()).symbol() == Symbol.NUM
        && (next == Symbol.PCT
            || next == Symbol.SPAN
            || next == Symbol.COMMODITY
            || next == Symbol.METRIC
            || (subject.kind() != Subject.Kind.CURRENCY && counted(hit.value() + 1)));
  }

  private boolean isFraction(int value) {
    Item item = row.get(value);
    return row.tokens().printed(item.from(), item.to() - 1).indexOf('/') > 0;
  }

  /** Whether the text breaks off in the figure: "for $73.0..." */
  static boolean isCut(Row row, int value) {
    int behind = row.get(value).to();
    boolean dots =
        row.tokens().is(behind, "…")
            || (row.tokens().is(behind, ".") && row.tokens().is(behind + 1, "."));
    return dots && !row.tokens().spaceBefore(behind);
  }

  /** "at 12:30 p.m.", "at 3.37 a.m.". */
  private boolean isTime(int value) {
    boolean clock = value + 1 < row.size() && row.get(value + 1).skippedHas("clock");
    boolean minutes = row.symbol(value + 1) == Symbol.COLON && row.symbol(value + 2) == Symbol.NUM;
    return row.symbol(value) == Symbol.NUM && (clock || minutes);
  }

  /** "hit a 2009 high", "from the end of 2003". */
  private boolean isYear(int value, Symbol next) {
    Item item = row.get(value);
    boolean year =
        item.symbol() == Symbol.NUM
            && row.tokens().printed(item.from(), item.to() - 1).matches("(19|20)[0-9]{2}");
    return year
        && (row.symbol(value - 1) == Symbol.OF
            || switch (next) {
              case PEAK, REACH, HIGHEST, RECORD, SPAN, TRADE, MOVE -> true;
              default -> false;
            });
  }

  /**
   * Whether the word is what a bare number counts: "to 5.6 items"; "logged" and "early" are not.
   */
  private boolean counted(int i) {
    if (row.symbol(i) != Symbol.WORD || row.eastern()) {
      return false;
    }
    String word = row.tokens().get(row.get(i).from()).lower();
    boolean noun =
        Character.isLetter(word.charAt(0)) && !word.endsWith("ed") && !word.endsWith("ly");
    boolean joined =
        word.equals("-") && i + 1 < row.size() && row.get(i + 1).from() == row.get(i).to();
    return noun || joined;
  }

  private @Nullable ClaimKind kind(Subject subject, Item item, boolean wired) {
    boolean money = item.symbol() == Symbol.MONEY;
    boolean points =
        item.symbol() == Symbol.PTS
            || (item.amount() != null && item.amount().type() == Amount.Type.POINTS);
    return switch (subject.kind()) {
      case STOCK -> points ? ClaimKind.INDEX_LEVEL : ClaimKind.PRICE_LEVEL;
      case COMPANY -> money || wired ? ClaimKind.PRICE_LEVEL : null;
      // the Nikkei is printed in yen
      case INDEX -> money && !row.language().equals("ja") ? null : ClaimKind.INDEX_LEVEL;
      case CURRENCY -> points ? null : ClaimKind.FX_RATE;
      case COMMODITY -> money ? ClaimKind.COMMODITY : null;
      case YIELD, WORTH, OTHER -> null;
    };
  }

  /** Whether prices of the sentence are in eighths: "eased 1/2 to 161". */
  private boolean wired() {
    for (int i = 0; i < row.size(); i++) {
      Item item = row.get(i);
      if (item.symbol() == Symbol.NUM && isFraction(i)) {
        return true;
      }
    }
    return false;
  }

  /** "rose 20 lire to 12,880": the level is in the currency of the move. */
  private String siblingCurrency(Hit level, List<Hit> hits) {
    for (Hit hit : hits) {
      FoundAmount amount = hit.value() < 0 ? null : row.get(hit.value()).amount();
      if (amount != null
          && amount.currency() != null
          && !isLarge(row.get(hit.value()))
          && hit.value() < level.value()) {
        return amount.currency();
      }
    }
    return "USD";
  }

  private PriceField field(Hit hit, Subject subject) {
    PriceField hours = context.hours(hit.anchor(), hit.value(), subject);
    Item anchor = row.get(hit.anchor());
    boolean closed =
        (anchor.symbol() == Symbol.TRADE && anchor.has("field"))
            || (anchor.symbol() == Symbol.PRICE
                && anchor.lexeme() != null
                && anchor.lexeme().field() == PriceField.CLOSE);
    if (hours == PriceField.OPEN
        || (!closed && (hours == PriceField.PRE || hours == PriceField.POST))) {
      return hours;
    }
    PriceField said = null;
    for (int i = Math.max(0, hit.start() - 1);
        i <= Math.min(row.size() - 1, Math.max(hit.value() + 1, hit.anchor()));
        i++) {
      Item item = row.get(i);
      boolean says =
          switch (item.symbol()) {
            case TRADE, REACH, PRICE, PEAK, TO, AT -> true;
            default -> false;
          };
      PriceField field = item.lexeme() == null ? null : item.lexeme().field();
      if (says && field != null) {
        said = field;
      }
      if (item.symbol() == Symbol.PEAK && said == null) {
        said = item.has("high") ? PriceField.HIGH : PriceField.LOW;
      }
    }
    return said == null ? PriceField.LAST : said;
  }

  /** A mark that was crossed: "above the NT$1,000 mark for the first time". */
  @Nullable Draft threshold(Hit hit) {
    boolean mark = row.symbol(hit.value() + 1) == Symbol.MARK;
    boolean first = false;
    int last = row.get(Math.min(row.size(), hit.end() + 4) - 1).to();
    for (int i = row.get(Math.max(0, hit.start() - 6)).from(); i < last; i++) {
      first |= FIRST.contains(row.tokens().get(i).lower());
    }
    Item anchor = row.get(hit.anchor());
    Item item = row.get(hit.value());
    Figure figure = Figure.of(row, hit.value());
    if ((!mark && !first) || figure == null || anchor.lexeme() == null) {
      return null;
    }
    Subject subject = subjects.loosely(hit.anchor());
    if (!subject.trades() && !subject.isNobody()) {
      return null;
    }
    FoundAmount amount = item.amount();
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.THRESHOLD, row, hit)
            .value(figure.value(), figure.step())
            .currency(
                amount == null ? null : amount.currency(), amount == null ? null : amount.unit())
            .direction(
                anchor.lexeme().direction() == Direction.DOWN ? Direction.DOWN : Direction.UP)
            .session(context.session(hit.anchor(), hit.value()));
    return drafting.draft(claim, ClaimKind.THRESHOLD, subject, row, hit);
  }
}
