package io.quotemark.bench;

import io.quotemark.checking.AnswerChecker;
import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Reading;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.AnswerReader;
import io.quotemark.reading.ArticleReader;
import io.quotemark.securities.Securities;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * How the time of reading, of finding claims and of judging them grows with the length of {@link
 * HostileInputs}: each at one size and at four times that, in CPU time of the thread. Ends with 1
 * where four times the length takes more than {@link #MOST} times the time, or a million characters
 * more than {@link #MOST_SECONDS}. Times below a tenth of a second say nothing of growth and are
 * let pass. A busy machine makes single times too long, never too short: what looks too slow is
 * measured again, up to {@value #MEASUREMENTS} times, and the shortest times count.
 *
 * <p>{@code functions/bench/growth [KILOBYTES [PART OF A NAME]]}
 */
public final class Growth {
  /**
   * Linear is four and quadratic sixteen; in the middle of the two, as they multiply, lies eight.
   */
  private static final double MOST = 8;

  private static final double MOST_SECONDS = 5;
  private static final int TIMES = 4;
  private static final int MEASUREMENTS = 8;
  private static final double TELLING_MILLIS = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String part;
  private final int size;
  private final List<String> red = new ArrayList<>();

  private Growth(String part, int size) {
    this.part = part;
    this.size = size;
  }

  public static void main(String[] arguments) {
    int size = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 250) * 1000;
    Growth growth = new Growth(arguments.length > 1 ? arguments[1] : "", size);
    growth.run();
    if (!growth.red.isEmpty()) {
      System.out.printf("%nred: %d%n%s%n", growth.red.size(), String.join("\n", growth.red));
      System.exit(1);
    }
  }

  private void run() {
    Securities securities = MasterFile.load();
    ArticleReader reader = new ArticleReader();
    ClaimFinder finder = new ClaimFinder(securities);
    HostileInputs.documents()
        .forEach((name, input) -> grows("read " + name, n -> read(reader, finder, input.apply(n))));
    for (Map.Entry<String, IntFunction<String>> text : HostileInputs.texts(securities).entrySet()) {
      IntFunction<String> input = text.getValue();
      grows("read " + text.getKey(), n -> read(reader, finder, input.apply(n)));
      grows("find " + text.getKey(), n -> finder.find(article(input.apply(n))));
    }
    AnswerChecker answers =
        new AnswerChecker(
            Checker.on(securities, (listings, from, to) -> ManyClaims.tape(listings)), securities);
    HostileInputs.answers()
        .forEach((name, input) -> grows("answer " + name, n -> answer(answers, input.apply(n))));
    ManyClaims claims = new ManyClaims(securities, finder);
    grows("judge claims of one group", claims::ofOneGroup);
    grows("judge claims of many groups", claims::ofManyGroups);
    grows("judge claims about many companies", claims::ofManyCompanies);
  }

  /** Reads a document and finds the claims of every article in it. */
  private static Object read(ArticleReader reader, ClaimFinder finder, String text) {
    Reading reading = reader.read(Document.of(text.getBytes(StandardCharsets.UTF_8), "growth"));
    switch (reading) {
      case Reading.One(Article article) -> finder.find(article);
      case Reading.Bundle(List<Reading.Entry> entries) ->
          entries.forEach(entry -> {
            if (entry.reading() instanceof Reading.One(Article article)) {
              finder.find(article);
            }
          });
      case Reading.Rejected rejected -> {
        // what is refused took its time as well
      }
    }
    return reading;
  }

  /** Reads an answer of an assistant, checks it and puts it right. */
  private static Object answer(AnswerChecker checker, String text) {
    Reading reading =
        AnswerReader.read(Document.of(text.getBytes(StandardCharsets.UTF_8), "answer"));
    return reading instanceof Reading.One(Article article)
        ? checker.check(
            article.publishedAt(PublicationTime.on(LocalDate.parse("2025-02-24"))), false)
        : reading;
  }

  private void grows(String name, IntFunction<Object> work) {
    if (!name.contains(part)) {
      return;
    }
    millis(work, size / TIMES); // the first run pays for what is loaded and compiled
    double once = Math.min(millis(work, size), millis(work, size));
    double more = millis(work, size * TIMES);
    for (int n = 1; n < MEASUREMENTS && !(isLinear(once, more) && isQuick(more)); n++) {
      once = Math.min(once, millis(work, size));
      more = Math.min(more, millis(work, size * TIMES));
    }
    boolean linear = isLinear(once, more);
    boolean quick = isQuick(more);
    String row =
        String.format(
            Locale.ROOT,
            "%-42s %,8.0f ms  %,8.0f ms  × %.1f%s%s",
            name,
            once,
            more,
            more / once,
            linear ? "" : "  grows faster than its input",
            quick ? "" : "  takes too long");
    System.out.println(row);
    if (!linear || !quick) {
      red.add(row);
    }
  }

  private static boolean isLinear(double once, double more) {
    return more <= Math.max(once, TELLING_MILLIS / TIMES) * MOST;
  }

  private boolean isQuick(double more) {
    return more <= MOST_SECONDS * Math.max(1, size * TIMES / 1e6) * 1000;
  }

  private static double millis(IntFunction<Object> work, int characters) {
    long began = THREADS.getCurrentThreadCpuTime();
    Object result = work.apply(characters);
    double millis = (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
    if (result == null) {
      throw new IllegalStateException("nothing was done");
    }
    return millis;
  }

  private static Article article(String text) {
    String language = text.charAt(0) >= 0x2E80 ? "zh" : "en";
    PublicationTime published = PublicationTime.on(LocalDate.parse("2025-02-24"));
    return new Article(
        "", List.of(), List.of(), published, null, language, null, null, null, List.of(), text,
        List.of(), 0, List.of());
  }
}
