package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import io.quotemark.market.calendar.SessionClass;
import io.quotemark.market.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the bars of a claim's listing about each session that the claim may mean. */
final class Inquiry {
  private final Market market;
  private final Publication publication;
  private final Missing missing;

  Inquiry(Market market, Publication publication, Missing missing) {
    this.market = market;
    this.publication = publication;
    this.missing = missing;
  }

  /**
   * @param group all claims of the statement
   */
  Asked ask(Claim claim, Check check, List<Claim> group) {
    ListingId listing = listingOf(claim);
    if (listing == null) {
      return Asked.refused(
          claim,
          Sessions.unknown(""),
          Finding.unverifiable(
              Unverifiable.LISTING_AMBIGUOUS,
              "no listing could be chosen for \"" + claim.subject() + "\""));
    }
    TradingCalendar calendar = market.calendar(listing);
    Sessions sessions = new SessionFinder(calendar, publication).find(claim);
    if (sessions.plausible().isEmpty()) {
      return Asked.refused(
          claim,
          sessions,
          Finding.unverifiable(
              sessions.closedDay() ? Unverifiable.MARKET_CLOSED : Unverifiable.DATE_AMBIGUOUS,
              sessions.why()));
    }
    List<Claim> same = group.stream().filter(c -> listing.equals(listingOf(c))).toList();
    List<History> sources = market.histories(listing);
    Optional<SessionClass> outside = OffHours.of(claim);
    if (outside.isPresent()) {
      History bars = market.history(listing).orElseGet(() -> History.none(listing, calendar));
      Map<LocalDate, Answer> found = new LinkedHashMap<>();
      for (LocalDate session : sessions.plausible()) {
        Question question =
            new Question(claim, same, listing, calendar, bars, session, publication, market);
        found.put(session, OffHours.answer(question, check, outside.get()));
      }
      return new Asked(claim, sessions, found, Optional.empty());
    }
    if (sources.isEmpty()) {
      return Asked.refused(
          claim,
          sessions,
          Finding.unverifiable(
                  Unverifiable.NO_PRICE_DATA,
                  "no prices of %s are in store; a price file of it with the session of %s and the ones before would decide"
                      .formatted(listing, sessions.plausible().getFirst()))
              .on(claim.field(), sessions.plausible().getFirst())
              .needs(
                  sessions.plausible().stream()
                      .map(day ->
                          new Question(
                              claim,
                              same,
                              listing,
                              calendar,
                              History.none(listing, calendar),
                              day,
                              publication,
                              market))
                      .flatMap(question -> missing.of(question, check).stream())
                      .toList()));
    }
    Map<LocalDate, Answer> answers = new LinkedHashMap<>();
    for (LocalDate session : sessions.plausible()) {
      Question question =
          new Question(
              claim, same, listing, calendar, sources.getFirst(), session, publication, market);
      answers.put(session, Answer.of(question, check, sources));
    }
    return new Asked(claim, sessions, answers, Optional.empty());
  }

  private static @Nullable ListingId listingOf(Claim claim) {
    ListingChoice choice = claim.listing();
    return choice != null ? choice.id() : claim.pair();
  }
}
