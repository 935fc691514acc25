package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the words of a claim and the time of publication to sessions of its exchange (rule 6). */
final class SessionFinder {
  private static final Reason UNDATED = Reason.of("session.undated");

  private final TradingCalendar calendar;
  private final Publication publication;

  SessionFinder(TradingCalendar calendar, Publication publication) {
    this.calendar = calendar;
    this.publication = publication;
  }

  Sessions find(Claim claim) {
    if (PeriodPeak.is(claim)) {
      return unstated(claim);
    }
    if (claim.compared().over() != null && claim.kind() != ClaimKind.EXTREME_MOVE) {
      return Sessions.unknown(Reason.of("session.many"));
    }
    return switch (claim.session()) {
      case SessionWords.OnDate on -> onDate(on.date(), claim);
      case SessionWords.PreviousClose previous -> previousClose(previous.date());
      case SessionWords.OnWeekday on -> onWeekday(on, claim);
      case SessionWords.DaysFromPublication days -> daysFromPublication(days.days(), claim);
      case SessionWords.SessionsFromPublication sessions -> fromLast(sessions.sessions());
      case SessionWords.Period period -> lastOf(period, claim);
      case SessionWords.Unstated unstated -> unstated(claim);
    };
  }

  /** A day that had not come is no day to hold the article to: one of the two dates is wrong. */
  private Sessions onDate(LocalDate date, Claim claim) {
    if (publication.before(calendar, date)) {
      return Sessions.unknown(Reason.of("session.future").day("date", date));
    }
    if (notYetOpen(date, claim) && isToday(date)) {
      return Sessions.stated(List.of(calendar.previous(date)));
    }
    return calendar.isSession(date) ? Sessions.stated(List.of(date)) : closed(date);
  }

  /** Between two sessions, the close of the last one is the previous close as well. */
  private Sessions previousClose(@Nullable LocalDate date) {
    if (date != null) {
      return publication.before(calendar, date)
          ? Sessions.unknown(Reason.of("session.future").day("date", date))
          : Sessions.stated(List.of(calendar.previous(date)));
    }
    List<LocalDate> last = lastSessions();
    if (last.isEmpty()) {
      return Sessions.unknown(UNDATED);
    }
    LocalDate latest = last.getFirst();
    boolean over = publication.at() == null || !publication.beforeClose(calendar, latest);
    List<LocalDate> sessions = new ArrayList<>(List.of(calendar.previous(latest)));
    if (over) {
      sessions.add(latest);
    }
    return Sessions.stated(sessions);
  }

  private Sessions onWeekday(SessionWords.OnWeekday words, Claim claim) {
    List<LocalDate> ends = publicationDays();
    if (ends.isEmpty()) {
      return Sessions.unknown(UNDATED);
    }
    List<LocalDate> days = new ArrayList<>();
    List<LocalDate> early = new ArrayList<>();
    for (LocalDate end : ends) {
      LocalDate latest = end.with(TemporalAdjusters.previousOrSame(words.day()));
      boolean earlier = words.previousWeek() && latest.equals(end);
      days.add(earlier ? latest.minusWeeks(1) : latest);
      if (words.previousWeek() && !latest.equals(end)) {
        days.add(latest.minusWeeks(1));
      } else if (latest.equals(end) && notYetOpen(latest, claim)) {
        if (isDealtAllDay()) {
          days.removeLast();
          days.add(calendar.previous(latest));
        } else if (calendar.isSession(latest)) {
          days.removeLast();
          early.add(latest.minusWeeks(1));
        } else {
          days.addFirst(latest.minusWeeks(1));
        }
      }
    }
    List<LocalDate> sessions = days.stream().filter(calendar::isSession).toList();
    if (sessions.isEmpty() && !early.isEmpty()) {
      return Sessions.suggested(early.stream().filter(calendar::isSession).toList());
    }
    return sessions.isEmpty() ? closed(days.getFirst()) : Sessions.stated(sessions);
  }

  private Sessions daysFromPublication(int days, Claim claim) {
    List<LocalDate> sessions = new ArrayList<>();
    List<LocalDate> named = new ArrayList<>();
    for (LocalDate end : publicationDays()) {
      LocalDate day = end.plusDays(days);
      named.add(day);
      boolean before = claim.field() != PriceField.PRE || calendar.isSession(day);
      boolean tooEarly = days == 0 && before && notYetOpen(day, claim);
      if (tooEarly) {
        sessions.add(calendar.previous(day));
      } else if (calendar.isSession(day)) {
        sessions.add(day);
      } else if (days == -1 || (days == 0 && publication.at() == null)) {
        sessions.add(calendar.previous(day));
      }
    }
    if (named.isEmpty()) {
      return Sessions.unknown(UNDATED);
    }
    return sessions.isEmpty() ? closed(named.getFirst()) : Sessions.stated(sessions);
  }

  private Sessions fromLast(int sessions) {
    List<LocalDate> last = lastSessions();
    return last.isEmpty()
        ? Sessions.unknown(UNDATED)
        : Sessions.stated(last.stream().map(day -> calendar.plusSessions(day, sessions)).toList());
  }

  /**
   * A return over the stretch ends with its last session; a price "in May" was seen on any of them.
   */
  private Sessions lastOf(SessionWords.Period period, Claim claim) {
    LocalDate end = publication.lastSeen(calendar).filter(period.to()::isAfter).orElse(period.to());
    LocalDate last = calendar.onOrBefore(end);
    if (last.isBefore(period.from())) {
      return end.isBefore(period.to())
          ? Sessions.unknown(
              Reason.of("session.period_future").day("from", period.from()).day("to", period.to()))
          : closed(period.to());
    }
    if (isExtreme(claim) && last.isAfter(calendar.onOrAfter(period.from()))) {
      return Sessions.unknown(
          Reason.of("session.any_of").day("from", period.from()).day("to", period.to()));
    }
    return switch (claim.kind()) {
      case PRICE_LEVEL,
          INDEX_LEVEL,
          MOVE_PCT,
          MOVE_ABS,
          PEAK_MOVE_PCT,
          INDEX_MOVE_PCT,
          INDEX_MOVE_PTS,
          FX_RATE ->
          Sessions.suggested(List.of(last));
      default -> Sessions.stated(List.of(last));
    };
  }

  /** "a record high in September", "from its high of $63 in September". */
  private static boolean isExtreme(Claim claim) {
    return claim.kind() == ClaimKind.EXTREME
        || ((claim.kind() == ClaimKind.PRICE_LEVEL || claim.kind() == ClaimKind.INDEX_LEVEL)
            && (claim.field() == PriceField.HIGH || claim.field() == PriceField.LOW));
  }

  private Sessions unstated(Claim claim) {
    if (OffHours.of(claim).isPresent()) {
      return outside(claim);
    }
    List<LocalDate> last = lastSessions();
    if (last.isEmpty()) {
      return Sessions.unknown(UNDATED);
    }
    List<LocalDate> plausible = new ArrayList<>(last);
    if (claim.field() == PriceField.CLOSE && publication.at() != null) {
      plausible.removeIf(day -> publication.beforeClose(calendar, day));
    }
    plausible.add(calendar.previous(last.getLast()));
    return Sessions.suggested(plausible);
  }

  /** The last session opened and, where it was still running, the one before. */
  private List<LocalDate> lastSessions() {
    Instant at = publication.at();
    if (at != null) {
      return List.of(calendar.lastOpened(at), calendar.lastClosed(at)).stream().distinct().toList();
    }
    LocalDate date = publication.date();
    return date == null ? List.of() : List.of(calendar.onOrBefore(date));
  }

  /** The day on the exchange's clock, then the article's own where it differs. */
  private List<LocalDate> publicationDays() {
    List<LocalDate> days = new ArrayList<>();
    publication.dayAt(calendar).ifPresent(days::add);
    Optional.ofNullable(publication.date()).filter(day -> !days.contains(day)).ifPresent(days::add);
    return days;
  }

  private boolean isToday(LocalDate day) {
    return publicationDays().contains(day) && calendar.isSession(day);
  }

  /** Whether the hours that a claim speaks of had not begun. */
  private boolean notYetOpen(LocalDate day, Claim claim) {
    Instant at = publication.at();
    return at != null && (!calendar.isSession(day) || at.isBefore(begin(day, claim)));
  }

  /** When the hours begin; an exchange's morning where those before the session are not known. */
  private Instant begin(LocalDate session, Claim claim) {
    SessionClass kind = OffHours.of(claim).orElse(SessionClass.REGULAR);
    return calendar
        .hours(session, kind)
        .map(TradingCalendar.Stretch::from)
        .orElseGet(() ->
            kind == SessionClass.PRE
                ? session.atStartOfDay(calendar.zone()).toInstant()
                : calendar.open(session));
  }

  /** The last session's before or after hours that had begun. */
  private Sessions outside(Claim claim) {
    Instant at = publication.at();
    LocalDate day = publication.dayAt(calendar).map(calendar::onOrBefore).orElse(null);
    if (day == null) {
      return Sessions.unknown(UNDATED);
    }
    if (at == null && claim.field() == PriceField.POST) {
      return Sessions.suggested(List.of(day, calendar.previous(day)));
    }
    LocalDate begun = notYetOpen(day, claim) ? calendar.previous(day) : day;
    return Sessions.suggested(List.of(begun));
  }

  private Sessions closed(LocalDate day) {
    return Sessions.marketClosed(
        Reason.of("session.closed")
            .code("weekday", day.getDayOfWeek().name().toLowerCase(Locale.ROOT))
            .day("date", day));
  }

  /** Currencies are: of a day whose rate is not published yet, the last rate before it tells. */
  private boolean isDealtAllDay() {
    return calendar.mic().equals(ListingId.FX);
  }
}
