package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.figures.Elsewhere;
import io.quotemark.claims.figures.ExtremeReader;
import io.quotemark.claims.figures.Figure;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import org.jspecify.annotations.Nullable;

/** Which session a figure is of; unstated where no word says. */
public final class SessionAttachment implements Attachment<SessionWords> {
  private final Sentence sentence;
  private final TimeAttachment times;

  public SessionAttachment(Sentence sentence, TimeAttachment times) {
    this.sentence = sentence;
    this.times = times;
  }

  /** Null for an old price of a session that nothing says. */
  @Override
  public @Nullable SessionWords of(Figure figure, @Nullable Subject about) {
    Match match = figure.match();
    return switch (figure) {
      case Figure.Move move -> times.session(match.anchor(), match.value());
      case Figure.Threshold threshold -> times.session(match.anchor(), match.value());
      case Figure.Turnover turnover -> times.session(match.anchor(), match.value());
      case Figure.Multiple multiple -> times.session(match.value(), match.value());
      case Figure.Limit limit -> times.session(match.value(), match.value());
      case Figure.Level level -> level(match);
      case Figure.Extreme extreme -> extreme(match);
      case Figure.LargestMove move -> largestMove(match);
      case Figure.Streak streak ->
          orTurn(match, orAside(match, times.session(match.start(), match.end() - 1)));
      case Figure.Rank rank -> times.session(match.start(), match.end() - 1);
      case Figure.Parity parity -> times.session(match.start(), match.value());
      case Figure.Forecast forecast -> SessionWords.Unstated.UNSTATED;
      case Figure.Tag tag -> SessionWords.Unstated.UNSTATED;
      case Figure.SessionDate date -> new SessionWords.OnDate(date.date());
      case Figure.Worth worth -> SessionWords.Unstated.UNSTATED;
      case Figure.Comparison comparison ->
          orAside(
              match, times.session(match.value(), Math.max(match.value(), comparison.benchmark())));
      case Figure.OtherPrice other -> SessionWords.Unstated.UNSTATED;
      case Figure.Pair pair -> SessionWords.Unstated.UNSTATED;
      // "($1 = 7.24 yuan)" is of the day of publication, whatever day the sentence tells of
      case Figure.Rate rate ->
          sentence.category(match.start()) == Category.LPAR
              ? SessionWords.Unstated.UNSTATED
              : times.session(match.start(), match.end() - 1);
    };
  }

  private SessionWords extreme(Match match) {
    boolean so = match.end() > match.start() + 2;
    for (int i = match.start(); so && i < match.end(); i++) {
      TimeExpression day = sentence.time(i);
      if (day != null && day.session() instanceof SessionWords.OnWeekday) {
        return day.session(); // "so hoch wie am Freitag schloss X zuletzt im Mai"
      }
    }
    boolean unseen = sentence.category(match.value()) == Category.UNSEEN;
    // the day a level was last seen is not the day it is seen again
    SessionWords around =
        unseen ? SessionWords.Unstated.UNSTATED : times.session(match.start(), match.end() - 1);
    return orAside(match, around);
  }

  /** "fell on Monday, snapping its streak": the day of the clause that the words belong to. */
  private SessionWords orAside(Match match, SessionWords around) {
    return around instanceof SessionWords.Unstated ? times.asideTo(match.start()) : around;
  }

  /** "连跌三日后，周三反弹": the day of the turn, where no day stands beside the streak. */
  private SessionWords orTurn(Match match, SessionWords said) {
    for (int i = match.end(); said instanceof SessionWords.Unstated && i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null) {
        return time.session();
      }
      if (sentence.category(i) != Category.BUT && sentence.category(i) != Category.COMMA) {
        break;
      }
    }
    return said;
  }

  private SessionWords largestMove(Match match) {
    return orAside(match, times.session(match.start(), match.value(), match.end()));
  }

  private @Nullable SessionWords level(Match match) {
    if (match.rule().is(Rule.Flag.FORMER)) {
      return former(match);
    }
    for (int i = Math.max(1, match.start()); i < match.value(); i++) {
      TimeExpression of = sentence.category(i) == Category.PEAK ? sentence.time(i - 1) : null;
      if (of != null && of.session() != null) {
        return of.session(); // "down from a July high of $304"
      }
    }
    SessionWords said = times.session(match.anchor(), match.value());
    return sentence.category(match.anchor()) == Category.PEAK ? peak(match, said) : said;
  }

  private SessionWords former(Match match) {
    for (int i = match.start(); i < match.value(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null) {
        return time.session();
      }
    }
    // "to $22 after hours from its close of $23 on Nasdaq on Thursday": the last close that was
    return times.behind(match.value());
  }

  /** The session of a high or low that a price is printed of; null where it is no price of then. */
  private @Nullable SessionWords peak(Match match, SessionWords said) {
    int anchor = match.anchor();
    int first = Math.min(match.start(), anchor);
    TimeExpression before = first > 0 ? sentence.time(first - 1) : null;
    if (before != null && before.openSince()) {
      return null; // "从最高的38.5元": what it fell from
    }
    if (new Elsewhere(sentence).holds(beginning(anchor), anchor + 1)) {
      return null; // "near its low of $30 that it hit on Tuesday"
    }
    boolean reference =
        isCrossed(first)
            || (isWindow(first - 1)
                && (isBelow(first - 2) || ExtremeReader.standing(sentence, first - 1, anchor + 1)));
    return said instanceof SessionWords.Unstated && reference ? null : said;
  }

  private boolean isCrossed(int first) {
    int before = sentence.category(first - 1) == Category.ITS ? first - 2 : first - 1;
    return sentence.category(before) == Category.CROSS;
  }

  private boolean isWindow(int i) {
    return sentence.category(i) == Category.SPAN || sentence.category(i) == Category.RECORD;
  }

  private boolean isBelow(int i) {
    return compares(sentence.category(i) == Category.ITS ? i - 1 : i);
  }

  /** "below its 52-week high of $30", "down 15% from a peak of $30": no price of today. */
  private boolean compares(int i) {
    return sentence.category(i) == Category.CROSS
        || (sentence.category(i) == Category.FROM && sentence.category(i + 1) != Category.RECORD);
  }

  /** The first chunk of "all-time intraday high", which ends with the peak. */
  private int beginning(int peak) {
    int first = peak;
    while (isWindow(first - 1)) {
      first--;
    }
    return first;
  }
}
