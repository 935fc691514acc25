package io.quotemark.claims.times;

import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.times.TimeWord.Kind;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.Window;
import org.jspecify.annotations.Nullable;

/** Stretches that reach to now: "since May 2019", "since its IPO", "去年9月以来". */
final class SinceReader {
  /** How far behind "since" the date of its event may stand, in tokens. */
  private static final int EVENT_WORDS = 14;

  private final TimeWords words;

  SinceReader(TimeWords words) {
    this.words = words;
  }

  @Nullable TimeExpression since(int start, int limit) {
    Phrases.Match<TimeWord> since = words.word(start, limit);
    if (since == null || !since.value().is(Kind.SINCE)) {
      return null;
    }
    int i = words.skip(since.end(), limit);
    TimeExpression named = named(i, limit);
    if (named != null) {
      return named;
    }
    Phrases.Match<TimeWord> word = words.word(i, limit);
    boolean early = is(word, Kind.EARLY);
    boolean late = is(word, Kind.LATE);
    if (word != null && (early || late || is(word, Kind.MIDDLE))) {
      i = words.skip(word.end(), limit);
      word = words.word(i, limit);
      TimeExpression year = early ? thisYear(word, limit) : null;
      if (year != null) {
        return year;
      }
    }
    DateReader.Found date = words.dates(limit).at(i);
    if (date == null && word != null && is(word, Kind.PAST)) {
      date = words.dates(limit).at(word.end());
    }
    return date == null
        ? open(since.end(), limit)
        : TimeExpression.since(words.closed(date.end(), limit), narrowed(date, early, late));
  }

  /** "(since the start of) this year", "(seit Anfang) des Jahres". */
  private @Nullable TimeExpression thisYear(Phrases.@Nullable Match<TimeWord> word, int limit) {
    Phrases.Match<TimeWord> unit =
        word != null && is(word, Kind.THIS) ? words.word(word.end(), limit) : word;
    return unit != null && is(unit, Kind.YEARS)
        ? TimeExpression.window(words.closed(unit.end(), limit), Window.ToDate.YTD)
        : null;
  }

  /** "(since) its IPO", "(since) the turn of the year", "(seit) fünf Jahren". */
  private @Nullable TimeExpression named(int i, int limit) {
    Phrases.Match<TimeWord> word = words.word(i, limit);
    if (word != null && is(word, Kind.LISTING)) {
      return TimeExpression.window(words.closed(word.end(), limit), Window.SinceIpo.SINCE_IPO);
    }
    if (word != null && is(word, Kind.YEAR_START)) {
      return TimeExpression.window(words.closed(word.end(), limit), Window.ToDate.YTD);
    }
    int count = words.count(i, limit);
    Phrases.Match<TimeWord> counted =
        count > 0 ? words.word(words.countEnd(i, limit), limit) : null;
    return counted == null || !counted.value().isUnit()
        ? null
        : TimeExpression.window(
            words.closed(counted.end(), limit), TimeWords.window(count, counted.value().kind()));
  }

  private static boolean is(Phrases.@Nullable Match<TimeWord> word, Kind kind) {
    return word != null && word.value().is(kind);
  }

  /** "去年9月以来", "2008年以来の": the date stands before the word. */
  @Nullable TimeExpression upToNow(int start, int limit) {
    Phrases.Match<TimeWord> word = words.word(start, limit);
    DateReader.Found date =
        word != null && word.value().is(Kind.LAST_YEAR)
            ? lastYear(word.end(), limit)
            : words.dates(limit).at(start);
    if (date == null) {
      return null;
    }
    Phrases.Match<TimeWord> behind = words.word(date.end(), limit);
    return behind != null && behind.value().is(Kind.UP_TO_NOW)
        ? TimeExpression.since(behind.end(), date.date())
        : null;
  }

  /** "since an 11 percent fall on April 28, 2006": the date of the event that follows. */
  private TimeExpression open(int start, int limit) {
    for (int i = start; i < Math.min(limit, start + EVENT_WORDS); i++) {
      if (words.tokens().get(i).is(",") || words.tokens().get(i).is(".")) {
        break;
      }
      Phrases.Match<TimeWord> word = words.word(i, limit);
      if (word != null && (word.value().is(Kind.ON) || word.value().is(Kind.WITHIN))) {
        DateReader.Found date = words.dates(limit).at(word.end());
        if (date != null && date.end() > word.end()) {
          return TimeExpression.since(start, date.date());
        }
      }
    }
    return TimeExpression.openSince(start);
  }

  /** A month of the year before publication, or all of that year where no month follows. */
  private DateReader.@Nullable Found lastYear(int start, int limit) {
    if (words.published() == null) {
      return null;
    }
    int year = words.published().getYear() - 1;
    DateReader.Found month = words.dates(limit).at(start);
    return month == null || month.bareYear()
        ? new DateReader.Found(new PartialDate(year, null, null), start, true)
        : new DateReader.Found(
            new PartialDate(year, month.date().month(), null), month.end(), false);
  }

  /** "the end of 2012" is its last day, "early 2010" its first month. */
  private static PartialDate narrowed(DateReader.Found found, boolean early, boolean late) {
    PartialDate date = found.date();
    if (found.bareYear() && early) {
      return new PartialDate(date.year(), 1, null);
    }
    return found.bareYear() && late ? new PartialDate(date.year(), 12, 31) : date;
  }
}
