package io.quotemark.reading.text;

import io.quotemark.domain.article.Article.Furniture.Kind;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.reading.dates.DateFinder;
import io.quotemark.reading.dates.UpdateWords;
import io.quotemark.reading.furniture.Bylines;
import io.quotemark.reading.furniture.FurniturePhrases;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands between title and text: bylines, dates, tickers and reading times, in any order and
 * glued to each other. Collects what each line says.
 */
final class Head {
  private static final int LONGEST = 200;
  private static final int BESIDE_A_DATE = 60;
  private static final String ONE_TICKER =
      "(?:[A-Z]{2,8}:\\s?)?\\$?[A-Z]{1,5}(?:\\.[A-Z]{1,2})?(?:--|\\s?[+−-][\\d.,]{1,9}\\s?%)?";
  private static final Pattern TICKERS =
      Pattern.compile("^\\(?" + ONE_TICKER + "(?:[\\s,|;]{1,3}" + ONE_TICKER + "){0,7}\\)?$");
  private static final Pattern TICKER =
      Pattern.compile(
          "(?:[A-Z]{2,8}:\\s?)?\\$?([A-Z]{1,5}(?:\\.[A-Z]{1,2})?)(?:--|\\s?[+−-]?[\\d.,]*\\s?%)?");

  private static final Pattern PRICE = Pattern.compile("\\p{Sc}\\s?\\d|\\d\\s?[%\\p{Sc}]");
  private static final Pattern SMALL_WORD = Pattern.compile("(?<=\\s)\\p{Ll}+\\b");
  private static final Pattern STOP = Pattern.compile("[.。!?！？]$");

  /** A price or percentage in any language: "50,20 Euro", "288.6港元". */
  private static final Pattern FIGURE =
      Pattern.compile("[%％$€£¥]|\\d\\s?(?:港|人民)?[元円원]|\\d[.,]\\d+\\s?\\p{L}{3,}");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s,|·•/–—-]+$");
  final Set<String> authors = new LinkedHashSet<>();
  final Set<String> credits = new LinkedHashSet<>();
  final Set<String> tickers = new LinkedHashSet<>();
  private final @Nullable String place;
  private @Nullable PublicationTime published;
  private @Nullable PublicationTime modified;

  /**
   * @param place BCP 47 tag by which dates are read
   */
  Head(@Nullable String place) {
    this.place = place;
  }

  /** Where the page has but one date, and that of an update, it is the one. */
  @Nullable PublicationTime published() {
    return published == null ? modified : published;
  }

  @Nullable PublicationTime modified() {
    return published == null ? null : modified;
  }

  /**
   * What a line is; null where it is nothing of a head.
   *
   * @param titled whether the title stood before it
   */
  @Nullable Kind take(String block, boolean titled) {
    if (block.length() > LONGEST) {
      return null;
    }
    if (dates(block, titled)) {
      return Kind.DATELINE;
    }
    if (byline(block)) {
      return Kind.BYLINE;
    }
    if (FurniturePhrases.match(block).filter(m -> m.kind() == Kind.READING_TIME).isPresent()) {
      return Kind.READING_TIME;
    }
    // before the title, a line in capitals is more likely to be it
    if (TICKERS.matcher(block).matches() && (titled || block.contains("--"))) {
      tickers(block);
      return Kind.TICKERS;
    }
    return null;
  }

  private boolean dates(String block, boolean titled) {
    List<DateFinder.Found> dates = DateFinder.all(block, place);
    int beside = block.length();
    for (DateFinder.Found date : dates) {
      beside -= date.end() - date.start();
    }
    if (dates.isEmpty() || beside > BESIDE_A_DATE || tells(block, dates)) {
      return false;
    }
    int from = 0;
    for (DateFinder.Found date : dates) {
      String before = block.substring(from, Math.max(from, date.start()));
      if (UpdateWords.in(before)) {
        modified = modified == null ? date.time() : modified;
      } else if (published == null) {
        published = date.time();
      } else if (modified == null && from > 0) {
        modified = date.time();
      }
      from = date.end();
    }
    who(block.substring(0, dates.getFirst().start()), titled);
    who(block.substring(from).replaceFirst("^[\\s,|·•/–—-]+", ""), false);
    return true;
  }

  /** A sentence of some words with a price or a percentage: its date is the one it tells of. */
  private static boolean tells(String block, List<DateFinder.Found> dates) {
    boolean words =
        block.endsWith(".")
            && PRICE.matcher(block).find()
            && SMALL_WORD.matcher(block).results().limit(3).count() == 3;
    StringBuilder beside = new StringBuilder(block);
    dates.reversed().forEach(date -> beside.delete(date.start(), date.end()));
    return words || (STOP.matcher(block).find() && FIGURE.matcher(beside).find());
  }

  /** Who is named beside the date; a bare name only where it is glued to it or set off by a bar. */
  private void who(String beside, boolean titled) {
    String text = SEPARATORS.matcher(beside).replaceFirst("");
    boolean setOff =
        !text.isEmpty()
            && (text.length() == beside.length()
                || beside.substring(text.length()).matches(".*[|·•].*"));
    if (!byline(text) && titled && setOff) {
      authors.addAll(Bylines.names(text));
    }
  }

  boolean byline(String line) {
    Optional<Bylines.Byline> byline = Bylines.read(line);
    byline.ifPresent(b -> {
      authors.addAll(b.names());
      credits.addAll(b.credits());
    });
    return byline.isPresent();
  }

  private void tickers(String block) {
    Matcher ticker = TICKER.matcher(block);
    while (ticker.find()) {
      tickers.add(ticker.group(1));
    }
  }
}
