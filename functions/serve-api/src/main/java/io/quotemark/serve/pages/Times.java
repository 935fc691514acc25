package io.quotemark.serve.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people write them: {@code 11 March 2025, 18:15 UTC}. */
public final class Times {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private Times() {}

  /**
   * @param rfc3339 a time with its offset, or a date; anything else is shown as it is
   */
  public static Html html(String rfc3339) {
    return Html.of("<time datetime=\"{}\">{}</time>", rfc3339, words(rfc3339));
  }

  /** The day alone, of a time or a date. */
  public static Html day(String rfc3339) {
    return html(rfc3339.substring(0, Math.min(10, rfc3339.length())));
  }

  public static String words(LocalDate day) {
    return DAY.format(day);
  }

  public static String words(String rfc3339) {
    try {
      if (rfc3339.length() == 10) {
        return DAY.format(LocalDate.parse(rfc3339));
      }
      OffsetDateTime time = OffsetDateTime.parse(rfc3339);
      String zone =
          time.getOffset().equals(ZoneOffset.UTC) ? "UTC" : "UTC" + shortened(time.getOffset());
      return MINUTE.format(time) + " " + zone;
    } catch (DateTimeException e) {
      return rfc3339;
    }
  }

  /** {@code +8} of {@code +08:00}, {@code +5:30} of {@code +05:30}. */
  private static String shortened(ZoneOffset offset) {
    String id = offset.getId();
    String hours = id.charAt(1) == '0' ? id.charAt(0) + id.substring(2) : id;
    return (hours.endsWith(":00") ? hours.substring(0, hours.length() - 3) : hours)
        .replace('-', '−');
  }
}
