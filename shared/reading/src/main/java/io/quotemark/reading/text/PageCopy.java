package io.quotemark.reading.text;

import io.quotemark.domain.Article;
import io.quotemark.domain.Article.Furniture;
import io.quotemark.domain.Article.Furniture.Kind;
import io.quotemark.domain.Article.Notice;
import io.quotemark.domain.PublicationTime;
import io.quotemark.reading.dates.DateFinder;
import io.quotemark.reading.furniture.Bylines;
import io.quotemark.reading.furniture.FurniturePhrases;
import io.quotemark.reading.language.LanguageFinder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain text as browsers copy a page: a title, a head of bylines, dates, tickers and buttons
 * in any order, paragraphs, and a tail of disclaimers, comments and links. Each block is taken for
 * one of these by what it says, never by its number.
 */
public final class PageCopy {
  /** From this length on, a line that ends like a sentence is a paragraph. */
  private static final int SHORTEST_PARAGRAPH = 60;

  private static final String ONE_TICKER =
      "\\$?[A-Z]{1,5}(?:\\.[A-Z]{1,2})?(?:--|\\s?[+-][\\d.,]{1,9}%)?";
  private static final Pattern TICKERS =
      Pattern.compile("^" + ONE_TICKER + "(?:[\\s,|]{1,3}" + ONE_TICKER + "){0,7}$");
  private static final Pattern TICKER =
      Pattern.compile("\\$?([A-Z]{1,5}(?:\\.[A-Z]{1,2})?)(?:--|[+-]?[\\d.,]*%)?");
  private static final Pattern WIRE =
      Pattern.compile(
          "^(?:\\p{Lu}[\\p{Lu}\\s./,-]{2,40}(?:, \\p{L}{3,9}\\.? \\d{1,2})? ?(?:\\([^)]{2,30}\\))? ?[-–—]{1,2} )");
  private static final Pattern NOTICE =
      Pattern.compile(
          "^\\(?(corrected|corrects|correction|corrección|korrektur|berichtigung|rectificatif|更正|update \\d{1,2}|updated|refiles?|refiled|retracted|retraction)\\b[:\\s-]",
          Pattern.CASE_INSENSITIVE);
  private static final String SENTENCE_ENDS = ".!?。！？”\"’)…";

  private final List<Furniture> furniture = new ArrayList<>();
  private final List<String> authors = new ArrayList<>();
  private final List<String> credits = new ArrayList<>();
  private final List<String> tickers = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private @Nullable PublicationTime published;
  private int duplicates;
  private @Nullable String language;

  private final boolean chosen;

  private PageCopy(boolean chosen) {
    this.chosen = chosen;
  }

  /** An article with an empty text where nothing on the page is one. */
  public static Article read(String text) {
    return new PageCopy(false).article("", Blocks.of(text));
  }

  /**
   * The same for blocks that were already told from the rest of their page, where a short one is as
   * likely to be the article's as a long one.
   */
  public static Article read(String title, List<String> blocks) {
    return new PageCopy(true).article(title, blocks);
  }

  private Article article(String named, List<String> blocks) {
    language =
        LanguageFinder.of(
            String.join(
                "\n", blocks.stream().filter(b -> b.length() >= SHORTEST_PARAGRAPH).toList()));
    String title = named;
    notice(title);
    @Nullable Kind tail = null;
    for (String block : blocks) {
      if (tail != null) {
        Optional<FurniturePhrases.Match> other = FurniturePhrases.match(block);
        setApart(other.map(FurniturePhrases.Match::kind).orElse(tail), block);
        continue;
      }
      Optional<FurniturePhrases.Match> match = FurniturePhrases.match(block);
      if (match.isPresent() && match.get().kind() != Kind.READING_TIME) {
        setApart(match.get().kind(), block);
        tail = match.filter(this::endsArticle).map(FurniturePhrases.Match::kind).orElse(null);
      } else if (paragraphs.isEmpty() && head(block, title)) {
        // taken note of
      } else if (title.isEmpty() && paragraphs.isEmpty() && block.length() <= 300) {
        title = block.replaceFirst("^#{1,3}\\s+", "");
        notice(title);
      } else if (chosen && dateline(block)) {
        setApart(Kind.DATELINE, block);
      } else if (block.equals(title) || !paragraph(block)) {
        setApart(paragraphs.isEmpty() ? Kind.NAVIGATION : Kind.OTHER, block);
      }
    }
    return new Article(
        title,
        authors,
        credits,
        published,
        null,
        language,
        null,
        null,
        null,
        tickers,
        String.join("\n\n", paragraphs),
        furniture,
        duplicates,
        notices);
  }

  /**
   * On a page read as HTML, links are gone already: what follows "Related" is the article again.
   */
  private boolean endsArticle(FurniturePhrases.Match match) {
    return match.endsArticle()
        && !paragraphs.isEmpty()
        && !(chosen && match.kind() == Kind.RELATED);
  }

  /** A line of the head: byline, date line, reading time, tickers; parts of them glued together. */
  private boolean head(String block, String title) {
    if (block.length() > 200) {
      return false;
    }
    Optional<DateFinder.Found> date = DateFinder.first(block, language);
    if (date.isPresent() && block.length() - (date.get().end() - date.get().start()) <= 60) {
      if (published == null) {
        published = date.get().time();
      }
      String before = block.substring(0, date.get().start());
      byline(before.replaceFirst("[\\s,|·•–—-]+$", ""));
      setApart(Kind.DATELINE, block);
      return true;
    }
    if (byline(block)) {
      setApart(Kind.BYLINE, block);
      return true;
    }
    if (FurniturePhrases.match(block).filter(m -> m.kind() == Kind.READING_TIME).isPresent()) {
      setApart(Kind.READING_TIME, block);
      return true;
    }
    // before the title, a line in capitals is more likely to be it
    if (TICKERS.matcher(block).matches() && (!title.isEmpty() || block.contains("--"))) {
      Matcher ticker = TICKER.matcher(block);
      while (ticker.find()) {
        if (!tickers.contains(ticker.group(1))) {
          tickers.add(ticker.group(1));
        }
      }
      setApart(Kind.TICKERS, block);
      return true;
    }
    return false;
  }

  /** A block that is a date and a word or two: when the page was published, or updated. */
  private boolean dateline(String block) {
    if (block.length() > 100 || SENTENCE_ENDS.indexOf(block.charAt(block.length() - 1)) >= 0) {
      return false;
    }
    int rest = block.length();
    for (DateFinder.Found date : DateFinder.all(block, language)) {
      rest -= date.end() - date.start();
    }
    return rest < block.length() && rest <= 25;
  }

  private boolean byline(String line) {
    Optional<Bylines.Byline> byline = Bylines.read(line);
    byline.ifPresent(b -> {
      b.names().stream().filter(n -> !authors.contains(n)).forEach(authors::add);
      credits.addAll(b.credits());
    });
    return byline.isPresent();
  }

  /** Whether the block is part of the article; a heading between paragraphs is. */
  private boolean paragraph(String block) {
    boolean sentence =
        SENTENCE_ENDS.indexOf(block.charAt(block.length() - 1)) >= 0
            || block.endsWith(":")
            || block.endsWith(";");
    boolean listed = block.matches("^(?:[-*•·▪]|\\d{1,2}[.)])\\s.*");
    boolean cjk = block.codePoints().anyMatch(c -> c >= 0x2E80);
    boolean full =
        block.length() >= (cjk ? SHORTEST_PARAGRAPH / 4 : SHORTEST_PARAGRAPH) || sentence || listed;
    boolean heading =
        !paragraphs.isEmpty() && block.length() >= 3 && block.split("\\s+", -1).length >= 2;
    if (!full && !heading && !chosen) {
      return false;
    }
    notice(block);
    if (!seen.add(normal(block))) {
      duplicates++;
      return true;
    }
    paragraphs.add(WIRE.matcher(block).find() && paragraphs.isEmpty() ? wire(block) : block);
    return true;
  }

  /** "NEW YORK (Reuters) -" before the first sentence is a date line. */
  private String wire(String block) {
    Matcher wire = WIRE.matcher(block);
    if (wire.find() && block.contains("(") && block.length() > wire.end() + 20) {
      setApart(Kind.DATELINE, wire.group().strip());
      return block.substring(wire.end()).strip();
    }
    return block;
  }

  private void notice(String block) {
    Matcher match = NOTICE.matcher(block);
    if (match.find()) {
      String word = match.group(1).toLowerCase(Locale.ROOT);
      Notice.Kind kind =
          word.startsWith("update")
              ? Notice.Kind.UPDATE
              : word.startsWith("refile")
                  ? Notice.Kind.REFILE
                  : word.startsWith("retract") ? Notice.Kind.RETRACTION : Notice.Kind.CORRECTION;
      notices.add(new Notice(kind, block));
    }
  }

  private void setApart(Kind kind, String block) {
    furniture.add(new Furniture(kind, LanguageFinder.of(block), block));
  }

  private static String normal(String block) {
    return block.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
