package io.quotemark.domain.claim;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A date as precise as the words: {@code 2011}, {@code 2021-11} or {@code 2008-10-10}. */
public record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {
  public PartialDate {
    if (day != null && month == null) {
      throw new IllegalArgumentException("a day needs its month: " + year + "-?-" + day);
    }
    try {
      if (month != null && day != null) {
        LocalDate.of(year, month, day);
      } else if (month != null) {
        YearMonth.of(year, month);
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such date: " + e.getMessage(), e);
    }
  }

  /**
   * @throws IllegalArgumentException where {@code text} is none of the three forms
   */
  public static PartialDate parse(String text) {
    if (!text.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
      throw new IllegalArgumentException(
          "not a date of the form 2011, 2021-11 or 2008-10-10: " + text);
    }
    String[] parts = text.split("-", -1);
    return new PartialDate(
        Integer.parseInt(parts[0]),
        parts.length > 1 ? Integer.valueOf(parts[1]) : null,
        parts.length > 2 ? Integer.valueOf(parts[2]) : null);
  }

  public static PartialDate of(LocalDate day) {
    return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  public LocalDate first() {
    return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
  }

  public LocalDate last() {
    if (month == null) {
      return LocalDate.of(year, 12, 31);
    }
    return day == null ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
  }

  @Override
  public String toString() {
    String text = "%04d".formatted(year);
    if (month != null) {
      text += "-%02d".formatted(month);
    }
    return day == null ? text : text + "-%02d".formatted(day);
  }
}
