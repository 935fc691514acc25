package io.quotemark.market.verdicts;

import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.Verdict.Unverifiable;
import java.util.Optional;

/** Which check decides which kind; a new kind does not compile until it stands here. */
final class Checks {
  private Checks() {}

  /** The check of a kind that needs no bars of its listing. */
  static Optional<TextCheck> ofText(ClaimKind kind) {
    return Optional.ofNullable(kind == ClaimKind.FX_PAIR ? new FxPairCheck() : null);
  }

  /** The check of every other kind. */
  static Check ofBars(ClaimKind kind) {
    return switch (kind) {
      case PRICE_LEVEL, INDEX_LEVEL -> new LevelCheck();
      case MOVE_PCT, INDEX_MOVE_PCT -> MoveCheck.inPercent();
      case MOVE_ABS, INDEX_MOVE_PTS -> MoveCheck.inUnits();
      case PEAK_MOVE_PCT -> new PeakMoveCheck();
      case EXTREME -> new ExtremeCheck();
      default ->
          q ->
              Finding.unverifiable(
                  Unverifiable.NO_PRICE_DATA,
                  "daily bars alone do not decide a claim of the kind " + q.claim().kind());
    };
  }
}
