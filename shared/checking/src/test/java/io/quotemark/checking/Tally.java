package io.quotemark.checking;

import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the sentences, a row for each sort, with an example of each that went wrong. */
final class Tally {
  private static final Set<Outcome> GOOD = Set.of(Outcome.VERIFIED, Outcome.VERIFIED_LOOSE);

  /** A close worded wrongly that lies inside the day's range: reported, not measured. */
  private static final String APART = "false inside the range";

  private final Map<String, Map<String, Integer>> rows = new TreeMap<>();
  private final Map<String, List<String>> examples = new TreeMap<>();
  private final List<String> accused = new ArrayList<>();

  void count(Share share, Facts facts, Said said, List<CheckedClaim> claims) {
    boolean truth = said.what().startsWith("true");
    List<Verdict> own =
        claims.stream()
            .filter(c -> c.claim().kind() == said.kind())
            .map(CheckedClaim::verdict)
            .toList();
    boolean contradicted =
        claims.stream().anyMatch(c -> c.verdict().outcome() == Outcome.CONTRADICTED);
    String outcome;
    boolean good;
    if (contradicted) {
      outcome = "CONTRADICTED";
      good = !truth;
    } else if (own.isEmpty()) {
      outcome = "MISSED";
      good = false;
    } else {
      Verdict first = own.getFirst();
      boolean flagged = !truth && claims.stream().anyMatch(c -> !c.verdict().flags().isEmpty());
      outcome =
          flagged ? "FLAGGED" : first.code() == null ? first.outcome().name() : first.code().name();
      good =
          truth ? GOOD.contains(first.outcome()) : flagged || first.outcome() == Outcome.DOUBTFUL;
    }
    rows.computeIfAbsent(said.what(), w -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
    if (!good) {
      String line =
          "%s %s  %s  → %s %s"
              .formatted(
                  share.id(),
                  facts.day,
                  said.sentence(),
                  outcome,
                  claims.stream()
                      .map(c ->
                          c.claim().kind()
                              + " "
                              + c.claim().value()
                              + " "
                              + c.verdict().outcome()
                              + " "
                              + c.verdict().reasons())
                      .toList());
      examples.computeIfAbsent(said.what(), w -> new ArrayList<>()).add(line);
      if (truth && contradicted) {
        accused.add(line);
      }
    }
  }

  List<String> accused() {
    return accused;
  }

  /** Of the true ones that history can decide. */
  double borneOut() {
    return share("true", Set.of("VERIFIED", "VERIFIED_LOOSE"));
  }

  double foundOut() {
    return share("false", Set.of("CONTRADICTED", "FLAGGED", "DOUBTFUL"));
  }

  private double share(String truth, Set<String> good) {
    int hits = 0;
    int all = 0;
    for (Map.Entry<String, Map<String, Integer>> row : rows.entrySet()) {
      if (row.getKey().startsWith(truth) && !row.getKey().equals(APART)) {
        for (Map.Entry<String, Integer> outcome : row.getValue().entrySet()) {
          boolean undecidable = truth.equals("true") && outcome.getKey().startsWith("HISTORY_");
          all += undecidable ? 0 : outcome.getValue();
          hits += good.contains(outcome.getKey()) ? outcome.getValue() : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) hits / all;
  }

  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    table.append("borne out %.4f, found out %.4f%n".formatted(borneOut(), foundOut()));
    rows.forEach((what, outcomes) -> {
      table.append("%-26s %s%n".formatted(what, outcomes));
      examples.getOrDefault(what, List.of()).stream()
          .limit(3)
          .forEach(line -> table.append("    ").append(line).append('\n'));
    });
    return table.toString();
  }
}
