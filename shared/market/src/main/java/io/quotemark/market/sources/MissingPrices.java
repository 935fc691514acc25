package io.quotemark.market.sources;

import io.quotemark.domain.Article;
import io.quotemark.domain.CheckedArticle;
import io.quotemark.domain.CheckedClaim;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PublicationTime;
import io.quotemark.domain.Statements;
import io.quotemark.domain.Verdict;
import io.quotemark.market.Judge;
import io.quotemark.market.TapeRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Prices whose lack leaves a claim undecided.
 *
 * @param listing whose
 * @param from first day that its claims compare with
 * @param to day of publication, after which no claim looks; null where it is not known
 */
public record MissingPrices(ListingId listing, LocalDate from, @Nullable LocalDate to) {
  /** One for each listing, in order of their ids. */
  public static List<MissingPrices> of(CheckedArticle checked, Judge judge) {
    Map<ListingId, LocalDate> first = new TreeMap<>();
    for (CheckedClaim claim : checked.claims()) {
      if (lacks(claim.verdict())) {
        TapeRequest request = judge.needs(checked.article(), alone(claim.claim()));
        add(first, claim.claim(), request.from());
      }
    }
    LocalDate published = published(checked.article());
    return first.entrySet().stream()
        .map(e -> new MissingPrices(e.getKey(), e.getValue(), published))
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
      first.merge(claim.listing().id(), from, (a, b) -> a.isBefore(b) ? a : b);
    }
    if (claim.benchmark() != null) {
      first.merge(claim.benchmark(), from, (a, b) -> a.isBefore(b) ? a : b);
    }
  }

  private static Statements alone(Claim claim) {
    return new Statements(List.of(), List.of(), List.of(claim), "", List.of());
  }

  private static @Nullable LocalDate published(Article article) {
    PublicationTime time = article.published();
    return time == null || time.quality() == PublicationTime.Quality.UNKNOWN ? null : time.date();
  }
}
