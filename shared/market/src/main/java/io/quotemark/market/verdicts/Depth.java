package io.quotemark.market.verdicts;

import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the latest earlier session at or beyond a level (D0) says about "since …": inside the stated
 * time verified, after it contradicted, before it understated, and nothing where history does not
 * reach or has a hole.
 *
 * @param code set where the outcome is unverifiable
 */
record Depth(Outcome outcome, @Nullable Unverifiable code, @Nullable String lack) {
  /** A history may start this many days late, for weekends and holidays. */
  private static final int GRACE_DAYS = 7;

  static Depth of(Question q, Stretch stretch, @Nullable LocalDate found) {
    History history = q.history();
    if (found != null && found.isAfter(stretch.latest())) {
      return new Depth(Outcome.CONTRADICTED, null, null);
    }
    LocalDate start = history.first();
    if (found == null && stretch.wholeHistory() && !complete(q)) {
      return tooShort(start);
    }
    boolean openEnded = stretch.earliest().equals(LocalDate.MIN);
    LocalDate needed = stretch.start();
    if (found == null && !stretch.wholeHistory() && startsLate(start, stretch)) {
      return tooShort(start);
    }
    LocalDate reach = found == null ? start : found;
    LocalDate from = !stretch.wholeHistory() && reach.isBefore(needed) ? needed : reach;
    Optional<LocalDate> gap = history.gap(from, q.session());
    if (gap.isPresent()) {
      return new Depth(
          Outcome.UNVERIFIABLE,
          Unverifiable.HISTORY_GAP,
          "the history has no bar for " + gap.get());
    }
    boolean noneSince = found == null && stretch.start().equals(stretch.earliest());
    boolean older = !openEnded && (noneSince || reach.isBefore(stretch.earliest()));
    return new Depth(older ? Outcome.VERIFIED_LOOSE : Outcome.VERIFIED, null, null);
  }

  /** Whether what begins on a day does not reach back over the stretch. */
  static boolean startsLate(LocalDate start, Stretch stretch) {
    return start.isAfter(stretch.start().plusDays(GRACE_DAYS));
  }

  static Depth tooShort(LocalDate start) {
    return new Depth(
        Outcome.UNVERIFIABLE, Unverifiable.HISTORY_TOO_SHORT, "the history starts on " + start);
  }

  /** Whether history is known to start with the listing itself. */
  private static boolean complete(Question q) {
    return q.market()
        .securities()
        .listing(q.listing())
        .map(listing -> listing.validFrom())
        .filter(from -> !q.history().first().isAfter(from.plusDays(GRACE_DAYS)))
        .isPresent();
  }

  /** Better outcomes rank higher. */
  int rank() {
    return switch (outcome) {
      case VERIFIED -> 3;
      case VERIFIED_LOOSE -> 2;
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> 1;
      case CONTRADICTED, DOUBTFUL -> 0;
    };
  }

  Finding finding(String what) {
    return switch (outcome) {
      case VERIFIED -> Finding.verified(io.quotemark.domain.verdict.Verdict.Strength.EXACT, what);
      case VERIFIED_LOOSE ->
          Finding.loose(
              io.quotemark.domain.verdict.Verdict.Strength.UNDERSTATED,
              what + ", so it says less than is true");
      case CONTRADICTED, DOUBTFUL -> Finding.fails(what);
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE ->
          Finding.unverifiable(
              code == null ? Unverifiable.HISTORY_TOO_SHORT : code, what + ", but " + lack);
    };
  }
}
