package io.quotemark.claims.times;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeWord.Kind;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.text.PlainText;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads printed dates: "Sept. 9", "9. September 2024", "November 2021", "2021年11月18日". */
final class DateReader {
  /**
   * A date found.
   *
   * @param bareYear only a year is printed
   * @param weekday printed before it, else null
   */
  record Found(PartialDate date, int end, boolean bareYear, @Nullable DayOfWeek weekday) {
    Found(PartialDate date, int end, boolean bareYear) {
      this(date, end, bareYear, null);
    }

    Found on(DayOfWeek day) {
      return new Found(date, end, bareYear, day);
    }
  }

  private final Language language;
  private final Phrases<TimeWord> words;
  private final Tokens tokens;
  private final int limit;
  private final @Nullable LocalDate published;

  DateReader(
      Language language,
      Phrases<TimeWord> words,
      Tokens tokens,
      int limit,
      @Nullable LocalDate published) {
    this.language = language;
    this.words = words;
    this.tokens = tokens;
    this.limit = limit;
    this.published = published;
  }

  @Nullable Found at(int start) {
    int i = start;
    Phrases.Match<TimeWord> word = word(i);
    if (word != null && word.value().is(Kind.WEEKDAY)) {
      i = tokens.is(word.end(), ",") ? word.end() + 1 : word.end();
      Found rest = i < limit ? dayForms(i) : null;
      return rest != null && rest.date().day() != null
          ? rest.on(DayOfWeek.of(word.value().n()))
          : null;
    }
    return dayForms(i);
  }

  private @Nullable Found dayForms(int i) {
    Found east = eastern(i);
    if (east != null) {
      return east;
    }
    Phrases.Match<TimeWord> word = word(i);
    if (word != null && word.value().is(Kind.MONTH)) {
      int next = tokens.is(word.end(), ".") ? word.end() + 1 : word.end();
      int day = small(next);
      if (day > 0) {
        int behind = ordinalEnd(next + 1);
        int yearAt = tokens.is(behind, ",") ? behind + 1 : behind;
        int year = year(yearAt);
        return made(year, word.value().n(), day, year > 0 ? yearAt + 1 : behind);
      }
      int yearAt = filler(next);
      int year = year(yearAt);
      return made(year, word.value().n(), 0, year > 0 ? yearAt + 1 : word.end());
    }
    int day = small(i);
    if (day > 0) {
      int monthAt = filler(ordinalEnd(i + 1));
      Phrases.Match<TimeWord> month = word(monthAt);
      if (month != null && month.value().is(Kind.MONTH)) {
        int yearAt = filler(tokens.is(month.end(), ".") ? month.end() + 1 : month.end());
        int year = year(yearAt);
        return made(year, month.value().n(), day, year > 0 ? yearAt + 1 : month.end());
      }
      return null;
    }
    int year = year(i);
    return year > 0 ? new Found(new PartialDate(year, null, null), i + 1, true) : null;
  }

  /** Year, month and day with their Chinese, Japanese or Korean signs. */
  private @Nullable Found eastern(int start) {
    int i = start;
    int year = 0;
    if (i + 1 < limit && isSign(i + 1, WordGroup.YEAR_SIGN)) {
      year = year(i);
      if (year == 0) {
        return null;
      }
      i += 2;
    }
    if (i + 1 >= limit || !isSign(i + 1, WordGroup.MONTH_SIGN) || small(i) == 0) {
      return year > 0 ? new Found(new PartialDate(year, null, null), i, true) : null;
    }
    int month = small(i);
    i += 2;
    if (i + 1 < limit && small(i) > 0 && isSign(i + 1, WordGroup.DAY_SIGN)) {
      return made(year, month, small(i), i + 2);
    }
    return made(year, month, 0, i);
  }

  private boolean isSign(int i, WordGroup group) {
    return i < tokens.size() && tokens.get(i).kind() == Token.Kind.CJK && sign(i, group);
  }

  private boolean sign(int i, WordGroup group) {
    return i < tokens.size() && language.words(group).contains(tokens.get(i).lower());
  }

  private @Nullable Found made(int printedYear, int month, int day, int end) {
    try {
      int year = printedYear;
      if (year == 0) {
        if (published == null) {
          return null;
        }
        year = published.getYear();
        LocalDate first = LocalDate.of(year, month, day == 0 ? 1 : day);
        if (first.isAfter(published.plusDays(1))) {
          year--;
        }
      }
      return new Found(new PartialDate(year, month, day == 0 ? null : day), end, false);
    } catch (DateTimeException | IllegalArgumentException noSuchDate) {
      return null;
    }
  }

  private Phrases.@Nullable Match<TimeWord> word(int i) {
    Phrases.Match<TimeWord> match = i < limit ? words.longest(tokens, i, limit) : null;
    boolean month = match != null && match.value().is(Kind.MONTH);
    // "may" and "march" are months only with a capital.
    boolean verb = month && sign(i, WordGroup.VERB_OR_MONTH) && !tokens.capitalised(i);
    return verb ? null : match;
  }

  private int filler(int i) {
    int at = i;
    while (at < limit) {
      Phrases.Match<TimeWord> match = words.longest(tokens, at, limit);
      if (match == null || !match.value().is(Kind.FILLER)) {
        break;
      }
      at = match.end();
    }
    return at;
  }

  /** A day or month number, else 0. */
  private int small(int i) {
    if (i >= limit || !tokens.get(i).isNumber() || tokens.get(i).length() > 2) {
      return 0;
    }
    int value = Integer.parseInt(tokens.get(i).lower());
    return value <= 31 ? value : 0;
  }

  private int year(int i) {
    if (i >= limit || !tokens.get(i).isNumber() || tokens.get(i).length() != 4) {
      return 0;
    }
    String digits = tokens.get(i).lower();
    if (!PlainText.isAsciiDigits(digits)) {
      return 0;
    }
    int value = Integer.parseInt(digits);
    return value >= 1900 && value <= 2099 ? value : 0;
  }

  private int ordinalEnd(int i) {
    return sign(i, WordGroup.ORDINAL_SUFFIX) || (tokens.is(i, ".") && !tokens.spaceBefore(i))
        ? i + 1
        : i;
  }
}
