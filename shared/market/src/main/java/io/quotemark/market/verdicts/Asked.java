package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found on each session that a claim may mean, or why none could be asked about. */
record Asked(
    Claim claim, Sessions sessions, Map<LocalDate, Answer> answers, Optional<Finding> refused) {

  static Asked refused(Claim claim, Sessions sessions, Finding why) {
    return new Asked(claim, sessions, Map.of(), Optional.of(why));
  }

  /** Whether it is of hours outside of the session, whose day the other claims do not share. */
  boolean isOutside() {
    return OffHours.of(claim).isPresent();
  }

  /** The answer of the statement's common session, else the one that agrees best. */
  Optional<Answer> answer(Optional<LocalDate> common) {
    Answer shared = common.isPresent() && !isOutside() ? answers.get(common.get()) : null;
    if (shared != null) {
      return Optional.of(shared);
    }
    Answer best = null;
    for (Answer answer : answers.values()) {
      if (best == null || answer.finding().rank() > best.finding().rank()) {
        best = answer;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The session on which the statement as a whole agrees best, where its claims share the choice.
   */
  static Optional<LocalDate> commonSession(Collection<Asked> all) {
    List<Asked> asked = new ArrayList<>();
    for (Asked one : all) {
      if (!one.isOutside()) {
        asked.add(one);
      }
    }
    Map<LocalDate, Integer> points = new LinkedHashMap<>();
    for (Asked one : asked) {
      for (Map.Entry<LocalDate, Answer> answer : one.answers().entrySet()) {
        int rank = answer.getValue().finding().rank();
        points.put(answer.getKey(), rank + points.getOrDefault(answer.getKey(), 0));
      }
    }
    LocalDate best = null;
    for (Map.Entry<LocalDate, Integer> entry : points.entrySet()) {
      boolean shared = isShared(entry.getKey(), asked);
      if (shared && (best == null || entry.getValue() > points.getOrDefault(best, 0))) {
        best = entry.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * The session of the claims that name none, where others of the statement name one: "fell 3% to
   * $35 after losing 9% on Friday". It is the last one before publication if all of them hold there
   * and not all on the named one; else the common session.
   */
  static Optional<LocalDate> unnamedSession(Collection<Asked> asked, Optional<LocalDate> common) {
    List<Asked> unnamed =
        asked.stream().filter(one -> !one.answers().isEmpty() && !one.sessions().stated()).toList();
    if (common.isEmpty() || unnamed.isEmpty() || unnamed.size() == asked.size()) {
      return common;
    }
    LocalDate last = unnamed.getFirst().answers().keySet().iterator().next();
    return allHold(unnamed, last) && !allHold(unnamed, common.get()) ? Optional.of(last) : common;
  }

  private static boolean allHold(List<Asked> asked, LocalDate day) {
    for (Asked one : asked) {
      Answer answer = one.answers.get(day);
      if (answer == null || !answer.finding().holds()) {
        return false;
      }
    }
    return true;
  }

  /** Whether every claim that could be asked about some session could be about this one. */
  private static boolean isShared(LocalDate day, Collection<Asked> asked) {
    for (Asked one : asked) {
      if (!one.answers().isEmpty() && !one.answers().containsKey(day)) {
        return false;
      }
    }
    return true;
  }
}
