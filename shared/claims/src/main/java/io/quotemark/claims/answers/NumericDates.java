package io.quotemark.claims.answers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Dates in digits: 2025-02-24, 2025/2/24, 24.02.2025, 24/02/2025, 02/24/2025. */
final class NumericDates {
  /**
   * A date on the chars up to {@code end}.
   *
   * @param certain whether it reads one way only
   */
  record Found(LocalDate date, int end, boolean certain) {}

  private static final Pattern DATE =
      Pattern.compile(
          "(?<![\\d.,/-])(?:(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{1,2})([./-])(\\d{1,2})\\6(\\d{4}))(?![\\d/-]|[.,]\\d)");

  private static final int MONTHS = 12;

  private final NavigableMap<Integer, Found> byStart = new TreeMap<>();

  /** Where each line begins. */
  private final int[] lines;

  /**
   * @param monthFirst whether 02/03 reads as the third of February where both are months
   */
  NumericDates(String text, boolean monthFirst) {
    this.lines =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
    Matcher matcher = DATE.matcher(text);
    while (matcher.find()) {
      LocalDate date =
          matcher.group(1) != null
              ? date(number(matcher, 1), number(matcher, 3), number(matcher, 4))
              : lastYear(matcher, monthFirst && matcher.group(6).equals("/"));
      if (date != null) {
        boolean certain =
            matcher.group(1) != null
                || !matcher.group(6).equals("/")
                || Math.max(number(matcher, 5), number(matcher, 7)) > MONTHS
                || number(matcher, 5) == number(matcher, 7);
        byStart.put(matcher.start(), new Found(date, matcher.end(), certain));
      }
    }
  }

  private static @Nullable LocalDate lastYear(Matcher matcher, boolean monthFirst) {
    int one = number(matcher, 5);
    int other = number(matcher, 7);
    boolean swapped = other > MONTHS || (monthFirst && one <= MONTHS);
    return date(number(matcher, 8), swapped ? one : other, swapped ? other : one);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return year < 1900 || year > 2100 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /** The only date in the line of a char; null where there are none or several. */
  @Nullable LocalDate onlyOfLine(int at) {
    int found = Arrays.binarySearch(lines, at);
    int line = found >= 0 ? found : -found - 2;
    int end = line + 1 < lines.length ? lines[line + 1] : Integer.MAX_VALUE;
    LocalDate only = null;
    for (Found date : byStart.subMap(lines[line], end).values()) {
      if (only != null) {
        return null;
      }
      only = date.date();
    }
    return only;
  }

  /** The date whose first char is that. */
  @Nullable Found at(int start) {
    return byStart.get(start);
  }
}
