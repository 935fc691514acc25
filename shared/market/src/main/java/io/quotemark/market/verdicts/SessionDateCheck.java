package io.quotemark.market.verdicts;

import io.quotemark.domain.Claim;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Verdict.Flag;
import io.quotemark.domain.Verdict.Strength;
import io.quotemark.domain.Verdict.Unverifiable;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * "On Tuesday, September 9": the weekday is the date's (which needs the text alone), and the
 * exchange traded that day.
 */
final class SessionDateCheck implements TextCheck {
  private static final List<Locale> LANGUAGES =
      List.of(
          Locale.ENGLISH,
          Locale.GERMAN,
          Locale.FRENCH,
          Locale.ITALIAN,
          Locale.forLanguageTag("es"),
          Locale.forLanguageTag("pt"),
          Locale.CHINESE,
          Locale.JAPANESE);

  @Override
  public Finding check(Claim claim, Publication publication, Market market) {
    if (!(claim.session() instanceof SessionWords.OnDate on)) {
      return Finding.unverifiable(Unverifiable.DATE_AMBIGUOUS, "no date is printed");
    }
    LocalDate date = on.date();
    Optional<DayOfWeek> printed = weekday(claim.at().text());
    if (printed.isPresent() && printed.get() != date.getDayOfWeek()) {
      return Finding.fails("")
          .internal(
              "%s was a %s, not a %s"
                  .formatted(date, name(date.getDayOfWeek()), name(printed.get())))
          .flag(Flag.INTERNAL_INCONSISTENT)
          .repair(name(date.getDayOfWeek()) + ", " + date);
    }
    if (claim.listing() == null) {
      return Finding.unverifiable(
          Unverifiable.LISTING_AMBIGUOUS, "the words do not say which exchange is meant");
    }
    TradingCalendar calendar = market.calendar(claim.listing().id());
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

  private static Optional<DayOfWeek> weekday(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    for (Locale language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        String name = day.getDisplayName(TextStyle.FULL, language).toLowerCase(Locale.ROOT);
        if (words.contains(name)) {
          return Optional.of(day);
        }
      }
    }
    return Optional.empty();
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
