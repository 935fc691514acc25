package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.attachment.CurrencyPairs;
import io.quotemark.claims.attachment.Elsewhere;
import io.quotemark.claims.attachment.Figure;
import io.quotemark.claims.attachment.SubjectResolution;
import io.quotemark.claims.attachment.TimeAttachment;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Direction;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prices, index levels and exchange rates, and the marks they cross. */
public final class Levels {
  private final Sentence sentence;
  private final SubjectResolution subjects;
  private final CurrencyPairs pairs;
  private final TimeAttachment context;
  private final Drafting drafting;

  Levels(
      Sentence sentence,
      SubjectResolution subjects,
      CurrencyPairs pairs,
      TimeAttachment context,
      Drafting drafting) {
    this.sentence = sentence;
    this.subjects = subjects;
    this.pairs = pairs;
    this.context = context;
    this.drafting = drafting;
  }

  @Nullable Draft level(Match match, List<Match> matches) {
    Chunk chunk = sentence.get(match.value());
    Chunk anchor = sentence.get(match.anchor());
    Subject subject =
        match.rule().is(Rule.Flag.FORMER)
            ? subjects.loosely(match.start())
            : switch (anchor.category()) {
              case PRICE, CURRENCY, STOCK, ISSUER, NAME -> subjects.loosely(match.anchor() + 1);
              case PEAK, RECORD, PCT -> subjects.loosely(match.anchor());
              default -> subjects.of(match.anchor());
            };
    Figure figure = Figure.of(sentence, match.value());
    ClaimKind kind = kind(subject, chunk, wired());
    if (kind == null
        || figure == null
        || sentence.isLargeSum(match.value())
        || otherUse(match, subject)) {
      return null;
    }
    FoundAmount amount = sentence.amount(match.value());
    SessionWords session = session(match);
    if (session == null) {
      return null;
    }
    Claim.Builder claim =
        drafting
            .figure(kind, sentence, match)
            .value(figure.value(), figure.step())
            .hedge(amount == null ? null : amount.hedge())
            .field(field(match, subject))
            .over(isOfPeak(match) ? new Elsewhere(sentence).lately(match.value() + 1) : null)
            .session(session);
    if (kind == ClaimKind.FX_RATE) {
      ListingId pair = pairs.of(subject, amount == null ? null : amount.currency());
      claim.pair(pair);
      subject = pairs.quoted(subject, pair);
    }
    if (kind == ClaimKind.PRICE_LEVEL) {
      String currency = amount == null ? siblingCurrency(match, matches) : amount.currency();
      claim.currency(currency, amount == null ? null : amount.unit());
    }
    return drafting.draft(claim, kind, subject, sentence, match);
  }

  /** The session a level is of; null for an old price of a session that nothing says. */
  private @Nullable SessionWords session(Match match) {
    SessionWords said = context.session(match.anchor(), match.value());
    boolean unstated = said instanceof SessionWords.Unstated;
    if (match.rule().is(Rule.Flag.FORMER)) {
      for (int i = match.start(); i < match.value(); i++) {
        TimeExpression time = sentence.time(i);
        if (time != null && time.session() != null) {
          return time.session();
        }
      }
      // "to $22 after hours from its close of $23 on Nasdaq on Thursday": the last close that was
      return context.behind(match.value());
    }
    for (int i = match.start(); i < match.value(); i++) {
      TimeExpression of =
          sentence.category(i) == Category.PEAK && i > 0 ? sentence.time(i - 1) : null;
      if (of != null && of.session() != null) {
        return of.session(); // "down from a July high of $304"
      }
    }
    int first = Math.min(match.start(), match.anchor());
    boolean crossed =
        sentence.category(first - 1) == Category.CROSS
            || (sentence.category(first - 1) == Category.ITS
                && sentence.category(first - 2) == Category.CROSS);
    boolean window =
        sentence.category(first - 1) == Category.SPAN
            || sentence.category(first - 1) == Category.RECORD;
    boolean below =
        window
            && (compares(first - 2)
                || (sentence.category(first - 2) == Category.ITS && compares(first - 3)));
    boolean peak = sentence.category(match.anchor()) == Category.PEAK;
    TimeExpression before = first > 0 ? sentence.time(first - 1) : null;
    if (peak && before != null && before.openSince()) {
      return null; // "从最高的38.5元": what it fell from
    }
    boolean standing = window && Extremes.standing(sentence, first - 1, match.anchor() + 1);
    if (peak && new Elsewhere(sentence).holds(beginning(match.anchor()), match.anchor() + 1)) {
      return null; // "near its low of $30 that it hit on Tuesday"
    }
    return peak && unstated && (crossed || below || standing) ? null : said;
  }

  private boolean isOfPeak(Match match) {
    for (int i = match.start(); i < match.value(); i++) {
      if (sentence.category(i) == Category.PEAK) {
        return true;
      }
    }
    return false;
  }

  /** The first chunk of "all-time intraday high", which ends with the peak. */
  private int beginning(int peak) {
    int first = peak;
    while (sentence.category(first - 1) == Category.RECORD
        || sentence.category(first - 1) == Category.SPAN) {
      first--;
    }
    return first;
  }

  /** "below its 52-week high of $30", "down 15% from a peak of $30": no price of today. */
  private boolean compares(int i) {
    return sentence.category(i) == Category.CROSS
        || (sentence.category(i) == Category.FROM && sentence.category(i + 1) != Category.RECORD);
  }

  /** "a share" and the like are fine behind a level; a percentage or a word is not its unit. */
  private boolean otherUse(Match match, Subject subject) {
    Category next = sentence.category(match.value() + 1);
    if (subject.kind() == Subject.Kind.CURRENCY && isFraction(match.value())) {
      return true; // "a 2-1/2 month high"
    }
    if (isCut(sentence, match.value()) || isTime(match.value()) || isYear(match.value(), next)) {
      return true;
    }
    return sentence.get(match.value()).category() == Category.NUM
        && (next == Category.PCT
            || next == Category.SPAN
            || next == Category.COMMODITY
            || next == Category.METRIC
            || (subject.kind() != Subject.Kind.CURRENCY && counted(match.value() + 1)));
  }

  private boolean isFraction(int value) {
    Chunk chunk = sentence.get(value);
    return sentence.tokens().printed(chunk.from(), chunk.to() - 1).indexOf('/') > 0;
  }

  /** Whether the text breaks off in the figure: "for $73.0..." */
  static boolean isCut(Sentence sentence, int value) {
    int behind = sentence.get(value).to();
    boolean dots =
        sentence.tokens().is(behind, "…")
            || (sentence.tokens().is(behind, ".") && sentence.tokens().is(behind + 1, "."));
    return dots && !sentence.tokens().spaceBefore(behind);
  }

  /** "at 12:30 p.m.", "at 3.37 a.m.". */
  private boolean isTime(int value) {
    boolean clock = value + 1 < sentence.size() && sentence.get(value + 1).skippedHas("clock");
    boolean minutes =
        sentence.category(value + 1) == Category.COLON
            && sentence.category(value + 2) == Category.NUM;
    return sentence.category(value) == Category.NUM && (clock || minutes);
  }

  /** "hit a 2009 high", "from the end of 2003". */
  private boolean isYear(int value, Category next) {
    Chunk chunk = sentence.get(value);
    boolean year =
        chunk.category() == Category.NUM
            && sentence.tokens().printed(chunk.from(), chunk.to() - 1).matches("(19|20)[0-9]{2}");
    return year
        && (sentence.category(value - 1) == Category.OF
            || switch (next) {
              case PEAK, REACH, HIGHEST, RECORD, SPAN, TRADE, MOVE -> true;
              default -> false;
            });
  }

  /**
   * Whether the word is what a bare number counts: "to 5.6 chunks"; "logged" and "early" are not.
   */
  private boolean counted(int i) {
    if (sentence.category(i) != Category.WORD || sentence.caseless()) {
      return false;
    }
    String word = sentence.tokens().get(sentence.get(i).from()).lower();
    boolean noun =
        Character.isLetter(word.charAt(0))
            && !sentence.language().ends(WordGroup.UNCOUNTED_ENDING, word);
    boolean joined =
        word.equals("-")
            && i + 1 < sentence.size()
            && sentence.get(i + 1).from() == sentence.get(i).to();
    return noun || joined;
  }

  private @Nullable ClaimKind kind(Subject subject, Chunk chunk, boolean wired) {
    boolean money = chunk.category() == Category.MONEY;
    boolean points = chunk.category() == Category.PTS;
    return switch (subject.kind()) {
      case STOCK -> points ? ClaimKind.INDEX_LEVEL : ClaimKind.PRICE_LEVEL;
      case COMPANY -> money || wired ? ClaimKind.PRICE_LEVEL : null;
      // the Nikkei is printed in yen
      case INDEX -> money && !sentence.language().indicesInMoney() ? null : ClaimKind.INDEX_LEVEL;
      case CURRENCY -> points ? null : ClaimKind.FX_RATE;
      case COMMODITY -> money ? ClaimKind.COMMODITY : null;
      case YIELD, WORTH, OTHER -> null;
    };
  }

  /** Whether prices of the sentence are in eighths: "eased 1/2 to 161". */
  private boolean wired() {
    for (int i = 0; i < sentence.size(); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.NUM && isFraction(i)) {
        return true;
      }
    }
    return false;
  }

  /** "rose 20 lire to 12,880": the level is in the currency of the move. */
  private String siblingCurrency(Match level, List<Match> matches) {
    for (Match match : matches) {
      FoundAmount amount = match.value() < 0 ? null : sentence.amount(match.value());
      if (amount != null
          && amount.currency() != null
          && !sentence.isLargeSum(match.value())
          && match.value() < level.value()) {
        return amount.currency();
      }
    }
    return "USD";
  }

  private PriceField field(Match match, Subject subject) {
    PriceField hours = context.hours(match.anchor(), match.value(), subject);
    Chunk anchor = sentence.get(match.anchor());
    boolean closed =
        (anchor.category() == Category.TRADE && anchor.has("field"))
            || (anchor.category() == Category.PRICE && anchor.field() == PriceField.CLOSE);
    if (hours == PriceField.OPEN
        || (!closed && (hours == PriceField.PRE || hours == PriceField.POST))) {
      return hours;
    }
    PriceField said = null;
    for (int i = Math.max(0, match.start() - 1);
        i <= Math.min(sentence.size() - 1, Math.max(match.value() + 1, match.anchor()));
        i++) {
      Chunk chunk = sentence.get(i);
      boolean says =
          switch (chunk.category()) {
            case TRADE, REACH, PRICE, PEAK, TO, AT -> true;
            default -> false;
          };
      PriceField field = chunk.field();
      if (says && field != null) {
        said = field;
      }
      if (chunk.category() == Category.PEAK && said == null) {
        said = chunk.has("high") ? PriceField.HIGH : PriceField.LOW;
      }
    }
    return said == null ? PriceField.LAST : said;
  }

  /** A mark that was crossed: "above the NT$1,000 mark for the first time". */
  @Nullable Draft threshold(Match match) {
    boolean mark = sentence.category(match.value() + 1) == Category.MARK;
    Set<String> firsts = sentence.language().words(WordGroup.FIRST);
    boolean first = false;
    int last = sentence.get(Math.min(sentence.size(), match.end() + 4) - 1).to();
    for (int i = sentence.get(Math.max(0, match.start() - 6)).from(); i < last; i++) {
      first |= firsts.contains(sentence.tokens().get(i).lower());
    }
    Chunk anchor = sentence.get(match.anchor());
    Figure figure = Figure.of(sentence, match.value());
    if ((!mark && !first) || figure == null) {
      return null;
    }
    Subject subject = subjects.loosely(match.anchor());
    if (!subject.trades() && !subject.isNobody()) {
      return null;
    }
    FoundAmount amount = sentence.amount(match.value());
    Claim.Builder claim =
        drafting
            .figure(ClaimKind.THRESHOLD, sentence, match)
            .value(figure.value(), figure.step())
            .currency(
                amount == null ? null : amount.currency(), amount == null ? null : amount.unit())
            .direction(anchor.direction() == Direction.DOWN ? Direction.DOWN : Direction.UP)
            .session(context.session(match.anchor(), match.value()));
    return drafting.draft(claim, ClaimKind.THRESHOLD, subject, sentence, match);
  }
}
