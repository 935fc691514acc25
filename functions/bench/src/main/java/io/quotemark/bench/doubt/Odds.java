package io.quotemark.bench.doubt;

import io.quotemark.bench.doubt.Fit.Example;
import io.quotemark.bench.doubt.Fit.Fitted;
import io.quotemark.bench.doubt.Fit.Judged;
import io.quotemark.bench.doubt.Observations.Observed;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fits the points that tell a false statement from a misread one, and prints how good they are.
 *
 * <pre>functions/bench/odds MATERIAL BARS RATES [POINTS]</pre>
 *
 * <p>MATERIAL holds {@code articles.jsonl.gz}, {@code seeded.jsonl.gz} (articles with one slip
 * each) and {@code judged.jsonl}; BARS price files; RATES the ECB's reference rates; POINTS is the
 * file to write.
 */
public final class Odds {
  private static final double[] THRESHOLDS = {.1, .2, .3, .4, .5, .6, .7, .8, .9};

  private static final int READ_NEXT = 30;

  /** Weighed observations that a tenth of confidence needs to stand for itself. */
  private static final int FEWEST = 20;

  private Odds() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: functions/bench/odds MATERIAL BARS RATES [POINTS]");
      System.exit(2);
    }
    Path material = Path.of(args[0]);
    List<Path> files = new ArrayList<>(Bars.filesOf(Path.of(args[1])));
    files.add(Path.of(args[2]));
    Securities master = MasterFile.load();
    System.err.println("Reading " + files.size() + " price files …");
    Observations observations = new Observations(master, Bars.of(files, master, Instant.now()));
    run(observations, material, args.length > 3 ? Path.of(args[3]) : null);
  }

  static void run(
      Observations observations, Path material, @org.jspecify.annotations.Nullable Path points)
      throws IOException {
    System.err.println("Checking the articles …");
    List<Observed> articles = observed(observations, material.resolve("articles.jsonl.gz"));
    System.err.println("Checking the slips …");
    List<Observed> slips = observed(observations, material.resolve("seeded.jsonl.gz"));
    Judgements judgements = Judgements.of(material.resolve("judged.jsonl"));
    Predicate<String> open = doc -> !Fit.isKeptAside(doc);
    List<Example> examples = Fit.examples(articles, slips, judgements);
    Part fittedOn = Part.of(open, articles, slips, examples);
    Part aside = Part.of(Fit::isKeptAside, articles, slips, examples);
    Fit fit = new Fit(fittedOn.examples(), fittedOn.slips(), fittedOn.decided());
    System.out.printf(
        Locale.ROOT,
        "A slip weighs %.5f, so that slips are %.1f in 1,000 decided claims.%n",
        fit.slipWeight(),
        1000.0 * fit.slipWeight() * fittedOn.slips() / fittedOn.decided());
    List<Judged> inside = fit.crossValidated();
    report("Two thirds, by folds", fittedOn, inside);
    readNext(inside);
    Fitted fitted = fit.fitted();
    List<Judged> outside =
        aside.examples().stream()
            .filter(e -> !e.isPlain())
            .map(e -> new Judged(e, fitted.probability(e.failed().signs())))
            .toList();
    report("The third kept aside", aside, outside);
    List<Judged> clear =
        Stream.concat(inside.stream(), outside.stream())
            .filter(j -> j.example().isClear())
            .toList();
    reliability(
        "How often a confidence is right, folds and third, as news",
        Reliability.of(clear, fit.slipWeight(), 1, 0));
    reliability(
        "The same as generated answers, where slips and misread claims are as many; tenths of less than "
            + FEWEST
            + " weighed observations joined",
        Reliability.of(clear, fit.slipWeight(), Reliability.GENERATED, FEWEST));
    if (points != null) {
      write(points, fitted, fittedOn);
      System.out.println("Written: " + points);
    }
  }

  /**
   * Documents with what was found in them.
   *
   * @param claims of the real articles
   * @param decided of these
   * @param slips all, failed or not
   */
  record Part(List<Example> examples, long claims, long decided, int slips) {
    static Part of(
        Predicate<String> of,
        List<Observed> articles,
        List<Observed> slips,
        List<Example> examples) {
      List<Observed> own = articles.stream().filter(a -> of.test(a.text().doc())).toList();
      return new Part(
          examples.stream().filter(e -> of.test(e.doc())).toList(),
          own.stream().mapToLong(a -> a.claims().size()).sum(),
          own.stream().mapToLong(Observed::decided).sum(),
          (int) slips.stream().filter(s -> of.test(s.text().doc())).count());
    }
  }

  private static List<Observed> observed(Observations observations, Path file) throws IOException {
    return Material.texts(file).parallelStream().map(observations::of).toList();
  }

  private static void report(String title, Part part, List<Judged> judged) {
    System.out.printf(
        Locale.ROOT,
        "%n%s: %,d claims, %,d decided, %d failed and not known to be false, %d slips of which %d failed%n",
        title,
        part.claims(),
        part.decided(),
        part.examples().stream().filter(e -> !e.positive()).count(),
        part.slips(),
        part.examples().stream().filter(Example::positive).count());
    System.out.println("  accused from   wrong   per 1,000 claims   slips accused");
    for (double threshold : THRESHOLDS) {
      List<Judged> clear = judged.stream().filter(j -> j.example().isClear()).toList();
      long wrong = count(clear, false, threshold, 2);
      long right = count(clear, true, threshold, 2);
      System.out.printf(
          Locale.ROOT,
          "  %.1f            %5d   %16.2f   %13.3f%n",
          threshold,
          wrong,
          1000.0 * wrong / part.claims(),
          right / (double) part.slips());
    }
  }

  /** How often a confidence is right, by points that never saw the document. */
  private static void reliability(String title, List<Reliability> rows) {
    System.out.printf("%n%s:%n", title);
    System.out.println(
        "  confidence     misread   slips   weighed    mean    share false   95 % interval");
    for (Reliability row : rows) {
      System.out.printf(
          Locale.ROOT,
          "  %.1f to %.1f    %8d   %5d   %7.1f   %.3f   %.3f         %.3f to %.3f%n",
          row.low(),
          row.high(),
          row.misread(),
          row.slips(),
          row.weighed(),
          row.mean(),
          row.shareFalse(),
          row.from(),
          row.to());
    }
  }

  /** What looks most like a slip in real articles: false after all, or to be read better. */
  private static void readNext(List<Judged> judged) {
    System.out.println("  likeliest in real articles:");
    judged.stream()
        .filter(j -> !j.example().positive())
        .sorted(Comparator.comparingDouble(Judged::probability).reversed())
        .limit(READ_NEXT)
        .forEach(j -> {
          CheckedClaim claim = j.example().failed().claim();
          System.out.printf(
              Locale.ROOT,
              "  %.3f %s %s %s \"%s\" of \"%s\": %s%n",
              j.probability(),
              j.example().doc(),
              claim.claim().id(),
              claim.claim().kind(),
              claim.claim().at().text(),
              claim.claim().subject(),
              claim.verdict().reasons().getFirst());
        });
  }

  private static long count(List<Judged> judged, boolean positive, double from, double below) {
    return judged.stream()
        .filter(j -> j.example().positive() == positive)
        .filter(j -> j.probability() >= from && j.probability() < below)
        .count();
  }

  private static void write(Path file, Fitted fitted, Part part) throws IOException {
    long slips = part.examples().stream().filter(Example::positive).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Points of the signs that a claim which failed is false and not misread: natural logarithms of odds ratios, added up.");
    lines.add(
        "# base is the log odds without any sign, where one statement in a thousand is false (news).");
    lines.add("# Columns: sign, points, misread claims that bear it, slips that bear it.");
    lines.add("# Made by functions/bench/odds, never by hand: see CONTRIBUTING.");
    lines.add(
        "# Fitted on %s on %d misread claims and %d slips of two thirds of the material."
            .formatted(LocalDate.now(ZoneOffset.UTC), part.examples().size() - slips, slips));
    for (Map.Entry<String, Double> entry : fitted.points().entrySet()) {
      int[] counts = fitted.counts().getOrDefault(entry.getKey(), new int[2]);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s\t%.3f\t%d\t%d",
              entry.getKey(),
              entry.getValue(),
              counts[0],
              counts[1]));
    }
    Files.write(file, lines);
  }
}
