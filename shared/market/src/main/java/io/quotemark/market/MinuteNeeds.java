package io.quotemark.market;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.verdicts.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which sessions' minutes can change the verdicts of an article. */
final class MinuteNeeds {
  /** As many sessions of one article are looked at. */
  private static final int MOST = 20;

  /** Kinds that are of one price of a session. */
  private static final Set<ClaimKind> OF_A_PRICE =
      EnumSet.of(
          ClaimKind.PRICE_LEVEL,
          ClaimKind.MOVE_PCT,
          ClaimKind.MOVE_ABS,
          ClaimKind.PEAK_MOVE_PCT,
          ClaimKind.INDEX_LEVEL,
          ClaimKind.INDEX_MOVE_PCT,
          ClaimKind.INDEX_MOVE_PTS);

  private MinuteNeeds() {}

  static Set<ListingSession> of(CheckedArticle checked, Calendars calendars) {
    Set<ListingSession> wanted = new TreeSet<>();
    for (CheckedClaim claim : checked.claims()) {
      ListingId listing = listing(claim.claim());
      LocalDate session = session(claim.verdict());
      boolean matters =
          listing != null
              && session != null
              && OF_A_PRICE.contains(claim.claim().kind())
              && matters(claim, calendars.of(listing), session, checked.article().published());
      if (matters && listing != null && session != null && wanted.size() < MOST) {
        wanted.add(new ListingSession(listing, session));
      }
    }
    return wanted;
  }

  private static boolean matters(
      CheckedClaim claim,
      TradingCalendar calendar,
      LocalDate session,
      @Nullable PublicationTime published) {
    PriceField field = claim.claim().field();
    if (field == PriceField.PRE || field == PriceField.POST) {
      return true;
    }
    Instant at = Publication.of(published).at();
    boolean ofAMoment =
        field == null
            || field == PriceField.LAST
            || claim.claim().kind() == ClaimKind.PEAK_MOVE_PCT;
    boolean barred = claim.verdict().evidence() != null; // minutes add to bars, they replace none
    if (!ofAMoment || !barred || (at != null && at.isBefore(calendar.open(session)))) {
      return false;
    }
    if (claim.claim().clock() != null) {
      return true;
    }
    return (at != null && at.isBefore(calendar.close(session)))
        || claim.verdict().flags().contains(Verdict.Flag.STALE_AT_PUBLISH);
  }

  private static @Nullable ListingId listing(Claim claim) {
    ListingChoice choice = claim.listing();
    return choice == null || choice.id().isCurrencyPair() ? null : choice.id();
  }

  private static @Nullable LocalDate session(Verdict verdict) {
    return verdict.basis() == null ? null : verdict.basis().session();
  }
}
