package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.Afterwards;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.storage.prices.ChangedPrices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Articles whose reaction is over, so that it can be stored: changed prices brought its last
 * session, filled a hole in it, or corrected it. Until then whoever reads it works it out.
 */
final class FinalReactions {
  /** An article's day is that of its own zone, which may lie a day off the exchange's. */
  private static final int ZONES = 1;

  private final Calendars calendars;
  private final Clock clock;

  FinalReactions(Calendars calendars, Clock clock) {
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * @param mentioned whose articles: the changed listing or another of its issuer's
   */
  List<String> of(ChangedPrices change, ListingId mentioned, Rechecks.Articles articles) {
    TradingCalendar calendar = calendars.of(change.listing());
    LocalDate over =
        calendar.plusSessions(calendar.lastClosed(clock.instant()), -Afterwards.SESSIONS);
    LocalDate oldest =
        calendar.plusSessions(calendar.onOrBefore(change.from()), -Afterwards.SESSIONS);
    LocalDate touched = calendar.next(change.to());
    LocalDate newest = touched.isBefore(over) ? touched : over;
    if (newest.isBefore(oldest)) {
      return List.of();
    }
    LocalDate from = calendar.previous(oldest).minusDays(ZONES);
    List<String> reacting = new ArrayList<>();
    for (Rechecks.Mention article : articles.mentioning(mentioned, from, newest.plusDays(ZONES))) {
      if (within(oldest, newest, calendar.firstToReact(article.published()))) {
        reacting.add(article.id());
      }
    }
    return reacting;
  }

  private static boolean within(LocalDate oldest, LocalDate newest, LocalDate dayZero) {
    return !dayZero.isBefore(oldest) && !dayZero.isAfter(newest);
  }
}
