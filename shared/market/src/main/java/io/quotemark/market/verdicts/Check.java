package io.quotemark.market.verdicts;

import io.quotemark.domain.verdict.EvidenceNeed;
import java.util.List;

/** How one kind of claim is decided on one session of one source. Checks hold no state. */
sealed interface Check
    permits CapCheck,
        ExtremeCheck,
        ExtremeMoveCheck,
        FxRateCheck,
        LevelCheck,
        MoveCheck,
        ParityCheck,
        PeakMoveCheck,
        PeriodReturnCheck,
        RankCheck,
        RelativeCheck,
        StreakCheck,
        ThresholdCheck,
        TurnoverCheck {

  /** The question's session has a bar. */
  Finding check(Question question);

  /** Which prices of the bars that rests on. */
  Needed needs(Question question);

  /**
   * The prices it looks at, in store or not, with those of other listings; none where no prices
   * would decide the claim. Asked of a question without any bars too.
   */
  List<EvidenceNeed> looksAt(Question question);
}
