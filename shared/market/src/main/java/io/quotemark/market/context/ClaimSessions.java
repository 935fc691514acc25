package io.quotemark.market.context;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The session each listing's claims speak of: that of the first claim a verdict was reached on,
 * else the last session opened by publication.
 */
public final class ClaimSessions {
  private ClaimSessions() {}

  /** Listings in the order they are first claimed of; currency pairs have no context. */
  public static Map<ListingId, LocalDate> of(
      List<CheckedClaim> claims, Calendars calendars, @Nullable PublicationTime published) {
    Map<ListingId, LocalDate> sessions = new LinkedHashMap<>();
    Map<ListingId, Boolean> decided = new LinkedHashMap<>();
    for (CheckedClaim checked : claims) {
      @Nullable ListingChoice choice = checked.claim().listing();
      if (choice == null || choice.id().isCurrencyPair() || !checked.claim().kind().ofPrices()) {
        continue;
      }
      @Nullable LocalDate reached = reached(checked.verdict());
      @Nullable LocalDate session =
          reached == null ? lastOpened(calendars.of(choice.id()), published) : reached;
      if (session != null && !decided.getOrDefault(choice.id(), false)) {
        if (reached != null || !sessions.containsKey(choice.id())) {
          sessions.put(choice.id(), session);
        }
        decided.put(choice.id(), reached != null);
      }
    }
    return sessions;
  }

  private static @Nullable LocalDate reached(Verdict verdict) {
    return verdict.basis() == null ? null : verdict.basis().session();
  }

  private static @Nullable LocalDate lastOpened(
      TradingCalendar calendar, @Nullable PublicationTime published) {
    if (published == null) {
      return null;
    }
    return published.instant() == null
        ? calendar.onOrBefore(published.date())
        : calendar.lastOpened(published.instant());
  }
}
