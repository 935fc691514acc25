package io.quotemark.local.cloud;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EventBridge's {@code cron(minutes hours day-of-month month day-of-week year)} and {@code rate(n
 * unit)}: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html. Days of the
 * week run from 1, Sunday. {@code L}, {@code W} and {@code #} are refused.
 */
sealed interface ScheduleExpression {
  /** The first time after {@code now}; empty where there is none any more. */
  Optional<Instant> next(Instant now);

  static ScheduleExpression parse(String expression, ZoneId zone) {
    Matcher rate = Rate.FORM.matcher(expression);
    if (rate.matches()) {
      long count = Long.parseLong(rate.group(1));
      return new Rate(
          switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
          });
    }
    if (expression.startsWith("cron(") && expression.endsWith(")")) {
      String[] fields = expression.substring(5, expression.length() - 1).split(" ", -1);
      if (fields.length == 6) {
        return new Cron(
            field(fields[0], 0, 59, List.of()),
            field(fields[1], 0, 23, List.of()),
            field(fields[2], 1, 31, List.of()),
            field(fields[3], 1, 12, Cron.MONTHS),
            field(fields[4], 1, 7, Cron.DAYS),
            field(fields[5], 1970, 2199, List.of()),
            zone);
      }
    }
    throw new IllegalArgumentException("not a schedule expression: " + expression);
  }

  /**
   * @param names names of the values from {@code first} on
   */
  private static SortedSet<Integer> field(String text, int first, int last, List<String> names) {
    SortedSet<Integer> values = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String[] stepped = part.split("/", 2);
      int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
      String[] range = stepped[0].split("-", 2);
      boolean all = stepped[0].equals("*") || stepped[0].equals("?");
      int from = all ? first : value(range[0], first, names);
      int to;
      if (all || (range.length == 1 && stepped.length == 2)) {
        to = last;
      } else {
        to = range.length == 2 ? value(range[1], first, names) : from;
      }
      if (from < first || to > last || from > last || step < 1) {
        throw new IllegalArgumentException("out of " + first + " to " + last + ": " + text);
      }
      int span = last - first + 1;
      int length = to >= from ? to - from : to + span - from; // FRI-SUN wraps
      for (int i = 0; i <= length; i += step) {
        values.add(first + (from - first + i) % span);
      }
    }
    return values;
  }

  private static int value(String text, int first, List<String> names) {
    int named = names.indexOf(text.toUpperCase(Locale.ROOT));
    return named >= 0 ? first + named : Integer.parseInt(text);
  }

  record Rate(Duration every) implements ScheduleExpression {
    static final Pattern FORM = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    @Override
    public Optional<Instant> next(Instant now) {
      return Optional.of(now.plus(every));
    }
  }

  record Cron(
      SortedSet<Integer> minutes,
      SortedSet<Integer> hours,
      SortedSet<Integer> daysOfMonth,
      SortedSet<Integer> months,
      SortedSet<Integer> daysOfWeek,
      SortedSet<Integer> years,
      ZoneId zone)
      implements ScheduleExpression {
    static final List<String> MONTHS =
        List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    @Override
    public Optional<Instant> next(Instant now) {
      LocalDate day = now.atZone(zone).toLocalDate();
      while (day.getYear() <= years.last()) {
        if (falls(day)) {
          for (int hour : hours) {
            for (int minute : minutes) {
              ZonedDateTime time = ZonedDateTime.of(day, LocalTime.of(hour, minute), zone);
              if (time.toInstant().isAfter(now)) {
                return Optional.of(time.toInstant());
              }
            }
          }
        }
        day = day.plusDays(1);
      }
      return Optional.empty();
    }

    private boolean falls(LocalDate day) {
      int weekday = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : day.getDayOfWeek().getValue() + 1;
      return years.contains(day.getYear())
          && months.contains(day.getMonthValue())
          && daysOfMonth.contains(day.getDayOfMonth())
          && daysOfWeek.contains(weekday);
    }
  }
}
