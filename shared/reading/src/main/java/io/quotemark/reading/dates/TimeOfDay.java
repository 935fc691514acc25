package io.quotemark.reading.dates;

import io.quotemark.reading.DataLines;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A time of day, twelve- or twenty-four-hour, beside a date. */
record TimeOfDay(LocalTime time, int start, int end) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String DAY =
      Alternatives.of(
          DataLines.of(TimeOfDay.class, "weekdays.tsv").stream()
              .flatMap(row -> DataLines.parts(row.get(0)).stream())
              .collect(Collectors.toSet()));
  private static final String HALF = "(上午|下午|午前|午後|오전|오후|晚上|凌晨|早上|中午)";
  private static final String CLOCK =
      "(\\d{1,2})(?:(?:[:.]|\\s?h\\s?|\\s?[時时点點시]\\s?)(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?(?:\\s?[分분])?)?";
  private static final String HALF_AFTER =
      "(?:\\s?([ap])\\.?\\s?m\\b\\.?|\\s?([ap])\\.?m\\.?(?!\\p{L}))?";
  private static final String WORD = "(?:\\s?(?:Uhr|uur|hrs|horas?|hs|h|ore|heures?)(?!\\p{L}))?";
  private static final Pattern AFTER =
      Pattern.compile(
          "^(?:T|[\\s,|·•.–—-]{0,4}(?:[(（]?(?:"
              + DAY
              + ")\\.?[)）]?,?[\\s|·-]{0,3})?(?:(?:at|um|a las?|à|alle ore|alle|ore|às|as|om)\\s)?)\\s?"
              + HALF
              + "?\\s?"
              + CLOCK
              + HALF_AFTER
              + WORD,
          FLAGS);
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?<![\\d:.,])" + HALF + "?" + CLOCK + HALF_AFTER + WORD + "(.{0,40})$", FLAGS);
  private static final Pattern PLAIN_CLOCK =
      Pattern.compile("(?:T|\\s|,\\s)(\\d{2}):(\\d{2})(?!\\d)");
  private static final Pattern LEADING_DAY =
      Pattern.compile(
          "(?:(?<!\\p{L})|(?<=\\p{Ll})(?=\\p{Lu}))(?i:" + DAY + ")\\.?,?\\s{0,2}(?:den |the )?$");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "[\\s,|·•–—-]{0,3}(?:(?:" + DAY + ")\\.?[,\\s]{0,2}(?:\\p{L}{2,3} )?)?", FLAGS);

  /** Where the name of the weekday begins that leads a date; the date's own start without one. */
  static int weekday(String line, int start) {
    int from = Math.max(0, start - 20);
    Matcher match = LEADING_DAY.matcher(line.substring(from, start));
    return match.find() ? from + match.start() : start;
  }

  /** The time that follows a date. */
  static @Nullable TimeOfDay after(String line, int end) {
    if (end == line.length()) {
      return null;
    }
    Matcher match = AFTER.matcher(line.substring(end));
    return match.lookingAt() ? read(match, end) : null;
  }

  /** Whether hours and minutes follow a date that no day has, 25:00. */
  static boolean impossibleAfter(String line, int end) {
    Matcher clock = PLAIN_CLOCK.matcher(line).region(end, Math.min(line.length(), end + 12));
    return clock.lookingAt()
        && (Integer.parseInt(clock.group(1)) > 24 || Integer.parseInt(clock.group(2)) > 59);
  }

  /** The time that stands before a date, with at most a zone and a weekday between. */
  static @Nullable TimeOfDay before(String line, int start) {
    int from = Math.max(0, start - 60);
    Matcher match = BEFORE.matcher(line.substring(from, start));
    while (match.find()) {
      String between = match.group(7);
      Zones.Named zone = Zones.after(between, false);
      String rest = zone == null ? between : between.substring(zone.length());
      if (WEEKDAY.matcher(rest).matches()) {
        TimeOfDay time = read(match, from);
        return time == null
            ? null
            : new TimeOfDay(time.time(), time.start(), from + match.start(7));
      }
      if (!match.find(match.start() + 1)) {
        return null;
      }
    }
    return null;
  }

  private static @Nullable TimeOfDay read(Matcher match, int offset) {
    String minutes = match.group(3);
    String latin = match.group(5) != null ? match.group(5) : match.group(6);
    String half = match.group(1) != null ? match.group(1) : latin == null ? "" : latin;
    String whole = match.group().toLowerCase(Locale.ROOT);
    boolean hourWord = !half.isEmpty() || whole.matches(".*\\d\\s?(?:uhr|h|horas|時|时|点|點|시).*");
    if (minutes == null && !hourWord) {
      return null;
    }
    int hour = Integer.parseInt(match.group(2));
    int minute = minutes == null ? 0 : Integer.parseInt(minutes);
    int second = match.group(4) == null ? 0 : Integer.parseInt(match.group(4));
    boolean late = "pP".contains(half) ? !half.isEmpty() : "下午|午後|오후|晚上".contains(half);
    boolean early = "aA".contains(half) ? !half.isEmpty() : "上午|午前|오전|凌晨|早上".contains(half);
    if (late && hour < 12) {
      hour += 12;
    } else if (early && hour == 12) {
      hour = 0;
    }
    return hour > 23 || minute > 59 || second > 59
        ? null
        : new TimeOfDay(
            LocalTime.of(hour, minute, second), offset + match.start(), offset + match.end());
  }
}
