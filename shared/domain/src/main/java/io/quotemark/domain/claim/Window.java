package io.quotemark.domain.claim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The stretch of time a claim compares with, written as in the public contract: {@code 52w}, {@code
 * 5m} (months), {@code 3y}, {@code 2d} (sessions), {@code ytd}, {@code mtd}, {@code record}, {@code
 * 2011} (that calendar year), {@code since:2010-01}, {@code since:ipo}; a return from a high or low
 * is {@code from:high:52w}, {@code from:low:2009-03}, {@code from:closing-high:record}.
 */
public sealed interface Window {
  enum Unit {
    D,
    W,
    M,
    Y
  }

  record Last(int count, Unit unit) implements Window {
    public Last {
      if (count < 1) {
        throw new IllegalArgumentException("a window needs a positive length: " + count + unit);
      }
    }

    // by hand: hashed in every first answer, and a record's own make the JDK spin classes
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Last last && last.count == count && last.unit == unit;
    }

    @Override
    public int hashCode() {
      return 31 * count + unit.hashCode();
    }

    @Override
    public String toString() {
      return count + unit.name().toLowerCase(Locale.ROOT);
    }
  }

  /** From the start of the current year, quarter, month or week. */
  enum ToDate implements Window {
    YTD,
    QTD,
    MTD,
    WTD;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** All history. */
  enum AllTime implements Window {
    RECORD;

    @Override
    public String toString() {
      return "record";
    }
  }

  record CalendarYear(int year) implements Window {
    @Override
    public String toString() {
      return String.valueOf(year);
    }
  }

  record Since(PartialDate date) implements Window {
    @Override
    public String toString() {
      return "since:" + date;
    }
  }

  enum SinceIpo implements Window {
    SINCE_IPO;

    @Override
    public String toString() {
      return "since:ipo";
    }
  }

  /**
   * From a high or low, which a return is counted from; told by {@code of} or by {@code in}, and
   * never by both.
   *
   * @param direction {@link Direction#HIGH} or {@link Direction#LOW}
   * @param closing whether the highest close is meant, and no price during a session
   * @param of the stretch up to now it is the high of: all history, some weeks, this year; else
   *     null
   * @param in the year, month or day it was reached; else null
   */
  record FromPeak(
      Direction direction, boolean closing, @Nullable Window of, @Nullable PartialDate in)
      implements Window {
    private static final String PREFIX = "from:";
    private static final String CLOSING = "closing-";

    public FromPeak {
      if ((of == null) == (in == null)) {
        throw new IllegalArgumentException("a peak is told by a stretch or by a date");
      }
    }

    private static FromPeak parse(String text) {
      boolean closing = text.startsWith(CLOSING, PREFIX.length());
      String rest = text.substring(PREFIX.length() + (closing ? CLOSING.length() : 0));
      int colon = rest.indexOf(':');
      String end = rest.substring(colon + 1);
      Direction direction =
          switch (colon < 0 || end.isEmpty() ? "" : rest.substring(0, colon)) {
            case "high" -> Direction.HIGH;
            case "low" -> Direction.LOW;
            default -> throw new IllegalArgumentException("not a window: " + text);
          };
      return Character.isDigit(end.charAt(end.length() - 1))
          ? new FromPeak(direction, closing, null, PartialDate.parse(end))
          : new FromPeak(direction, closing, Window.parse(end), null);
    }

    @Override
    public String toString() {
      return PREFIX
          + (closing ? CLOSING : "")
          + direction.name().toLowerCase(Locale.ROOT)
          + ":"
          + (of == null ? in : of);
    }
  }

  static Window last(int count, Unit unit) {
    return new Last(count, unit);
  }

  /**
   * @throws IllegalArgumentException where {@code text} is none of the forms above
   */
  static Window parse(String text) {
    return switch (text) {
      case "record" -> AllTime.RECORD;
      case "since:ipo" -> SinceIpo.SINCE_IPO;
      case "ytd", "qtd", "mtd", "wtd" -> ToDate.valueOf(text.toUpperCase(Locale.ROOT));
      default -> {
        if (text.startsWith("since:")) {
          yield new Since(PartialDate.parse(text.substring(6)));
        }
        if (text.startsWith(FromPeak.PREFIX)) {
          yield FromPeak.parse(text);
        }
        if (text.matches("\\d{4}")) {
          yield new CalendarYear(Integer.parseInt(text));
        }
        if (text.matches("\\d{1,4}[dwmy]")) {
          int end = text.length() - 1;
          yield new Last(
              Integer.parseInt(text.substring(0, end)),
              Unit.valueOf(text.substring(end).toUpperCase(Locale.ROOT)));
        }
        throw new IllegalArgumentException("not a window: " + text);
      }
    };
  }
}
