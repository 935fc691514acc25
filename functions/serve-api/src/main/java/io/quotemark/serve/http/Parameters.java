package io.quotemark.serve.http;

import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query of one request, each value read into its type or refused by name. */
public final class Parameters {
  private static final int LONGEST = 2_000;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

  /** RFC 3339 allows offsets up to 23:59. */
  private static final Pattern NO_PLACE =
      Pattern.compile("[0-9]{4}-[0-9-]{5}[Tt][0-9:.]{8,30}[+-](?:1[89]|2[0-3]):[0-5][0-9]");

  private final Map<String, String> query;

  private Parameters(Map<String, String> query) {
    this.query = query;
  }

  /**
   * @param blanks whether an empty value counts as none, as in a form that somebody left empty
   * @throws Problem.Raised where the query has a name that the route does not know
   */
  public static Parameters of(Map<String, String> query, Set<String> known, boolean blanks) {
    for (Map.Entry<String, String> entry : query.entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw new Problem(
                400,
                "unknown_parameter",
                "A parameter is not known here",
                "unknown parameter %s; this route takes %s"
                    .formatted(
                        Problem.shown(entry.getKey()),
                        known.isEmpty()
                            ? "none"
                            : String.join(", ", known.stream().sorted().toList())),
                Map.of(Problem.clipped(entry.getKey()), "not known to this route"),
                Similar.to(entry.getKey(), known))
            .raised();
      }
      if (Blanks.isBlank(entry.getValue()) && !blanks) {
        throw Problem.invalidParameter(entry.getKey(), "is empty; leave it out instead").raised();
      }
      if (entry.getValue().length() > LONGEST) {
        throw Problem.invalidParameter(entry.getKey(), "longer than " + LONGEST + " characters")
            .raised();
      }
    }
    return new Parameters(query);
  }

  public @Nullable String text(String name) {
    String value = query.get(name);
    return value == null || Blanks.isBlank(value) ? null : value.strip();
  }

  public boolean flag(String name) {
    String value = text(name);
    if (value == null || value.equals("false")) {
      return false;
    }
    if (value.equals("true")) {
      return true;
    }
    throw Problem.invalidParameter(name, "must be true or false, not " + Problem.shown(value))
        .raised();
  }

  public int number(String name, int otherwise, int least, int most) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[0-9]{1,9}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw Problem.invalidParameter(
              name,
              "must be a number from %d to %d, not %s".formatted(least, most, Problem.shown(value)))
          .raised();
    }
    return Integer.parseInt(value);
  }

  /** A probability from 0 to 1 with at most six decimals, in millionths; null for none. */
  public @Nullable Integer millionths(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    if (!value.matches("0(\\.[0-9]{1,6})?|1(\\.0{1,6})?")) {
      throw Problem.invalidParameter(
              name, "must be a probability from 0 to 1 like 0.95, not " + Problem.shown(value))
          .raised();
    }
    return new BigDecimal(value).movePointRight(6).intValueExact();
  }

  public @Nullable LocalDate date(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(value);
      if (date.getYear() < 1 || date.getYear() > 9_999) {
        throw Problem.invalidParameter(name, "is out of range: " + value).raised();
      }
      return date;
    } catch (DateTimeParseException e) {
      throw Problem.invalidParameter(
              name, "must be a date like 2025-02-24, not " + Problem.shown(value))
          .raised();
    }
  }

  /** The day of a date, or of a time in UTC. */
  public @Nullable LocalDate day(String name) {
    Instant time = time(name);
    return time == null ? date(name) : LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  /** A time with its offset; null for a date, and for none. */
  public @Nullable Instant time(String name) {
    String value = text(name);
    return value == null || value.length() <= 10 ? null : moment(name);
  }

  /**
   * One of a closed set, whatever its letter case.
   *
   * @param known as they are written
   */
  public @Nullable String oneOf(String name, Collection<String> known) {
    String value = text(name);
    return value == null ? null : oneOf(name, value, known);
  }

  private static String oneOf(String name, String value, Collection<String> known) {
    return known.stream()
        .filter(value::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() ->
            new Problem(
                    400,
                    "invalid_parameter",
                    "A parameter has no usable value",
                    "%s: must be one of %s, not %s"
                        .formatted(name, String.join(", ", known), Problem.shown(value)),
                    Map.of(name, "must be one of " + String.join(", ", known)),
                    Similar.to(value, known))
                .raised());
  }

  /**
   * Some of a closed set, by commas, whatever their letter case; null where none is named.
   *
   * @param known as they are written
   */
  public @Nullable Set<String> someOf(String name, Collection<String> known) {
    List<String> values = list(name);
    if (values.isEmpty()) {
      return null;
    }
    Set<String> out = new TreeSet<>();
    for (String value : values) {
      out.add(oneOf(name, value, known));
    }
    return out;
  }

  /** A moment, or the first of a day in UTC. */
  public @Nullable Instant moment(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    try {
      Instant moment =
          value.length() == 10
              ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(value).toInstant();
      if (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)) {
        throw Problem.invalidParameter(name, "is out of range: " + value).raised();
      }
      return moment;
    } catch (DateTimeParseException e) {
      if (NO_PLACE.matcher(value).matches()) {
        throw Problem.unusableParameter(name, "has an offset that no place has: " + value).raised();
      }
      throw Problem.invalidParameter(
              name,
              "must be a time like 2025-02-24T16:55:00+08:00 or a date, not "
                  + Problem.shown(value))
          .raised();
    }
  }

  public @Nullable ListingId listing(String name) {
    String value = text(name);
    return value == null ? null : listingId(name, value);
  }

  /**
   * @throws Problem.Raised where {@code value} is not of the form MIC:TICKER
   */
  public static ListingId listingId(String name, String value) {
    try {
      return ListingId.parse(value);
    } catch (IllegalArgumentException e) {
      throw Problem.invalidParameter(
              name, "must be MIC:TICKER like XHKG:9988, not " + Problem.shown(value))
          .raised();
    }
  }

  public List<String> list(String name) {
    String value = text(name);
    return value == null ? List.of() : List.of(value.split("\\s*,\\s*", 50));
  }
}
