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
import io.quotemark.market.TapeRequest;
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
  /** Whether bars of minutes are meant. */
  public boolean isOfMinutes() {
    return until != null;
  }

  /** One for each listing, in order of their ids, then one for each session of minutes. */
  public static List<MissingPrices> of(CheckedArticle checked, Judge judge) {
    Map<ListingId, LocalDate> first = new TreeMap<>();
    Set<ListingSession> minutes = new TreeSet<>();
    for (CheckedClaim claim : checked.claims()) {
      if (lacks(claim.verdict())) {
        TapeRequest request = judge.needs(checked.article(), alone(claim.claim()));
        add(first, claim.claim(), request.from());
      }
      if (OffSession.is(claim.verdict())) {
        OffSession.of(claim.verdict(), first, minutes);
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

  /** Minutes, and the closes beside them, that trading outside of a session is decided by. */
  private static final class OffSession {
    static boolean is(Verdict verdict) {
      return verdict.needs().stream()
          .anyMatch(need -> need.fields().contains(EvidenceNeed.Field.MINUTES));
    }

    static void of(Verdict verdict, Map<ListingId, LocalDate> first, Set<ListingSession> minutes) {
      for (EvidenceNeed need : verdict.needs()) {
        if (need.fields().contains(EvidenceNeed.Field.MINUTES)) {
          minutes.add(new ListingSession(need.listing(), need.to()));
        } else if (need.from() != null) {
          first.merge(need.listing(), need.from(), (a, b) -> a.isBefore(b) ? a : b);
        }
      }
    }
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
