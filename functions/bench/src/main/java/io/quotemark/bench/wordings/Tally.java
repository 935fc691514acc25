package io.quotemark.bench.wordings;

import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Flag;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many statements were found, borne out and caught. */
final class Tally {
  private static final Set<Flag> ERRORS =
      EnumSet.of(
          Flag.INTERNAL_INCONSISTENT,
          Flag.UNIT_SLIP,
          Flag.SCALE_SLIP,
          Flag.SIGN_SLIP,
          Flag.DIGIT_SLIP,
          Flag.WRONG_LISTING,
          Flag.WRONG_CURRENCY,
          Flag.WRONG_SESSION_DATE);

  /** Counts of one group of statements. */
  static final class Counts {
    int trueOnes;
    int found;
    int decided;
    int borneOut;
    int accused;
    int falseOnes;
    int caught;

    /** Share of true statements of which every kind was found. */
    double recall() {
      return share(found, trueOnes);
    }

    /** Share of decided true claims that were verified, loosely or not. */
    double agreement() {
      return share(borneOut, decided);
    }

    /** Share of false statements that were contradicted, doubted or flagged. */
    double detection() {
      return share(caught, falseOnes);
    }

    private void add(Counts more) {
      trueOnes += more.trueOnes;
      found += more.found;
      decided += more.decided;
      borneOut += more.borneOut;
      accused += more.accused;
      falseOnes += more.falseOnes;
      caught += more.caught;
    }

    private static double share(int part, int all) {
      return all == 0 ? 1 : (double) part / all;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "true %4d: found %.3f, decided %4d, borne out %.3f, accused %d; false %4d: caught %.3f",
          trueOnes,
          recall(),
          decided,
          agreement(),
          accused,
          falseOnes,
          detection());
    }
  }

  private final Map<String, Counts> groups = new TreeMap<>();

  Counts of(String group) {
    return groups.getOrDefault(group, new Counts());
  }

  void add(Tally more) {
    more.groups.forEach(
        (group, counts) -> groups.computeIfAbsent(group, g -> new Counts()).add(counts));
  }

  List<String> lines() {
    return groups.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%-16s %s", e.getKey(), e.getValue()))
        .toList();
  }

  /**
   * Counts a statement.
   *
   * @param checked empty where the text was refused
   * @return what went wrong with it, if anything did
   */
  Optional<String> count(Statement statement, Optional<CheckedArticle> checked) {
    List<CheckedClaim> claims = checked.map(CheckedArticle::claims).orElse(List.of());
    Counts one = statement.truth() ? ofTrue(statement, claims) : ofFalse(claims);
    Wording wording = statement.wording();
    String side = wording.keptAside() ? "aside" : "open";
    for (String group :
        List.of(
            "all " + side,
            "all " + side + " " + wording.language(),
            wording.language() + " " + wording.kind())) {
      groups.computeIfAbsent(group, g -> new Counts()).add(one);
    }
    boolean right =
        statement.truth()
            ? one.found == 1 && one.borneOut == one.decided && one.accused == 0
            : one.caught == 1;
    return right
        ? Optional.empty()
        : Optional.of(
            String.join(
                "\t",
                side,
                wording.language(),
                wording.kind(),
                Boolean.toString(statement.truth()),
                checked.isEmpty() ? "refused" : statement.kinds().toString(),
                statement.published().toLocalDate().toString(),
                statement.text(),
                claims.stream().map(Tally::shown).collect(Collectors.joining(" ; "))));
  }

  private static String shown(CheckedClaim checked) {
    return checked.claim().kind()
        + " "
        + checked.claim().value()
        + " "
        + (checked.claim().listing() == null ? "-" : checked.claim().listing().id())
        + " "
        + checked.claim().session()
        + " "
        + checked.claim().rule()
        + " "
        + checked.verdict().outcome()
        + " "
        + checked.verdict().flags()
        + " "
        + checked.verdict().reasons().getFirst();
  }

  private static Counts ofTrue(Statement statement, List<CheckedClaim> claims) {
    Counts one = new Counts();
    one.trueOnes = 1;
    Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
    for (CheckedClaim checked : claims) {
      Outcome outcome = checked.verdict().outcome();
      kinds.add(checked.claim().kind());
      boolean borneOut = outcome == Outcome.VERIFIED || outcome == Outcome.VERIFIED_LOOSE;
      one.decided += borneOut || failed(outcome) ? 1 : 0;
      one.borneOut += borneOut ? 1 : 0;
      one.accused |= outcome == Outcome.CONTRADICTED ? 1 : 0;
    }
    one.found = kinds.containsAll(statement.kinds()) ? 1 : 0;
    return one;
  }

  private static Counts ofFalse(List<CheckedClaim> claims) {
    Counts one = new Counts();
    one.falseOnes = 1;
    for (CheckedClaim checked : claims) {
      Verdict verdict = checked.verdict();
      boolean flagged = verdict.flags().stream().anyMatch(ERRORS::contains);
      one.caught |= failed(verdict.outcome()) || flagged ? 1 : 0;
    }
    return one;
  }

  private static boolean failed(Outcome outcome) {
    return outcome == Outcome.CONTRADICTED || outcome == Outcome.DOUBTFUL;
  }
}
