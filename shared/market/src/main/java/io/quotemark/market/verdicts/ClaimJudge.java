package io.quotemark.market.verdicts;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges the claims of one statement together (rules 3, 6, 9, 10). */
public final class ClaimJudge {
  private final Market market;
  private final Publication publication;
  private final Missing missing;
  private final Inquiry inquiry;
  private final List<Accusation> accusations = new ArrayList<>();

  public ClaimJudge(Market market, @Nullable PublicationTime published) {
    this.market = market;
    this.publication = Publication.of(published);
    this.missing = new Missing(market);
    this.inquiry = new Inquiry(market, publication, missing);
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
          asked.put(claim, inquiry.ask(claim, bars.check(), group));
        } else if (checks instanceof Checks.ByText text) {
          judged.put(claim, byText(claim, text.check()));
        }
      }
    }
    Optional<LocalDate> shared = Asked.commonSession(asked.values());
    Optional<LocalDate> unnamed = Asked.unnamedSession(asked.values(), shared);
    boolean anchored = false;
    for (Asked one : asked.values()) {
      Answer answer = one.answer(one.sessions().stated() ? shared : unnamed).orElse(null);
      anchored |= answer != null && !one.isOutside() && answer.finding().holds();
    }
    Map<Claim, Finding> findings = new LinkedHashMap<>();
    for (Map.Entry<Claim, Asked> a : asked.entrySet()) {
      findings.put(
          a.getKey(), settle(a.getValue(), a.getValue().sessions().stated() ? shared : unnamed));
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
        Asked one = asked.get(claim);
        Optional<LocalDate> common = one != null && one.sessions().stated() ? shared : unnamed;
        accusations.add(Accusation.of(claim, one, common, anchored));
      }
    }
    return judged;
  }

  /** The claims that failed so far, and how sure it is what they were held against. */
  public List<Accusation> accusations() {
    return List.copyOf(accusations);
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

  /** The finding that is told, with the prices that would decide it where none do. */
  private Finding settle(Asked asked, Optional<LocalDate> common) {
    Finding finding = told(asked, common);
    asked
        .answer(common)
        .filter(a -> !asked.isOutside())
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
    boolean early = !asked.isOutside() && retrievedBeforeClose(q);
    finding.flagIf(early, Flag.PROVISIONAL);
    stale(q, asked, finding);
    if (!finding.failed()) {
      return finding;
    }
    Slips.explain(q, answer.check(), finding);
    if (early) {
      return finding.putOff("the bar of " + q.session() + " was taken before the session ended");
    }
    return Reservations.soften(answer);
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
}
