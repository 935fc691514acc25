package io.quotemark.reading.dates;

import io.quotemark.reading.DataLines;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days that a line names, in whatever form. */
final class DateForms {
  private static final Map<String, Integer> MONTHS = new HashMap<>();

  static {
    for (List<String> row : DataLines.of(DateForms.class, "months.tsv")) {
      DataLines.parts(row.get(1)).forEach(m -> MONTHS.put(m, Integer.valueOf(row.get(0))));
    }
  }

  private static final String MONTH = "(" + Alternatives.of(MONTHS.keySet()) + ")\\.?";

  /** The longest name of a month, a day and what stands between them and the year. */
  private static final int BEFORE_YEAR =
      30 + MONTHS.keySet().stream().mapToInt(String::length).max().orElse(0);

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /**
   * A day as it stands in the line.
   *
   * @param iso whether it is written as ISO 8601 has it, so that a bare offset may follow its time
   */
  record Day(LocalDate date, int start, int end, boolean iso) {}

  /**
   * Which group is the year, the month and the day.
   *
   * @param before how far before its year a date of this form may begin
   * @param after how far behind its year's first digit it may end
   */
  private record Form(Pattern pattern, int year, int month, int day, int before, int after) {}

  private static final Form ISO =
      new Form(
          Pattern.compile("(?<!\\d)(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)"), 1, 3, 4, 0, 10);

  private static final List<Form> NAMED =
      List.of(
          new Form(
              Pattern.compile(
                  "(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日号號일](?:\\s?[(（][月火水木金土日一二三四五六월화수목금토일][)）])?"),
              1,
              2,
              3,
              0,
              20),
          new Form(
              Pattern.compile(
                  "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\\.)?[\\s-]{0,2}(?:de |of |di )?(?<![\\p{L}])"
                      + MONTH
                      + "[,\\s-]{1,3}(?:de |del |d')?(\\d{4})(?!\\d)",
                  FLAGS),
              3,
              2,
              1,
              BEFORE_YEAR,
              4),
          new Form(
              Pattern.compile(
                  "(?<!\\p{L})"
                      + MONTH
                      + "\\s{0,2}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,2}(\\d{4})(?!\\d)",
                  FLAGS),
              3,
              1,
              2,
              BEFORE_YEAR,
              4),
          // glued to a name: "Ottilie MarshMarch 4, 2025"
          new Form(
              Pattern.compile(
                  "(?<=\\p{Ll})(?=\\p{Lu})(?i:"
                      + MONTH
                      + ")\\s{1,2}(\\d{1,2}),\\s{1,2}(\\d{4})(?!\\d)"),
              3,
              1,
              2,
              BEFORE_YEAR,
              4));

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(?<![\\d.,/-])(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2}(?=[\\s,]{1,2}\\d{1,2}[:h.]\\d{2}))(?!\\d)");

  private DateForms() {}

  /**
   * @param place BCP 47 tag that decides the order of day and month in a numeric date; null reads
   *     as American English
   */
  static List<Day> of(String line, @Nullable String place) {
    List<Day> out = new ArrayList<>();
    List<Integer> years = years(line);
    if (!years.isEmpty()) {
      add(ISO, line, years, out, true);
      // a year belongs to one date
      years.removeIf(year -> out.stream().anyMatch(d -> d.start() <= year && year < d.end()));
      NAMED.forEach(form -> add(form, line, years, out, false));
    }
    if (!parted(line)) {
      return out;
    }
    Matcher numeric = NUMERIC.matcher(line);
    while (numeric.find()) {
      int first = Integer.parseInt(numeric.group(1));
      // 25/12/2024 can only be the day first, and dots are never American
      boolean monthFirst = first <= 12 && !numeric.group(2).equals(".") && american(place);
      String year = numeric.group(4).length() == 2 ? "20" + numeric.group(4) : numeric.group(4);
      add(
          day(year, numeric.group(monthFirst ? 1 : 3), numeric.group(monthFirst ? 3 : 1)),
          numeric,
          out,
          false);
    }
    out.sort(Comparator.comparingInt(Day::start));
    return out;
  }

  /** Where four digits stand that are none of more. */
  private static List<Integer> years(String line) {
    List<Integer> out = new ArrayList<>();
    int digits = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && digit(line.charAt(i))) {
        digits++;
      } else {
        if (digits == 4) {
          out.add(i - 4);
        }
        digits = 0;
      }
    }
    return out;
  }

  /** Whether digits stand on both sides of a dash, a slash or a full stop. */
  private static boolean parted(String line) {
    for (int i = 1; i + 1 < line.length(); i++) {
      char c = line.charAt(i);
      if ((c == '-' || c == '/' || c == '.')
          && digit(line.charAt(i - 1))
          && digit(line.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean american(@Nullable String place) {
    if (place == null) {
      return true;
    }
    String tag = place.replace('_', '-').toLowerCase(Locale.ROOT);
    return tag.equals("en")
        || tag.startsWith("en-us")
        || tag.endsWith("-us")
        || tag.equals("en-ph");
  }

  /** Looks around the years alone, as if the whole line were looked through. */
  private static void add(Form form, String line, List<Integer> years, List<Day> out, boolean iso) {
    Matcher match =
        form.pattern().matcher(line).useTransparentBounds(true).useAnchoringBounds(false);
    for (int year : years) {
      match.region(Math.max(0, year - form.before()), Math.min(line.length(), year + form.after()));
      while (match.find()) {
        add(
            day(match.group(form.year()), match.group(form.month()), match.group(form.day())),
            match,
            out,
            iso && match.group(2).equals("-"));
      }
    }
  }

  private static void add(@Nullable LocalDate date, Matcher match, List<Day> out, boolean iso) {
    boolean overlaps =
        out.stream().anyMatch(d -> d.start() < match.end() && match.start() < d.end());
    if (date != null && !overlaps) {
      out.add(new Day(date, match.start(), match.end(), iso));
    }
  }

  private static @Nullable LocalDate day(String year, String month, String day) {
    Integer number =
        Character.isDigit(month.charAt(0))
            ? Integer.valueOf(month)
            : MONTHS.get(month.toLowerCase(Locale.ROOT));
    int y = Integer.parseInt(year);
    try {
      return number == null || !DateFinder.isYear(y)
          ? null
          : LocalDate.of(y, number, Integer.parseInt(day));
    } catch (DateTimeException e) {
      // 31 February and the like are no dates
      return null;
    }
  }
}
