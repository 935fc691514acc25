package io.quotemark.claims.times;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeWord.Kind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Finds expressions of time in the words of one language. */
public final class TimeReader {
  /** Tokens of an expression, at the most; words of grammar may stand before it without end. */
  private static final int LONGEST = 60;

  private final TimeWords words;
  private final SinceReader sinces;

  /**
   * @param published completes dates without a year; null where unknown
   */
  public TimeReader(Language language, Tokens tokens, @Nullable LocalDate published) {
    this.words = new TimeWords(language, tokens, published);
    this.sinces = new SinceReader(words);
  }

  /**
   * The number that words spell, as they count days: "five"; 0 where they spell none.
   *
   * @param from the first token
   * @param to behind the last one
   */
  public static int count(Language language, Tokens tokens, int from, int to) {
    return new TimeWords(language, tokens, null).count(from, to);
  }

  /** The longest expression that begins at the token, or null; never reaches {@code end}. */
  public @Nullable TimeExpression at(int start, int end) {
    int limit = Math.min(end, start + LONGEST);
    TimeExpression best = null;
    for (TimeExpression found :
        new @Nullable TimeExpression[] {
          sinces.since(start, limit),
          sinces.upToNow(start, limit),
          toDate(start, limit), // "the past year" is no calendar year
          stretch(start, limit),
          day(start, limit)
        }) {
      if (found != null && (best == null || found.end() > best.end())) {
        best = found;
      }
    }
    return best;
  }

  /** "five-month", "over the past 12 months", "in a year", "last week". */
  private @Nullable TimeExpression stretch(int start, int limit) {
    int i = start;
    boolean within = false;
    boolean past = false;
    Phrases.Match<TimeWord> word = words.word(i, limit);
    if (word != null && word.value().is(Kind.WITHIN)) {
      within = true;
      i = words.skip(word.end(), limit);
      word = words.word(i, limit);
    }
    if (word != null && word.value().is(Kind.PAST)) {
      past = true;
      i = words.skip(word.end(), limit);
    }
    int count = words.count(i, limit);
    boolean counted = count > 0;
    int unitAt = counted ? words.countEnd(i, limit) : i;
    boolean hyphen = counted && words.tokens().is(unitAt, "-");
    Phrases.Match<TimeWord> unit = words.unit(hyphen ? unitAt + 1 : unitAt, limit, counted);
    if (unit == null || !unit.value().isUnit() || (!counted && !past)) {
      return null;
    }
    Window window = TimeWords.window(Math.max(1, count), unit.value().kind());
    boolean lastYear = past && !counted && !within && unit.value().is(Kind.YEARS);
    Phrases.Match<TimeWord> after = words.word(unit.end(), limit);
    if (after != null) {
      switch (after.value().kind()) {
        case UP_TO_NOW -> {
          return TimeExpression.window(after.end(), window); // "一个月来"
        }
        case WITHIN -> {
          if (words.caseless()) {
            return TimeExpression.window(after.end(), window); // "三年内"
          }
        }
        case AGO -> {
          return null;
        }
        case PAST -> {
          if (!lastYear || words.published() == null) {
            return TimeExpression.window(after.end(), window);
          }
        }
        default -> {
          // no word of the stretch
        }
      }
    }
    return unclosed(unit.end(), window, lastYear, hyphen || !(past || within));
  }

  /**
   * @param lastYear whether it is the calendar year before publication
   * @param span whether it is an adjective: "five-month"
   */
  private TimeExpression unclosed(int end, Window window, boolean lastYear, boolean span) {
    if (lastYear && words.published() != null) {
      return TimeExpression.window(end, new Window.CalendarYear(words.published().getYear() - 1));
    }
    return span ? TimeExpression.span(end, window) : TimeExpression.window(end, window);
  }

  private @Nullable TimeExpression toDate(int start, int limit) {
    Phrases.Match<TimeWord> word = words.word(start, limit);
    if (word == null) {
      return null;
    }
    return switch (word.value().kind()) {
      case YEAR_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.YTD);
      case QUARTER_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.QTD);
      case MONTH_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.MTD);
      case WEEK_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.WTD);
      case RECORD -> TimeExpression.window(word.end(), Window.AllTime.RECORD);
      case MONTHS_BACK ->
          TimeExpression.window(word.end(), new Window.Last(word.value().n(), Window.Unit.M));
      case STRETCH -> TimeExpression.openSince(word.end());
      case SO_FAR -> soFar(word.end(), limit);
      default -> null;
    };
  }

  /** "so far in (2013)", "so far in (December)": the year or month of publication up to now. */
  private TimeExpression soFar(int start, int limit) {
    LocalDate published = words.published();
    DateReader.Found date = words.dates(limit).at(words.skip(start, limit));
    if (published == null || date == null || date.date().day() != null) {
      return TimeExpression.openSince(start);
    }
    boolean year = date.date().year() == published.getYear();
    if (year && date.bareYear()) {
      return TimeExpression.window(date.end(), Window.ToDate.YTD);
    }
    boolean month =
        year && date.date().month() != null && date.date().month() == published.getMonthValue();
    return month
        ? TimeExpression.window(date.end(), Window.ToDate.MTD)
        : TimeExpression.openSince(start);
  }

  /** What a verb of closing ends: "(ended) the year", "(finished) 2011"; null where no stretch. */
  public @Nullable TimeExpression closing(int start, int limit) {
    DateReader.Found date = words.dates(limit).at(start);
    if (date != null && date.bareYear()) {
      return TimeExpression.window(date.end(), new Window.CalendarYear(date.date().year()));
    }
    Phrases.Match<TimeWord> word = words.word(start, limit);
    if (word == null) {
      return null;
    }
    return switch (word.value().kind()) {
      case YEARS -> TimeExpression.window(word.end(), Window.ToDate.YTD);
      case QUARTERS -> TimeExpression.window(word.end(), Window.ToDate.QTD);
      case MONTHS -> TimeExpression.window(word.end(), Window.ToDate.MTD);
      case WEEKS -> TimeExpression.window(word.end(), Window.ToDate.WTD);
      default -> null;
    };
  }

  /** A weekday, a date, "yesterday", or a month or year behind a preposition. */
  private @Nullable TimeExpression day(int start, int limit) {
    int i = start;
    boolean within = false;
    boolean past = false;
    Phrases.Match<TimeWord> word = words.word(i, limit);
    while (word != null
        && switch (word.value().kind()) {
          case ON, WITHIN, PAST, EARLY, LATE, MIDDLE, FILLER -> true;
          default -> false;
        }) {
      within |= word.value().is(Kind.WITHIN);
      past |= word.value().is(Kind.PAST);
      i = word.end();
      word = words.word(i, limit);
    }
    if (word != null && word.value().is(Kind.RELATIVE)) {
      return TimeExpression.session(
          word.end(), new SessionWords.DaysFromPublication(word.value().n()));
    }
    if (word != null && word.value().is(Kind.SESSION)) {
      return TimeExpression.session(
          word.end(), new SessionWords.SessionsFromPublication(word.value().n()));
    }
    DateReader.Found date = words.dates(limit).at(i);
    TimeExpression dated = date == null ? null : dated(date, within);
    if (dated != null) {
      return dated;
    }
    if (word != null && word.value().is(Kind.WEEKDAY)) {
      DayOfWeek day = DayOfWeek.of(word.value().n());
      boolean again = past && words.published() != null && words.published().getDayOfWeek() == day;
      return TimeExpression.session(word.end(), new SessionWords.OnWeekday(day, again));
    }
    return null;
  }

  /**
   * A day, a month, or a year behind a preposition; null for a bare year.
   *
   * @param within whether a preposition of stretches stands before it
   */
  private static @Nullable TimeExpression dated(DateReader.Found date, boolean within) {
    if (date.date().day() != null) {
      return TimeExpression.dated(date.end(), date.date().first(), date.weekday());
    }
    if (date.date().month() != null) {
      return TimeExpression.session(
          date.end(), new SessionWords.Period(date.date().first(), date.date().last()));
    }
    return within && date.bareYear()
        ? TimeExpression.window(date.end(), new Window.CalendarYear(date.date().year()))
        : null;
  }
}
