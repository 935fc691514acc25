package io.quotemark.cli;

import io.quotemark.cli.deployment.DeadLetters;
import io.quotemark.cli.deployment.Deployment;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.storage.articles.Decisions;
import io.quotemark.storage.prices.PriceFileEffects;
import io.quotemark.storage.prices.PriceFileReports;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Price files on their way from the bucket to the last re-check that follows from them. There is no
 * limit to how long that takes while something moves.
 */
final class PriceProgress {
  private static final List<String> QUEUES = List.of("PricesQueue", "ArticlesQueue");
  private static final Duration TOLD = Duration.ofSeconds(5);

  /** The clocks of this machine and of a stack differ by less. */
  private static final Duration CLOCKS = Duration.ofMinutes(10);

  private final PrintWriter out;
  private final Drop drop;
  private final Pace pace;
  private final DeadLetters letters;
  private final PriceFileReports reports;
  private final PriceFileEffects effects;
  private final Duration patience;
  private final Instant from;
  private final Set<String> before = new HashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Map<String, PriceFileReports.Report> stored = new LinkedHashMap<>();
  private final Set<String> said = new HashSet<>();
  private boolean newlySaid;
  private String told = "";
  private long toldAt;

  /**
   * To be made before the files are put.
   *
   * @param keys of the files
   * @param patience how long nothing may move
   */
  PriceProgress(
      PrintWriter out,
      Deployment deployment,
      Drop drop,
      Collection<String> keys,
      Duration patience,
      Pace pace) {
    this.out = out;
    this.pace = pace;
    this.drop = drop;
    this.letters = new DeadLetters(deployment);
    this.reports = new PriceFileReports(deployment.dynamoDb(), deployment.table("PricesTable"));
    this.effects =
        new PriceFileEffects(
            deployment.dynamoDb(),
            deployment.table("PricesTable"),
            deployment.table("ArticlesTable"));
    this.patience = patience;
    this.from = Instant.now().minus(CLOCKS);
    this.waiting.addAll(keys);
    reports.since(from).forEach(report -> before.add(id(report)));
  }

  /** To be told of what is said of a file already, so that the rest of its report is said once. */
  void said(RowProblem problem) {
    said.add(PriceFileReports.shortened(problem.toString()));
  }

  /** What is wrong with a file beside the stored prices can be seen only where those are. */
  private List<String> unsaid(PriceFileReports.Report report) {
    String folder = report.key().substring(0, report.key().length() - name(report.key()).length());
    return report.problems().stream()
        .map(problem -> problem.startsWith(folder) ? problem.substring(folder.length()) : problem)
        .filter(problem -> said.stream().noneMatch(known -> sameBeginning(known, problem)))
        .toList();
  }

  /** Of a problem that was cut off the report has some characters less. */
  private static boolean sameBeginning(String known, String problem) {
    String whole = problem.endsWith("…") ? problem.substring(0, problem.length() - 1) : problem;
    return known.startsWith(whole);
  }

  private static String id(PriceFileReports.Report report) {
    return report.delivered() + " " + report.key();
  }

  /** Follows the work to its end; the exit code. */
  int follow() {
    int deadBefore = letters.count("PricesDeadLetters");
    Map<String, Integer> counts = drop.counts(QUEUES);
    long moved = pace.nanos();
    while (true) {
      int files = waiting.size();
      look();
      Map<String, Integer> now = drop.counts(QUEUES);
      boolean empty = now.values().stream().allMatch(n -> n == 0);
      if (waiting.isEmpty() && empty) {
        return end();
      }
      if (empty && letters.count("PricesDeadLetters") > deadBefore) {
        look(); // the last report may have come between
        return waiting.isEmpty() ? end() : lost();
      }
      if (files != waiting.size() || !now.equals(counts)) {
        moved = pace.nanos();
        counts = now;
        tell(now);
      } else if (pace.nanos() - moved > patience.toNanos()) {
        return stalled(now);
      }
      pace.rest();
    }
  }

  private void look() {
    for (PriceFileReports.Report report : reports.since(from)) {
      if (!before.contains(id(report)) && waiting.remove(report.key())) {
        stored.put(report.key(), report);
        List<String> unsaid = unsaid(report);
        newlySaid |= !unsaid.isEmpty();
        out.printf(
            "  [%d/%d] %s: %s%n",
            stored.size(),
            stored.size() + waiting.size(),
            name(report.key()),
            report.refused()
                ? "refused: "
                    + Stream.concat(unsaid.stream(), report.problems().stream())
                        .findFirst()
                        .orElse("nothing usable")
                : report.bars() + " sessions stored");
        unsaid.stream()
            .skip(report.refused() ? 1 : 0)
            .forEach(problem -> out.println("    " + problem));
        out.flush();
      }
    }
  }

  /** Now and then, so that a long wait is seen to move. */
  private void tell(Map<String, Integer> counts) {
    int articles = counts.getOrDefault("ArticlesQueue", 0);
    String line =
        waiting.isEmpty()
            ? "  checking again: " + articles + " articles to go"
            : "  %d of %d files to go".formatted(waiting.size(), waiting.size() + stored.size());
    long now = pace.nanos();
    if (!line.equals(told) && (told.isEmpty() || now - toldAt > TOLD.toNanos())) {
      out.println(line);
      out.flush();
      told = line;
      toldAt = now;
    }
  }

  private int end() {
    decided().ifPresent(out::println);
    out.println("done");
    return newlySaid || stored.values().stream().anyMatch(PriceFileReports.Report::refused)
        ? Exit.FAILED_INPUT
        : Exit.OK;
  }

  /** What the files decided together; empty where no claim had waited for them. */
  private Optional<String> decided() {
    PriceFileEffects.Effect effect = effects.of(stored.values());
    if (effect.articles() == 0) {
      return Optional.empty();
    }
    Decisions.Counts counts = effect.since();
    StringBuilder line = new StringBuilder("  ");
    line.append(counts.decided()).append(counts.decided() == 1 ? " claim" : " claims");
    line.append(" decided");
    if (counts.contradicted() > 0) {
      line.append(", ").append(counts.contradicted()).append(" contradicted");
    }
    if (counts.doubtful() > 0) {
      line.append(", ").append(counts.doubtful()).append(" doubtful");
    }
    if (counts.waiting() > 0) {
      line.append("; ")
          .append(counts.waiting())
          .append(counts.waiting() == 1 ? " is" : " are")
          .append(" still undecided: ./quotemark prices missing");
    }
    return Optional.of(line + (effect.complete() ? "" : " (of the first articles)"));
  }

  private int lost() {
    out.println(
        "Not stored, given up after several attempts: "
            + names()
            + ". See why with ./quotemark failed, and try again with ./quotemark replay"
            + " --dead-letters.");
    return Exit.FAILED_INPUT;
  }

  private int stalled(Map<String, Integer> counts) {
    List<String> left = new ArrayList<>();
    if (!waiting.isEmpty()) {
      left.add("still waiting: " + names());
    }
    int others = counts.getOrDefault("PricesQueue", 0);
    if (waiting.isEmpty() && others > 0) {
      left.add(others + (others == 1 ? " other file waits" : " other files wait"));
    }
    int articles = counts.getOrDefault("ArticlesQueue", 0);
    if (articles > 0) {
      left.add(
          articles
              + (articles == 1 ? " article is" : " articles are")
              + " still to be checked again");
    }
    out.println(
        "Nothing has moved for %d seconds; %s."
            .formatted(patience.toSeconds(), String.join("; ", left)));
    List<String> problems = drop.api().problems();
    problems.forEach(out::println);
    if (problems.isEmpty()) {
      out.println("What was put is kept and is worked on once it moves; see ./quotemark failed.");
    }
    return Exit.FAILED_INPUT;
  }

  private String names() {
    return String.join(", ", waiting.stream().map(PriceProgress::name).toList());
  }

  private static String name(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }
}
