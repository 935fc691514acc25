package io.quotemark.market.verdicts;

import io.quotemark.domain.Bar;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;
import io.quotemark.domain.ListingChoice;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Modality;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.PublicationTime;
import io.quotemark.domain.Verdict;
import io.quotemark.domain.Verdict.Flag;
import io.quotemark.domain.Verdict.Outcome;
import io.quotemark.domain.Verdict.Unverifiable;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the claims of one statement together (rules 3, 6, 9, 10). */
public final class ClaimJudge {
  /** Below this the listing is too uncertain to accuse anybody (rule 10). */
  private static final BigDecimal SURE_LISTING = new BigDecimal("0.9");

  /** A claim further than this from the day's price speaks of something else (rule 11). */
  private static final BigDecimal SAME_PRICE = new BigDecimal("30");

  /** A sentence is cut at 350 tokens; a claim takes one at the least. */
  private static final int MOST_OF_ONE_GROUP = 350;

  private final Market market;
  private final Publication publication;
  private final Missing missing;
  private final List<Accusation> accusations = new ArrayList<>();

  public ClaimJudge(Market market, @Nullable PublicationTime published) {
    this.market = market;
    this.publication = Publication.of(published);
    this.missing = new Missing(market);
  }

  /** Verdicts of the claims of one group, in their order. */
  public Map<Claim, Verdict> judge(List<Claim> group) {
    Map<Claim, Asked> asked = new LinkedHashMap<>();
    Map<Claim, Verdict> judged = new LinkedHashMap<>();
    for (Claim claim : group) {
      judged.put(claim, Verdict.notCheckable(notCheckable(claim)));
      if (claim.modality() != Modality.FORECAST) {
        Checks checks = Checks.of(claim.kind());
        if (checks instanceof Checks.ByBars bars) {
          asked.put(claim, ask(claim, bars.check(), group));
        } else if (checks instanceof Checks.ByText text) {
          judged.put(claim, byText(claim, text.check()));
        }
      }
    }
    Optional<LocalDate> common = commonSession(asked);
    boolean anchored = false;
    for (Asked one : asked.values()) {
      Answer answer = one.answer(common).orElse(null);
      anchored |= answer != null && answer.finding().holds();
    }
    Map<Claim, Finding> findings = new LinkedHashMap<>();
    for (Map.Entry<Claim, Asked> a : asked.entrySet()) {
      findings.put(a.getKey(), settle(a.getValue(), common));
    }
    OddOneOut.name(findings);
    Optional<InternalChecks.Slip> slip = InternalChecks.of(group);
    if (slip.isPresent()) {
      internal(slip.get(), findings);
    }
    for (Map.Entry<Claim, Finding> found : findings.entrySet()) {
      judged.put(found.getKey(), found.getValue().verdict());
    }
    for (Map.Entry<Claim, Verdict> said : judged.entrySet()) {
      if (said.getValue().outcome() == Outcome.CONTRADICTED) {
        Claim claim = said.getKey();
        accusations.add(accusation(claim, asked.get(claim), common, anchored));
      }
    }
    return judged;
  }

  /** The claims that failed so far, and how sure it is what they were held against. */
  public List<Accusation> accusations() {
    return List.copyOf(accusations);
  }

  private static Accusation accusation(
      Claim claim, @Nullable Asked asked, Optional<LocalDate> common, boolean anchored) {
    Answer answer = asked == null ? null : asked.answer(common).orElse(null);
    if (answer != null && answer.question().bearOut()) {
      return new Accusation(claim, answer.question(), false, false, false, false);
    }
    return asked == null || answer == null
        ? new Accusation(claim, null, false, anchored, false, true)
        : new Accusation(
            claim,
            answer.question(),
            asked.sessions().stated(),
            anchored,
            closeOfTheDay(answer.question()),
            RunningReturn.isFarOff(answer.question(), answer.check()));
  }

  private static String notCheckable(Claim claim) {
    return claim.kind().checkable() || claim.kind() == ClaimKind.FORECAST
        ? "it speaks of the future"
        : "price history cannot decide a claim of the kind " + claim.kind();
  }

  private Verdict byText(Claim claim, TextCheck check) {
    return check
        .check(claim, publication, market)
        .flagIf(claim.modality() == Modality.PROVISIONAL, Flag.PROVISIONAL)
        .verdict();
  }

  /** Bars overrule the text: what they bear out is not accused, what they cannot decide may be. */
  private static void internal(InternalChecks.Slip slip, Map<Claim, Finding> findings) {
    for (Claim claim : slip.involved()) {
      Finding finding = findings.get(claim);
      if (finding == null || finding.holds()) {
        continue;
      }
      finding.flag(Flag.INTERNAL_INCONSISTENT);
      if (claim.equals(slip.culprit())) {
        slip.flags().forEach(finding::flag);
        if (slip.repair() != null) {
          finding.repairIfNone(slip.repair());
        }
        if (finding.isUnverifiable()) {
          finding.internal("the text contradicts itself: " + slip.reason());
        }
      }
    }
  }

  /** What was found on each plausible session, or why none could be asked about. */
  private record Asked(
      Claim claim, Sessions sessions, Map<LocalDate, Answer> answers, Optional<Finding> refused) {
    Optional<Answer> answer(Optional<LocalDate> common) {
      Answer shared = common.isPresent() ? answers.get(common.get()) : null;
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
  }

  private record Answer(Question question, Check check, Finding finding) {}

  private Asked ask(Claim claim, Check check, List<Claim> group) {
    ListingId listing = listingOf(claim);
    if (listing == null) {
      return refused(
          claim,
          Sessions.unknown(""),
          Finding.unverifiable(
              Unverifiable.LISTING_AMBIGUOUS,
              "no listing could be chosen for \"" + claim.subject() + "\""));
    }
    TradingCalendar calendar = market.calendar(listing);
    Sessions sessions = new SessionFinder(calendar, publication).find(claim);
    if (sessions.plausible().isEmpty()) {
      return refused(
          claim,
          sessions,
          Finding.unverifiable(
              sessions.closedDay() ? Unverifiable.MARKET_CLOSED : Unverifiable.DATE_AMBIGUOUS,
              sessions.why()));
    }
    if (claim.field() == PriceField.PRE || claim.field() == PriceField.POST) {
      return refused(
          claim,
          sessions,
          Finding.unverifiable(
              Unverifiable.SESSION_NOT_COVERED,
              "daily bars do not cover trading outside the session"));
    }
    List<Claim> same = group.stream().filter(c -> listing.equals(listingOf(c))).toList();
    List<History> sources = market.histories(listing);
    if (sources.isEmpty()) {
      return refused(
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
      answers.put(session, answer(question, check, sources));
    }
    return new Asked(claim, sessions, answers, Optional.empty());
  }

  private static Asked refused(Claim claim, Sessions sessions, Finding why) {
    return new Asked(claim, sessions, Map.of(), Optional.of(why));
  }

  private static @Nullable ListingId listingOf(Claim claim) {
    ListingChoice choice = claim.listing();
    return choice != null ? choice.id() : claim.pair();
  }

  /**
   * The preferred source's answer, unless another contradicts its bars by more than a tick (rule
   * 9).
   */
  private static Answer answer(Question question, Check check, List<History> sources) {
    Finding first = onSource(question, check);
    for (History other : sources.subList(1, sources.size())) {
      if (other.series().isStillAdjusted()) {
        continue; // other prices than those that traded contradict nobody's
      }
      Optional<String> conflict = conflict(question, other);
      if (conflict.isPresent()) {
        Finding second = onSource(question.from(other), check);
        if (!(first.outcome() == second.outcome() && first.holds())) {
          first.softened(Unverifiable.DATA_CONFLICT, conflict.get());
        }
      }
    }
    return new Answer(question, check, first);
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

  private static Optional<String> conflict(Question q, History other) {
    LocalDate before = q.calendar().previous(q.session());
    for (LocalDate day : List.of(q.session(), before)) {
      Bar ours = q.history().bar(day).orElse(null);
      Bar theirs = other.bar(day).orElse(null);
      if (ours != null && theirs != null) {
        BigDecimal tick =
            q.market().ticks().tick(q.listing(), ours.close(), day).orElse(new BigDecimal("0.01"));
        boolean apart =
            apart(ours.close(), theirs.close(), tick)
                || (ours.hasRange()
                    && theirs.hasRange()
                    && (apart(ours.high(), theirs.high(), tick)
                        || apart(ours.low(), theirs.low(), tick)));
        if (apart) {
          return Optional.of(
              "%s and %s differ on %s: close %s against %s, range %s against %s"
                  .formatted(
                      q.history().series().source(),
                      other.series().source(),
                      day,
                      Percent.price(ours.close()),
                      Percent.price(theirs.close()),
                      LevelCheck.range(ours),
                      LevelCheck.range(theirs)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean apart(BigDecimal one, BigDecimal other, BigDecimal tick) {
    return one.subtract(other).abs().compareTo(tick) > 0;
  }

  /**
   * The session on which the statement as a whole agrees best, where its claims share the choice.
   */
  private static Optional<LocalDate> commonSession(Map<Claim, Asked> asked) {
    Map<LocalDate, Integer> points = new LinkedHashMap<>();
    for (Asked one : asked.values()) {
      for (Map.Entry<LocalDate, Answer> answer : one.answers().entrySet()) {
        int rank = answer.getValue().finding().rank();
        points.put(answer.getKey(), rank + points.getOrDefault(answer.getKey(), 0));
      }
    }
    LocalDate best = null;
    for (Map.Entry<LocalDate, Integer> entry : points.entrySet()) {
      boolean shared = isShared(entry.getKey(), asked.values());
      if (shared && (best == null || entry.getValue() > points.getOrDefault(best, 0))) {
        best = entry.getKey();
      }
    }
    return Optional.ofNullable(best);
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

  /** The finding that is told, with the prices that would decide it where none do. */
  private Finding settle(Asked asked, Optional<LocalDate> common) {
    Finding finding = told(asked, common);
    asked
        .answer(common)
        .ifPresent(a -> finding.needs(missing.of(a.question(), a.check(), finding)));
    return finding;
  }

  private Finding told(Asked asked, Optional<LocalDate> common) {
    if (asked.refused().isPresent()) {
      return asked.refused().get();
    }
    Answer answer = asked.answer(common).orElseThrow();
    Finding finding = answer.finding();
    Claim claim = asked.claim();
    finding.flagIf(claim.modality() == Modality.PROVISIONAL, Flag.PROVISIONAL);
    Question q = answer.question();
    boolean early = retrievedBeforeClose(q);
    finding.flagIf(early, Flag.PROVISIONAL);
    stale(q, asked, finding);
    if (!finding.failed()) {
      return finding;
    }
    Slips.explain(q, answer.check(), finding);
    if (early) {
      return finding.putOff("the bar of " + q.session() + " was taken before the session ended");
    }
    return mayDoubt(answer);
  }

  /** Held against the claim only by a sure listing and bars that can be trusted. */
  private static Finding mayDoubt(Answer answer) {
    Question q = answer.question();
    Finding finding = answer.finding();
    ListingChoice choice = q.claim().listing();
    if (choice != null && choice.score().compareTo(SURE_LISTING) < 0) {
      return finding.softened(
          Unverifiable.LISTING_AMBIGUOUS,
          "the listing %s is not sure enough to hold this against the claim"
              .formatted(q.listing()));
    }
    if (q.listing().isCurrencyPair()
        && q.claim().kind() != ClaimKind.FX_RATE
        && !beyondDealing(q, finding)) {
      return finding.softened(
          Unverifiable.SESSION_NOT_COVERED,
          "one reference rate a day does not tell what else was dealt");
    }
    boolean weak = q.bar().lowConfidence() || q.previous().filter(Bar::lowConfidence).isPresent();
    if (weak && needsThisBar(q.claim().kind())) {
      return finding.softened(
          Unverifiable.HISTORY_GAP,
          "a row with no volume and one price all day, likely filled in by the source, decides"
              + " nothing alone");
    }
    return finding;
  }

  /** A move of a day further from that of the reference rates than dealing goes from them. */
  private static boolean beyondDealing(Question q, Finding finding) {
    BigDecimal computed = finding.computed();
    return q.claim().kind() == ClaimKind.MOVE_PCT
        && computed != null
        && q.printed()
            .filter(p ->
                p.value().subtract(computed).abs().movePointLeft(2).compareTo(FxRateCheck.widest(q))
                    > 0)
            .isPresent();
  }

  private static boolean needsThisBar(ClaimKind kind) {
    return kind != ClaimKind.PERIOD_RETURN;
  }

  /** Worded as the close, printed after one, and near it: nobody means another day. */
  private static boolean closeOfTheDay(Question q) {
    if (!q.wordedAsClose() || !q.afterClose() || q.publication().at() == null) {
      return false;
    }
    return q.printed()
        .filter(p ->
            q.claim().kind() == ClaimKind.PRICE_LEVEL || q.claim().kind() == ClaimKind.INDEX_LEVEL)
        .map(p -> Percent.move(q.bar().close(), p.value()).abs().compareTo(SAME_PRICE) <= 0)
        .orElse(true);
  }

  private static boolean retrievedBeforeClose(Question q) {
    Instant retrieved = q.history().series().retrievedAt();
    return retrieved.isBefore(q.calendar().close(q.session()));
  }

  /** An unnamed session that was not the last one when the article appeared. */
  private void stale(Question q, Asked asked, Finding finding) {
    Instant at = publication.at();
    boolean older =
        at != null
            && !asked.sessions().stated()
            && q.session().isBefore(q.calendar().lastClosed(at));
    finding.flagIf(
        older && finding.holds() && finding.outcome() != Outcome.PENDING, Flag.STALE_AT_PUBLISH);
  }

  /**
   * Groups in reading order. One of more claims than a sentence can make is split, as claims of a
   * group are compared with each other.
   */
  public static List<List<Claim>> groups(List<Claim> claims) {
    List<List<Claim>> groups = new ArrayList<>();
    Map<String, List<Claim>> open = new HashMap<>();
    for (Claim claim : claims) {
      String key = claim.group().isEmpty() ? "alone:" + claim.id() : claim.group();
      List<Claim> group = open.get(key);
      if (group == null || group.size() == MOST_OF_ONE_GROUP) {
        group = new ArrayList<>();
        open.put(key, group);
        groups.add(group);
      }
      group.add(claim);
    }
    return List.copyOf(groups);
  }
}
