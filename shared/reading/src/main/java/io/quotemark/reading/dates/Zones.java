package io.quotemark.reading.dates;

import io.quotemark.reading.DataLines;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Zones and offsets as print names them, and the zone a language is mostly printed in. */
final class Zones {
  private static final Map<String, ZoneId> NAMED = new HashMap<>();
  private static final Map<String, ZoneId> PLACES = new HashMap<>();

  static {
    for (List<String> row : DataLines.of(Zones.class, "zones.tsv")) {
      DataLines.parts(row.get(0))
          .forEach(z -> NAMED.put(z.toLowerCase(Locale.ROOT), ZoneId.of(row.get(1))));
    }
    for (List<String> row : DataLines.of(Zones.class, "places.tsv")) {
      DataLines.parts(row.get(0))
          .forEach(p -> PLACES.put(p.toLowerCase(Locale.ROOT), ZoneId.of(row.get(1))));
    }
  }

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NAME = "(" + Alternatives.of(NAMED.keySet()) + ")";
  private static final Pattern AFTER =
      Pattern.compile("^[\\s(（,\\[]{0,2}" + NAME + "(?!\\p{L})[)）\\]]?", FLAGS);
  private static final Pattern BEFORE =
      Pattern.compile("(?<!\\p{L})" + NAME + "[\\s)）：:]{0,2}$", FLAGS);
  private static final Pattern OFFSET =
      Pattern.compile(
          "^\\s?[(\\[]?(?:GMT|UTC)\\s?([+−-])\\s?(\\d{1,2})(?::?(\\d{2}))?(?!\\d)[)\\]]?", FLAGS);
  private static final Pattern BARE_OFFSET =
      Pattern.compile("^([+-])(\\d{2}):?(\\d{2})(?!\\d)|^\\s([+-])(\\d{2})(\\d{2})(?!\\d)");

  private Zones() {}

  /**
   * @param length how much of the text belongs to it
   */
  record Named(ZoneId zone, int length) {}

  /**
   * The zone at the start of what follows a time.
   *
   * @param iso whether the date is written as ISO 8601 has it
   */
  static @Nullable Named after(String rest, boolean iso) {
    Matcher offset = OFFSET.matcher(rest);
    if (offset.lookingAt()) {
      ZoneId zone = offset(offset.group(1), offset.group(2), offset.group(3));
      if (zone != null) {
        return new Named(zone, offset.end());
      }
    }
    Matcher bare = BARE_OFFSET.matcher(rest);
    if (bare.lookingAt() && (iso || bare.group(4) != null)) {
      int first = bare.group(1) != null ? 1 : 4;
      ZoneId zone = offset(bare.group(first), bare.group(first + 1), bare.group(first + 2));
      if (zone != null) {
        return new Named(zone, bare.end());
      }
    }
    Matcher named = AFTER.matcher(rest);
    if (named.lookingAt()) {
      ZoneId zone = NAMED.get(named.group(1).toLowerCase(Locale.ROOT));
      return zone == null ? null : new Named(zone, named.end());
    }
    return null;
  }

  /** The zone that stands directly before a date or a time; its length reaches up to that. */
  static @Nullable Named before(String head) {
    Matcher named = BEFORE.matcher(head);
    ZoneId zone = named.find() ? NAMED.get(named.group(1).toLowerCase(Locale.ROOT)) : null;
    return zone == null ? null : new Named(zone, head.length() - named.start());
  }

  /** Where a language is mostly printed; null where that is in several zones. */
  static @Nullable ZoneId of(@Nullable String place) {
    if (place == null) {
      return null;
    }
    String tag = place.replace('_', '-').toLowerCase(Locale.ROOT);
    int dash = tag.indexOf('-');
    ZoneId exact = PLACES.get(tag);
    return exact != null || dash < 0 ? exact : PLACES.get(tag.substring(0, dash));
  }

  private static @Nullable ZoneId offset(String sign, String hours, @Nullable String minutes) {
    try {
      int h = Integer.parseInt(hours);
      int m = minutes == null ? 0 : Integer.parseInt(minutes);
      return sign.equals("+") ? ZoneOffset.ofHoursMinutes(h, m) : ZoneOffset.ofHoursMinutes(-h, -m);
    } catch (DateTimeException e) {
      // +45:00 is no offset
      return null;
    }
  }
}
