package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Strength;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * "On Tuesday, September 9": the weekday is the date's (which needs the text alone), and the
 * exchange traded that day.
 */
final class SessionDateCheck implements TextCheck {
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private static final Map<String, DayOfWeek> DAYS = new HashMap<>();

  static {
    for (List<String> row : ShippedLines.cells(SessionDateCheck.class, "weekdays.tsv")) {
      for (String word : row.get(1).split("\\|", -1)) {
        DAYS.put(word.strip(), DayOfWeek.valueOf(row.getFirst()));
      }
    }
  }

  /** So long before publication a date without a year is one of these days. */
  private static final int THESE_DAYS = 7;

  private static final BigDecimal SURE_LISTING = new BigDecimal("0.9");

  @Override
  public Finding check(Claim claim, Publication publication, Market market) {
    if (!(claim.session() instanceof SessionWords.OnDate on)) {
      return Finding.unverifiable(Unverifiable.DATE_AMBIGUOUS, "no date is printed");
    }
    LocalDate date = on.date();
    Optional<DayOfWeek> printed = weekday(claim.at().text());
    if (printed.isPresent() && printed.get() != date.getDayOfWeek()) {
      return otherWeekday(claim.at().text(), date, printed.get(), publication);
    }
    ListingChoice choice = claim.listing();
    if (choice == null || choice.score().compareTo(SURE_LISTING) < 0) {
      return Finding.unverifiable(
          Unverifiable.LISTING_AMBIGUOUS, "the words do not say which exchange is meant");
    }
    TradingCalendar calendar = market.calendar(choice.id());
    if (!calendar.covers(date)) {
      return Finding.unverifiable(
          Unverifiable.HISTORY_TOO_SHORT, "the calendar of the exchange does not reach " + date);
    }
    return calendar.isSession(date)
        ? Finding.verified(Strength.EXACT, date + " was a session of " + calendar.mic())
            .on(null, date)
        : Finding.fails("%s was no session of %s".formatted(date, calendar.mic()))
            .repair("the session before was " + calendar.previous(date))
            .on(null, date);
  }

  /**
   * With its year printed a date excludes another weekday; without, that of another year may be
   * meant.
   */
  private static Finding otherWeekday(
      String words, LocalDate date, DayOfWeek printed, Publication publication) {
    String what = "%s was a %s, not a %s".formatted(date, name(date.getDayOfWeek()), name(printed));
    LocalDate day = publication.date();
    boolean year = words.contains(String.valueOf(date.getYear()));
    boolean now =
        day != null && !date.isBefore(day.minusDays(THESE_DAYS)) && !date.isAfter(day.plusDays(1));
    if (!year && !now) {
      return Finding.unverifiable(
          Unverifiable.DATE_AMBIGUOUS, what + "; no year is printed, and another may be meant");
    }
    Finding finding = year ? Finding.fails("").internal(what) : Finding.fails(what);
    return finding.flag(Flag.INTERNAL_INCONSISTENT).repair(name(date.getDayOfWeek()) + ", " + date);
  }

  /** The first day of the week that the words name. */
  private static Optional<DayOfWeek> weekday(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : NO_LETTERS.split(lower, -1)) {
      DayOfWeek day = DAYS.get(word);
      if (day != null) {
        return Optional.of(day);
      }
    }
    for (Map.Entry<String, DayOfWeek> day : DAYS.entrySet()) {
      if (Character.isIdeographic(day.getKey().codePointAt(0)) && lower.contains(day.getKey())) {
        return Optional.of(day.getValue());
      }
    }
    return Optional.empty();
  }

  private static String name(DayOfWeek day) {
    // not by the locale's names: loading these costs a cold function more than the check
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
