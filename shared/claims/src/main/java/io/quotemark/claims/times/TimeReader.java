package io.quotemark.claims.times;

import io.quotemark.claims.language.DataLines;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeWord.Kind;
import io.quotemark.domain.PartialDate;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds expressions of time in the words of one language. */
public final class TimeReader {
  private static final Map<String, Phrases<TimeWord>> LOADED = new ConcurrentHashMap<>();

  /** How far behind "since" the date of its event may stand, in tokens. */
  private static final int EVENT_WORDS = 14;

  private final Language language;
  private final Phrases<TimeWord> words;
  private final Tokens tokens;
  private final @Nullable LocalDate published;

  /**
   * @param published completes dates without a year; null where unknown
   */
  public TimeReader(Language language, Tokens tokens, @Nullable LocalDate published) {
    this.language = language;
    this.words = LOADED.computeIfAbsent(language.code(), code -> load(language));
    this.tokens = tokens;
    this.published = published;
  }

  private static Phrases<TimeWord> load(Language language) {
    Phrases<TimeWord> phrases = new Phrases<>();
    for (List<String> row : language.rows("times.tsv", 3)) {
      TimeWord word = new TimeWord(Kind.valueOf(row.get(0)), Integer.parseInt(row.get(1)));
      phrases.addAll(DataLines.phrases(row.get(2)), word);
    }
    return phrases;
  }

  /** The longest expression that begins at the token, or null; never reaches {@code limit}. */
  public @Nullable TimeExpression at(int start, int limit) {
    TimeExpression best = null;
    for (TimeExpression found :
        new @Nullable TimeExpression[] {
          since(start, limit),
          upToNow(start, limit),
          stretch(start, limit),
          toDate(start, limit),
          day(start, limit)
        }) {
      if (found != null && (best == null || found.end() > best.end())) {
        best = found;
      }
    }
    return best;
  }

  private @Nullable TimeExpression since(int start, int limit) {
    Phrases.Match<TimeWord> since = word(start, limit);
    if (since == null || !since.value().is(Kind.SINCE)) {
      return null;
    }
    int i = skip(since.end(), limit);
    Phrases.Match<TimeWord> word = word(i, limit);
    if (word != null && word.value().is(Kind.LISTING)) {
      return TimeExpression.window(closed(word.end(), limit), Window.SinceIpo.SINCE_IPO);
    }
    if (word != null && word.value().is(Kind.YEAR_START)) {
      return TimeExpression.window(closed(word.end(), limit), Window.ToDate.YTD);
    }
    int count = count(i, limit);
    Phrases.Match<TimeWord> counted = count > 0 ? word(countEnd(i, limit), limit) : null;
    if (counted != null && counted.value().isUnit()) {
      // "seit fünf Jahren"
      return TimeExpression.window(
          closed(counted.end(), limit), window(count, counted.value().kind()));
    }
    boolean early = word != null && word.value().is(Kind.EARLY);
    boolean late = word != null && word.value().is(Kind.LATE);
    if (word != null && (early || late || word.value().is(Kind.MIDDLE))) {
      i = skip(word.end(), limit);
      word = word(i, limit);
      Phrases.Match<TimeWord> unit =
          word != null && word.value().is(Kind.THIS) ? word(word.end(), limit) : word;
      if (early && unit != null && unit.value().is(Kind.YEARS)) {
        return TimeExpression.window(closed(unit.end(), limit), Window.ToDate.YTD);
      }
    }
    DateReader.Found date = dates(limit).at(i);
    if (date == null && word != null && word.value().is(Kind.PAST)) {
      date = dates(limit).at(word.end());
    }
    if (date != null) {
      int end = closed(date.end(), limit);
      return TimeExpression.since(end, narrowed(date, early, late));
    }
    return open(since.end(), limit);
  }

  /** "去年9月以来", "2008年以来の": the date stands before the word. */
  private @Nullable TimeExpression upToNow(int start, int limit) {
    Phrases.Match<TimeWord> word = word(start, limit);
    DateReader.Found date =
        word != null && word.value().is(Kind.LAST_YEAR)
            ? lastYear(word.end(), limit)
            : dates(limit).at(start);
    if (date == null) {
      return null;
    }
    Phrases.Match<TimeWord> behind = word(date.end(), limit);
    return behind != null && behind.value().is(Kind.UP_TO_NOW)
        ? TimeExpression.since(behind.end(), date.date())
        : null;
  }

  /** A month of the year before publication, or all of that year where no month follows. */
  private DateReader.@Nullable Found lastYear(int start, int limit) {
    if (published == null) {
      return null;
    }
    int year = published.getYear() - 1;
    DateReader.Found month = dates(limit).at(start);
    return month == null || month.bareYear()
        ? new DateReader.Found(new PartialDate(year, null, null), start, true)
        : new DateReader.Found(
            new PartialDate(year, month.date().month(), null), month.end(), false);
  }

  /** "since an 11 percent fall on April 28, 2006": the date of the event that follows. */
  private TimeExpression open(int start, int limit) {
    for (int i = start; i < Math.min(limit, start + EVENT_WORDS); i++) {
      if (tokens.get(i).is(",") || tokens.get(i).is(".")) {
        break;
      }
      Phrases.Match<TimeWord> word = word(i, limit);
      if (word != null && (word.value().is(Kind.ON) || word.value().is(Kind.WITHIN))) {
        DateReader.Found date = dates(limit).at(word.end());
        if (date != null && date.end() > word.end()) {
          return TimeExpression.since(start, date.date());
        }
      }
    }
    return TimeExpression.openSince(start);
  }

  /** "the end of 2012" is its last day, "early 2010" its first month. */
  private static PartialDate narrowed(DateReader.Found found, boolean early, boolean late) {
    PartialDate date = found.date();
    if (found.bareYear() && early) {
      return new PartialDate(date.year(), 1, null);
    }
    return found.bareYear() && late ? new PartialDate(date.year(), 12, 31) : date;
  }

  /** "five-month", "over the past 12 months", "in a year", "last week". */
  private @Nullable TimeExpression stretch(int start, int limit) {
    int i = start;
    boolean within = false;
    boolean past = false;
    Phrases.Match<TimeWord> word = word(i, limit);
    if (word != null && word.value().is(Kind.WITHIN)) {
      within = true;
      i = skip(word.end(), limit);
      word = word(i, limit);
    }
    if (word != null && word.value().is(Kind.PAST)) {
      past = true;
      i = skip(word.end(), limit);
    }
    int count = count(i, limit);
    boolean counted = count > 0;
    int unitAt = counted ? countEnd(i, limit) : i;
    boolean hyphen = counted && tokens.is(unitAt, "-");
    Phrases.Match<TimeWord> unit = word(hyphen ? unitAt + 1 : unitAt, limit);
    if (unit == null || !unit.value().isUnit() || (!counted && !past)) {
      return null;
    }
    Window window = window(Math.max(1, count), unit.value().kind());
    int end = unit.end();
    Phrases.Match<TimeWord> after = word(end, limit);
    if (after != null && after.value().is(Kind.UP_TO_NOW)) {
      return TimeExpression.window(after.end(), window); // "一个月来"
    }
    if (after != null && after.value().is(Kind.AGO)) {
      return null;
    }
    if (past && !counted && !within && unit.value().is(Kind.YEARS) && published != null) {
      return TimeExpression.window(end, new Window.CalendarYear(published.getYear() - 1));
    }
    if (after != null && after.value().is(Kind.PAST)) {
      return TimeExpression.window(after.end(), window);
    }
    return hyphen || !(past || within)
        ? TimeExpression.span(end, window)
        : TimeExpression.window(end, window);
  }

  private static Window window(int count, Kind unit) {
    return switch (unit) {
      case DAYS -> Window.last(count, Window.Unit.D);
      case WEEKS -> Window.last(count, Window.Unit.W);
      case MONTHS -> Window.last(count, Window.Unit.M);
      case QUARTERS -> Window.last(3 * count, Window.Unit.M);
      case DECADES -> Window.last(10 * count, Window.Unit.Y);
      default -> Window.last(count, Window.Unit.Y);
    };
  }

  private @Nullable TimeExpression toDate(int start, int limit) {
    Phrases.Match<TimeWord> word = word(start, limit);
    if (word == null) {
      return null;
    }
    return switch (word.value().kind()) {
      case YEAR_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.YTD);
      case QUARTER_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.QTD);
      case MONTH_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.MTD);
      case WEEK_TO_DATE -> TimeExpression.window(word.end(), Window.ToDate.WTD);
      case RECORD -> TimeExpression.window(word.end(), Window.AllTime.RECORD);
      case STRETCH -> TimeExpression.openSince(word.end());
      default -> null;
    };
  }

  /** What a verb of closing ends: "(ended) the year", "(finished) 2011"; null where no stretch. */
  public @Nullable TimeExpression closing(int start, int limit) {
    DateReader.Found date = dates(limit).at(start);
    if (date != null && date.bareYear()) {
      return TimeExpression.window(date.end(), new Window.CalendarYear(date.date().year()));
    }
    Phrases.Match<TimeWord> word = word(start, limit);
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
    Phrases.Match<TimeWord> word = word(i, limit);
    while (word != null
        && switch (word.value().kind()) {
          case ON, WITHIN, PAST, EARLY, LATE, MIDDLE, FILLER -> true;
          default -> false;
        }) {
      within |= word.value().is(Kind.WITHIN);
      past |= word.value().is(Kind.PAST);
      i = word.end();
      word = word(i, limit);
    }
    if (word != null && word.value().is(Kind.RELATIVE)) {
      return TimeExpression.session(
          word.end(), new SessionWords.DaysFromPublication(word.value().n()));
    }
    if (word != null && word.value().is(Kind.SESSION)) {
      return TimeExpression.session(
          word.end(), new SessionWords.SessionsFromPublication(word.value().n()));
    }
    DateReader.Found date = dates(limit).at(i);
    if (date != null && date.date().day() != null) {
      return TimeExpression.session(date.end(), new SessionWords.OnDate(date.date().first()));
    }
    if (date != null && date.date().month() != null) {
      return TimeExpression.session(
          date.end(), new SessionWords.Period(date.date().first(), date.date().last()));
    }
    if (date != null && within && date.bareYear()) {
      return TimeExpression.window(date.end(), new Window.CalendarYear(date.date().year()));
    }
    if (word != null && word.value().is(Kind.WEEKDAY)) {
      DayOfWeek day = DayOfWeek.of(word.value().n());
      boolean again = past && published != null && published.getDayOfWeek() == day;
      return TimeExpression.session(word.end(), new SessionWords.OnWeekday(day, again));
    }
    return null;
  }

  /** The end behind a closing "以来" or the like: "自去年以来". */
  private int closed(int i, int limit) {
    Phrases.Match<TimeWord> word = word(i, limit);
    return word != null && word.value().is(Kind.UP_TO_NOW) ? word.end() : i;
  }

  private DateReader dates(int limit) {
    return new DateReader(language, words, tokens, limit, published);
  }

  private Phrases.@Nullable Match<TimeWord> word(int i, int limit) {
    return i < limit ? words.longest(tokens, i, limit) : null;
  }

  private int skip(int i, int limit) {
    int at = i;
    Phrases.Match<TimeWord> word = word(at, limit);
    while (word != null && word.value().is(Kind.FILLER)) {
      at = word.end();
      word = word(at, limit);
    }
    return at;
  }

  private int count(int i, int limit) {
    if (i >= limit) {
      return 0;
    }
    if (tokens.get(i).isNumber()) {
      String digits = tokens.get(i).lower();
      return digits.length() <= 3 && digits.chars().allMatch(Character::isDigit)
          ? Integer.parseInt(digits)
          : 0;
    }
    Phrases.Match<TimeWord> word = word(i, limit);
    return word != null && word.value().is(Kind.COUNT) ? word.value().n() : 0;
  }

  private int countEnd(int i, int limit) {
    Phrases.Match<TimeWord> word = tokens.get(i).isNumber() ? null : word(i, limit);
    return word == null ? i + 1 : word.end();
  }
}
