package io.quotemark.market.verdicts;

import io.quotemark.domain.verdict.Verdict.Unverifiable;
import java.util.List;
import java.util.Optional;

/** What a check finds of a claim on one session. */
record Answer(Question question, Check check, Finding finding) {
  /**
   * The preferred source's answer, unless another contradicts its bars by more than a tick (rule
   * 9).
   */
  static Answer of(Question question, Check check, List<History> sources) {
    Finding first = onSource(question, check);
    boolean agreed = true;
    for (History other : sources.subList(1, sources.size())) {
      if (other.series().isStillAdjusted()) {
        continue; // other prices than those that traded contradict nobody's
      }
      Optional<String> conflict = SourceConflict.between(question, other);
      if (conflict.isPresent()) {
        Finding second = onSource(question.from(other), check);
        if (!(first.outcome() == second.outcome() && first.holds())) {
          first.softened(Unverifiable.DATA_CONFLICT, conflict.get());
          agreed = false;
        }
      }
    }
    boolean barsDecide =
        agreed && question.missing().isEmpty() && !question.history().series().isStillAdjusted();
    return new Answer(question, check, barsDecide ? MinuteSight.refine(question, first) : first);
  }

  private static Finding onSource(Question question, Check check) {
    return question
        .missing()
        .map(finding -> finding.on(question.claim().field(), question.session()))
        .orElseGet(() -> limited(question, check));
  }

  /** What the check finds, as far as the bars have what that takes. */
  private static Finding limited(Question question, Check check) {
    boolean adjusted = question.history().series().isStillAdjusted();
    if (adjusted && !StillAdjusted.decides(question)) {
      return StillAdjusted.undecided(question);
    }
    Finding found = check.needs(question).limit(question, check.check(question));
    return adjusted ? StillAdjusted.limit(question, found) : found;
  }
}
