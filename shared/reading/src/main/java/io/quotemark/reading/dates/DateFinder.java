package io.quotemark.reading.dates;

import io.quotemark.domain.PublicationTime;
import io.quotemark.reading.DataLines;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a date, with its time and zone where they stand with it, in a line of text; glued to other
 * words or not.
 */
public final class DateFinder {
  private static final Map<String, Integer> MONTHS = new HashMap<>();
  private static final Map<String, ZoneId> ZONES = new HashMap<>();

  static {
    for (List<String> row : DataLines.of(DateFinder.class, "months.tsv")) {
      DataLines.parts(row.get(1)).forEach(m -> MONTHS.put(m, Integer.valueOf(row.get(0))));
    }
    for (List<String> row : DataLines.of(DateFinder.class, "zones.tsv")) {
      DataLines.parts(row.get(0))
          .forEach(z -> ZONES.put(z.toLowerCase(Locale.ROOT), ZoneId.of(row.get(1))));
    }
  }

  private static final String MONTH = "(" + alternatives(MONTHS) + ")\\.?";
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** The order of day and month in a numeric date. */
  private enum Order {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST
  }

  private record Form(Pattern pattern, Order order, boolean named) {}

  private static final List<Form> NAMED =
      List.of(
          new Form(
              Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)"),
              Order.YEAR_FIRST,
              false),
          new Form(
              Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]"),
              Order.YEAR_FIRST,
              false),
          new Form(
              Pattern.compile(
                  "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?[\\s-]{1,2}(?:de |of |di )?"
                      + MONTH
                      + "[,\\s-]{1,3}(?:de |del )?(\\d{4})",
                  FLAGS),
              Order.DAY_FIRST,
              true),
          new Form(
              Pattern.compile(
                  "(?<![\\p{L}])" + MONTH + "\\s{1,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})",
                  FLAGS),
              Order.MONTH_FIRST,
              true));

  private static final Pattern NUMERIC =
      Pattern.compile("(?<!\\d)(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})(?!\\d)");

  private static final Pattern TIME =
      Pattern.compile(
          "^(?:T|[\\s,|·–—-]{0,4}(?:(?:at|um|a las|à|alle ore|alle|às|om|às)\\s)?)\\s?(上午|下午|午前|午後|오전|오후)?\\s?(\\d{1,2})[:.h時시](\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?\\s?([ap]\\.?\\s?m\\.?(?![\\p{L}]))?(?:\\s?Uhr)?",
          FLAGS);

  private static final Pattern OFFSET =
      Pattern.compile("^\\s?(?:\\(?(?:GMT|UTC))?\\s?([+-]\\d{2}):?(\\d{2})");
  private static final Pattern ZONE =
      Pattern.compile("^[\\s(（,]{0,2}(" + alternatives(ZONES) + ")(?![\\p{L}])", FLAGS);
  private static final Pattern ZONE_BEFORE = Pattern.compile("(北京时间|北京時間|香港时间|香港時間|日本時間)\\s?$");

  private DateFinder() {}

  /**
   * @param start where it begins in the line
   * @param end where what belongs to it ends
   */
  public record Found(PublicationTime time, int start, int end) {}

  /**
   * The first date of a line.
   *
   * @param language decides the order of day and month in a numeric date; null reads as English
   */
  public static Optional<Found> first(String line, @Nullable String language) {
    return all(line, language).stream().findFirst();
  }

  /** Every date of a line, in order. */
  public static List<Found> all(String line, @Nullable String language) {
    List<Found> out = new ArrayList<>();
    for (Form form : NAMED) {
      Matcher match = form.pattern().matcher(line);
      while (match.find()) {
        date(match, form.order(), form.named())
            .ifPresent(d -> out.add(withTime(line, match.start(), match.end(), d)));
      }
    }
    Matcher numeric = NUMERIC.matcher(line);
    while (numeric.find()) {
      boolean american = language == null || language.startsWith("en");
      // 25/12/2024 can only be the day first, whoever writes it
      boolean monthFirst = american && Integer.parseInt(numeric.group(1)) <= 12;
      date(numeric, monthFirst ? Order.MONTH_FIRST : Order.DAY_FIRST, false)
          .ifPresent(d -> out.add(withTime(line, numeric.start(), numeric.end(), d)));
    }
    out.sort(Comparator.comparingInt(Found::start));
    return out;
  }

  private static Optional<LocalDate> date(Matcher match, Order order, boolean named) {
    int year = Integer.parseInt(match.group(order == Order.YEAR_FIRST ? 1 : 3));
    String first = match.group(order == Order.YEAR_FIRST ? 2 : 1);
    String second = match.group(order == Order.YEAR_FIRST ? 3 : 2);
    String monthText = order == Order.DAY_FIRST ? second : first;
    String dayText = order == Order.DAY_FIRST ? first : second;
    Integer month =
        named ? MONTHS.get(monthText.toLowerCase(Locale.ROOT)) : Integer.valueOf(monthText);
    try {
      return month == null || year < 1900 || year > 2100
          ? Optional.empty()
          : Optional.of(LocalDate.of(year, month, Integer.parseInt(dayText)));
    } catch (DateTimeException e) {
      // 31 February and the like are no dates
      return Optional.empty();
    }
  }

  private static Found withTime(String line, int start, int end, LocalDate date) {
    Matcher time = TIME.matcher(line.substring(end));
    if (!time.find()) {
      return new Found(PublicationTime.on(date), start, end);
    }
    int hour = Integer.parseInt(time.group(2));
    int minute = Integer.parseInt(time.group(3));
    String half =
        (time.group(1) == null ? "" : time.group(1))
            + (time.group(5) == null ? "" : time.group(5).toLowerCase(Locale.ROOT));
    if (half.startsWith("p") || half.contains("下午") || half.contains("午後") || half.contains("오후")) {
      hour = hour < 12 ? hour + 12 : hour;
    } else if (!half.isEmpty() && hour == 12) {
      hour = 0;
    }
    if (hour > 23 || minute > 59) {
      return new Found(PublicationTime.on(date), start, end);
    }
    LocalTime at =
        LocalTime.of(hour, minute, time.group(4) == null ? 0 : Integer.parseInt(time.group(4)));
    int behind = end + time.end();
    String rest = line.substring(behind);
    Matcher offset = OFFSET.matcher(rest);
    if (offset.find()) {
      ZoneOffset zone = ZoneOffset.of(offset.group(1) + ":" + offset.group(2));
      return new Found(
          PublicationTime.at(OffsetDateTime.of(date, at, zone), PublicationTime.Quality.DECLARED),
          start,
          behind + offset.end());
    }
    Matcher named = ZONE.matcher(rest);
    Matcher before = ZONE_BEFORE.matcher(line.substring(0, start));
    ZoneId zone = null;
    int stop = behind;
    if (named.find()) {
      zone = ZONES.get(named.group(1).toLowerCase(Locale.ROOT));
      stop = behind + named.end();
    } else if (before.find()) {
      zone = ZONES.get(before.group(1));
    }
    if (zone != null) {
      return new Found(
          PublicationTime.at(
              date.atTime(at).atZone(zone).toOffsetDateTime(), PublicationTime.Quality.DECLARED),
          start,
          stop);
    }
    return new Found(new Undeclared(date, at).inferred(null), start, behind);
  }

  /** A time of day without its zone. */
  record Undeclared(LocalDate date, LocalTime time) {
    /** The zone of the language's largest market; nothing better is known. */
    PublicationTime inferred(@Nullable ZoneId zone) {
      ZoneId place = zone == null ? ZoneOffset.UTC : zone;
      return PublicationTime.at(
          date.atTime(time).atZone(place).toOffsetDateTime(),
          PublicationTime.Quality.OFFSET_INFERRED);
    }
  }

  private static String alternatives(Map<String, ?> names) {
    return names.keySet().stream()
        .sorted(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
