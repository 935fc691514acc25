package io.quotemark.market.sources;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.Judge;
import io.quotemark.market.verdicts.Publication;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices whose lack leaves a claim undecided.
 *
 * @param listing whose
 * @param from first day that its claims compare with
 * @param to day of publication, after which no claim looks; null where it is not known
 * @param until where bars of minutes of that one day are meant: the moment up to which, the far
 *     future where it is not known; null where prices of sessions are meant
 */
public record MissingPrices(
    ListingId listing, LocalDate from, @Nullable LocalDate to, @Nullable Instant until) {
  private static final String EURO = "EUR";

  /** A day without a rate is no sign that there are none of a currency. */
  private static final int RATE_DAYS = 30;

  /** Whether bars of minutes are meant. */
  public boolean isOfMinutes() {
    return until != null;
  }

  /**
   * One for each listing and euro rate, in order of their ids, then one for each session of
   * minutes.
   */
  public static List<MissingPrices> of(CheckedArticle checked, Judge judge) {
    Map<ListingId, LocalDate> first = new TreeMap<>();
    Set<ListingSession> minutes = new TreeSet<>();
    for (CheckedClaim claim : checked.claims()) {
      Verdict verdict = claim.verdict();
      boolean lacks = lacks(verdict);
      if (!lacks && verdict.needs().isEmpty()) {
        continue;
      }
      LocalDate from = judge.needs(checked.article(), alone(claim.claim())).from();
      if (lacks) {
        add(first, claim.claim(), from);
      }
      // of other listings and rates too, and of minutes what stands beside them
      for (EvidenceNeed need : verdict.needs()) {
        if (need.fields().contains(EvidenceNeed.Field.MINUTES)) {
          minutes.add(new ListingSession(need.listing(), need.to()));
        } else {
          add(first, need.listing(), need.from() == null ? from : need.from());
        }
      }
    }
    LocalDate published = published(checked.article());
    Instant at = Publication.of(checked.article().published()).at();
    Instant until = at == null ? Instant.MAX : at;
    return Stream.concat(
            first.entrySet().stream()
                .map(e -> new MissingPrices(e.getKey(), e.getValue(), published, null)),
            minutes.stream()
                .map(of -> new MissingPrices(of.listing(), of.session(), of.session(), until)))
        .toList();
  }

  private static boolean lacks(Verdict verdict) {
    if (verdict.outcome() == Verdict.Outcome.PENDING) {
      return true;
    }
    Verdict.Unverifiable code = verdict.code();
    return code != null
        && switch (code) {
          case NO_PRICE_DATA, HISTORY_TOO_SHORT, HISTORY_GAP -> true;
          case SESSION_NOT_COVERED,
              LISTING_AMBIGUOUS,
              DATE_AMBIGUOUS,
              DATA_CONFLICT,
              MARKET_CLOSED,
              CURRENCY_MISMATCH,
              NO_FIGURE ->
              false;
        };
  }

  private static void add(Map<ListingId, LocalDate> first, Claim claim, LocalDate from) {
    if (claim.listing() != null) {
      add(first, claim.listing().id(), from);
    }
    if (claim.benchmark() != null) {
      add(first, claim.benchmark(), from);
    }
  }

  /** A pair is reckoned from the euro's rates. */
  private static void add(Map<ListingId, LocalDate> first, ListingId listing, LocalDate from) {
    if (!listing.isCurrencyPair()) {
      first.merge(listing, from, MissingPrices::earlier);
      return;
    }
    String pair = listing.ticker();
    for (String currency : List.of(pair.substring(0, 3), pair.substring(3))) {
      if (!currency.equals(EURO)) {
        first.merge(
            ListingId.currencyPair(EURO, currency),
            from.minusDays(RATE_DAYS),
            MissingPrices::earlier);
      }
    }
  }

  private static LocalDate earlier(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static Statements alone(Claim claim) {
    return new Statements(List.of(), List.of(), List.of(claim), "", List.of());
  }

  private static @Nullable LocalDate published(Article article) {
    PublicationTime time = article.published();
    return time == null || time.quality() == PublicationTime.Quality.UNKNOWN ? null : time.date();
  }
}
