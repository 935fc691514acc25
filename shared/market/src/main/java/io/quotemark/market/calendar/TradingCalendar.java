package io.quotemark.market.calendar;

import io.quotemark.domain.price.ListingContext.SessionState;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions of one exchange. Between {@link #first()} and {@link #last()} holidays and short
 * days are known; outside, every trading weekday passes for a session and {@link #covers} says no,
 * so that nobody rests an accusation on it. Session dates are in {@link #zone()}.
 */
public final class TradingCalendar {
  /** No exchange has ever been closed for longer; the bound of every search for a session. */
  private static final int LONGEST_CLOSURE_DAYS = 60;

  /** From one moment up to another, the latter not with it. */
  public record Stretch(Instant from, Instant to) {
    boolean has(Instant moment) {
      return !moment.isBefore(from) && moment.isBefore(to);
    }
  }

  private final String mic;
  private final ZoneId zone;
  private final Set<DayOfWeek> week;
  private final LocalDate first;
  private final LocalDate last;
  private final List<Hours> hours;
  private final Set<LocalDate> closed;
  private final Set<LocalDate> extra;
  private final Set<LocalDate> special;
  private final Map<LocalDate, LocalTime> earlyCloses;
  private final Map<LocalDate, LocalTime> lateOpens;
  private final List<ExtendedHours> extended;

  /**
   * @param hours oldest first
   * @param extra sessions on days outside the week
   * @param special days without a session on which some trading was held
   * @param extended oldest first; none where nobody trades outside of the session
   */
  TradingCalendar(
      String mic,
      ZoneId zone,
      Set<DayOfWeek> week,
      LocalDate first,
      LocalDate last,
      List<Hours> hours,
      Set<LocalDate> closed,
      Set<LocalDate> extra,
      Set<LocalDate> special,
      Map<LocalDate, LocalTime> earlyCloses,
      Map<LocalDate, LocalTime> lateOpens,
      List<ExtendedHours> extended) {
    this.mic = mic;
    this.zone = zone;
    this.week = Set.copyOf(week);
    this.first = first;
    this.last = last;
    this.hours = List.copyOf(hours);
    this.closed = Set.copyOf(closed);
    this.extra = Set.copyOf(extra);
    this.special = Set.copyOf(special);
    this.earlyCloses = Map.copyOf(earlyCloses);
    this.lateOpens = Map.copyOf(lateOpens);
    this.extended = List.copyOf(extended);
  }

  /** The exchange whose sessions these are; {@code FX} for currencies. */
  public String mic() {
    return mic;
  }

  public ZoneId zone() {
    return zone;
  }

  /** First day whose closures are known. */
  public LocalDate first() {
    return first;
  }

  /** Last day whose closures are known. */
  public LocalDate last() {
    return last;
  }

  public boolean covers(LocalDate date) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  public boolean isSession(LocalDate date) {
    return (week.contains(date.getDayOfWeek()) && !closed.contains(date)) || extra.contains(date);
  }

  /**
   * Whether the exchange is known not to have traded on a day, so that a price of that day is not
   * one of its prices. Never where closures are unknown or some special trading was held.
   */
  public boolean isKnownClosed(LocalDate date) {
    return covers(date) && !isSession(date) && !special.contains(date);
  }

  public boolean isHalfDay(LocalDate date) {
    return isSession(date) && earlyCloses.containsKey(date);
  }

  /** The last session before {@code date}. */
  public LocalDate previous(LocalDate date) {
    return search(date, -1);
  }

  /** The first session after {@code date}. */
  public LocalDate next(LocalDate date) {
    return search(date, 1);
  }

  /** {@code date} itself where it is a session, else the last one before it. */
  public LocalDate onOrBefore(LocalDate date) {
    return isSession(date) ? date : previous(date);
  }

  /** {@code date} itself where it is a session, else the first one after it. */
  public LocalDate onOrAfter(LocalDate date) {
    return isSession(date) ? date : next(date);
  }

  private LocalDate search(LocalDate from, int step) {
    LocalDate day = from.plusDays(step);
    for (int i = 0; i < LONGEST_CLOSURE_DAYS; i++, day = day.plusDays(step)) {
      if (isSession(day)) {
        return day;
      }
    }
    throw new IllegalStateException("no session of " + mic + " within weeks of " + from);
  }

  /**
   * How many sessions lie after {@code from} up to and including {@code to}; negative where {@code
   * to} is earlier.
   */
  public int sessionsBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -sessionsBetween(to, from);
    }
    int count = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isSession(day)) {
        count++;
      }
    }
    return count;
  }

  /** {@code session} moved by some sessions, back where negative. */
  public LocalDate plusSessions(LocalDate session, int sessions) {
    LocalDate day = session;
    for (int i = 0; i < Math.abs(sessions); i++) {
      day = sessions < 0 ? previous(day) : next(day);
    }
    return day;
  }

  /** When continuous trading of a session starts. */
  public Instant open(LocalDate session) {
    return at(session, lateOpens.getOrDefault(session, hoursOn(session).open()));
  }

  /** When trading of a session ends. */
  public Instant close(LocalDate session) {
    return at(session, closeTime(session));
  }

  /**
   * The hours of one kind on the day of a session; empty where it has none.
   *
   * @param session a session
   */
  public Optional<Stretch> hours(LocalDate session, SessionClass kind) {
    return switch (kind) {
      case REGULAR -> Optional.of(new Stretch(open(session), close(session)));
      case PRE ->
          extendedOn(session)
              .map(hours -> new Stretch(at(session, hours.preOpen()), open(session)));
      case POST ->
          extendedOn(session)
              .map(hours ->
                  new Stretch(
                      close(session),
                      at(session, isHalfDay(session) ? hours.halfDayEnd() : hours.postEnd())));
    };
  }

  /** Which hours of a session's day a moment lies in; empty where in none. */
  public Optional<SessionClass> classOf(Instant moment) {
    LocalDate day = dateAt(moment);
    return isSession(day)
        ? Arrays.stream(SessionClass.values())
            .filter(kind -> hours(day, kind).filter(hours -> hours.has(moment)).isPresent())
            .findFirst()
        : Optional.empty();
  }

  private Optional<ExtendedHours> extendedOn(LocalDate day) {
    return extended.reversed().stream().filter(hours -> !hours.from().isAfter(day)).findFirst();
  }

  private LocalTime closeTime(LocalDate session) {
    return earlyCloses.getOrDefault(session, hoursOn(session).close());
  }

  /**
   * What the exchange was doing at a moment: {@code PRE_OPEN} is the morning of a session before
   * trading starts, {@code CLOSED} its evening, {@code HOLIDAY} any day without a session.
   */
  public SessionState state(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalDate day = local.toLocalDate();
    if (!isSession(day)) {
      return SessionState.HOLIDAY;
    }
    if (moment.isBefore(open(day))) {
      return SessionState.PRE_OPEN;
    }
    if (!moment.isBefore(close(day))) {
      return SessionState.CLOSED;
    }
    Hours regular = hoursOn(day);
    LocalTime time = local.toLocalTime();
    boolean lunch =
        regular.lunchStart() != null
            && regular.lunchEnd() != null
            && !time.isBefore(regular.lunchStart())
            && time.isBefore(regular.lunchEnd());
    return lunch ? SessionState.BREAK : SessionState.OPEN;
  }

  /** The last session that had opened by {@code moment}. */
  public LocalDate lastOpened(Instant moment) {
    LocalDate day = onOrBefore(dateAt(moment));
    return moment.isBefore(open(day)) ? previous(day) : day;
  }

  /** The last session that had closed by {@code moment}. */
  public LocalDate lastClosed(Instant moment) {
    LocalDate day = onOrBefore(dateAt(moment));
    return moment.isBefore(close(day)) ? previous(day) : day;
  }

  /** The first session whose close could react to news of a moment: the one running or next. */
  public LocalDate firstToReact(Instant news) {
    return next(lastClosed(news));
  }

  /** The calendar day of a moment in the exchange's zone. */
  public LocalDate dateAt(Instant moment) {
    return moment.atZone(zone).toLocalDate();
  }

  private Hours hoursOn(LocalDate day) {
    Hours found = hours.getFirst();
    for (Hours later : hours) {
      if (!later.from().isAfter(day)) {
        found = later;
      }
    }
    return found;
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
