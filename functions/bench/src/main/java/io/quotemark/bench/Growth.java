package io.quotemark.bench;

import io.quotemark.claims.StatementFinder;
import io.quotemark.domain.Article;
import io.quotemark.domain.Document;
import io.quotemark.domain.PublicationTime;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.reading.ArticleReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the time of reading and of finding claims grows with the length of inputs that are made to
 * hurt: each at one size and at four times that. Ends with 1 where four times the length takes more
 * than {@link #MOST} times the time. Sizes below a tenth of a second say nothing and are let pass.
 *
 * <p>{@code functions/bench/growth [KILOBYTES [PART OF A NAME]]}
 */
public final class Growth {
  /** Linear is four; garbage collection and caches take their share. */
  private static final double MOST = 7;

  private static final int TIMES = 4;
  private static final double TELLING_MILLIS = 100;
  private static final String OPEN = "<html><body>";

  /** What is repeated: opening, unit, and how it ends. */
  private record Input(String opening, String unit) {
    String of(int characters) {
      return opening + unit.repeat(Math.max(1, characters / unit.length()));
    }
  }

  private Growth() {}

  public static void main(String[] arguments) {
    int size = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 250) * 1000;
    String part = arguments.length > 1 ? arguments[1] : "";
    ArticleReader reader = new ArticleReader();
    StatementFinder finder = new StatementFinder(MasterFile.load());
    boolean linear = true;
    for (Map.Entry<String, Input> input : documents().entrySet()) {
      linear &=
          grows(
              "read " + input.getKey(),
              part,
              size,
              n ->
                  reader.read(
                      Document.of(
                          input.getValue().of(n).getBytes(StandardCharsets.UTF_8), "growth")));
    }
    for (Map.Entry<String, Input> input : texts().entrySet()) {
      linear &=
          grows(
              "find " + input.getKey(),
              part,
              size,
              n -> finder.find(article(input.getValue().of(n))));
    }
    System.exit(linear ? 0 : 1);
  }

  /** Work on an input of so many characters. */
  @FunctionalInterface
  private interface Work {
    Object on(int characters);
  }

  private static boolean grows(String name, String part, int size, Work work) {
    if (!name.contains(part)) {
      return true;
    }
    work.on(size / TIMES); // the first run pays for what is loaded and compiled
    double once = Math.min(millis(work, size), millis(work, size));
    double more = millis(work, size * TIMES);
    boolean linear = more <= Math.max(once, TELLING_MILLIS / TIMES) * MOST;
    PrintStream out = System.out;
    out.printf(
        "%-28s %,8.0f ms  %,8.0f ms  × %.1f%s%n",
        name, once, more, more / once, linear ? "" : "  grows faster than its input");
    return linear;
  }

  private static double millis(Work work, int characters) {
    long began = System.nanoTime();
    Object result = work.on(characters);
    double millis = (System.nanoTime() - began) / 1e6;
    if (result == null) {
      throw new IllegalStateException("nothing was done");
    }
    return millis;
  }

  private static Map<String, Input> documents() {
    Map<String, Input> out = new LinkedHashMap<>();
    out.put("nested divs", new Input(OPEN, "<div>"));
    out.put("nested bold", new Input(OPEN + "<p>", "<b>a "));
    out.put("nested tables", new Input(OPEN, "<table><tr><td>"));
    out.put("nested bylines", new Input(OPEN, "<div class='byline date'>x "));
    out.put("paragraphs", new Input(OPEN, "<p>Shares rose 4% to $12 on Monday, it said.</p>"));
    out.put("one paragraph", new Input(OPEN + "<p>", "Shares rose 4% to $12 on Monday. "));
    out.put("line breaks", new Input(OPEN, "a<br><br>"));
    out.put(
        "list of links", new Input(OPEN + "<ul>", "<li><a href=x>Title</a><p>few words</p></li>"));
    out.put("cells of one row", new Input(OPEN + "<table><tr>", "<td>a</td>"));
    out.put("open brackets", new Input(OPEN, "<"));
    out.put("entities", new Input(OPEN + "<p>", "&amp"));
    out.put("a class of many names", new Input(OPEN + "<div class='", "sidebar "));
    out.put("one line", new Input("", "word "));
    out.put("dates", new Input("", "4 March 2025, 3:05 pm ET "));
    out.put("dates, a line each", new Input("", "4 March 2025, 3:05 pm ET\n"));
    out.put("bylines", new Input("", "By Ann Lee\n"));
    out.put("blanks", new Input("x", " \n"));
    out.put("brackets of links", new Input("", "[a](b"));
    out.put("nested objects", new Input("", "{\"data\":"));
    out.put("entries of a feed", new Input("<?xml version='1.0'?><rss><channel>", "<item>"));
    out.put(
        "parts of a letter",
        new Input("From: a@b\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx\n"));
    out.put("headers of a letter", new Input("From: a@b\n", "X-A: b\n"));
    return out;
  }

  private static Map<String, Input> texts() {
    Map<String, Input> out = new LinkedHashMap<>();
    out.put(
        "claims",
        new Input(
            "",
            "Alibaba's Hong Kong-listed shares rose 0.7% to HK$139.40, their highest since November 2021. "));
    out.put(
        "one sentence",
        new Input("", "Alibaba shares rose 0.7% to HK$139.40 and Tencent fell 2.3 percent and "));
    out.put("claims in Chinese", new Input("", "阿里巴巴股价涨0.7%至139.4港元"));
    out.put("digits", new Input("", "1234567890"));
    out.put("groups of digits", new Input("", "123 456 789 "));
    out.put("number words", new Input("", "three hundred and forty "));
    out.put("names", new Input("", "Foo Bar "));
    out.put("open tickers", new Input("", "(NASDAQ: "));
    out.put("percentages", new Input("", "1% "));
    out.put("pronouns", new Input("", "its shares and "));
    out.put("full stops", new Input("", ".A"));
    out.put("times", new Input("", "since November 2021 "));
    return out;
  }

  private static Article article(String text) {
    String language = text.charAt(0) >= 0x2E80 ? "zh" : "en";
    PublicationTime published = PublicationTime.on(LocalDate.parse("2025-02-24"));
    return new Article(
        "", List.of(), List.of(), published, null, language, null, null, null, List.of(), text,
        List.of(), 0, List.of());
  }
}
