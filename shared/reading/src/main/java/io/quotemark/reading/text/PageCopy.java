package io.quotemark.reading.text;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Article.Furniture;
import io.quotemark.domain.article.Article.Furniture.Kind;
import io.quotemark.domain.article.Article.Notice;
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
  /** From this length on, a line is a paragraph whether or not it ends like a sentence. */
  private static final int SHORTEST_PARAGRAPH = 60;

  private static final int LONGEST_TITLE = 300;

  private static final int RESUMED = 160;
  private static final int MOST_RELATED = 8;
  private static final Pattern WIRE =
      Pattern.compile(
          "^(?:\\p{Lu}[\\p{Lu}\\s./,-]{2,40}(?:, \\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?)? ?(?:\\([^)]{2,30}\\)|/[^/]{3,30}/) ?[-–—]{1,2} )"
              + "|^(?:\\p{Lu}[\\p{L}\\s.-]{2,30} \\((?:Reuters|AP|AFP|EFE|ANSA|dpa[^)]{0,10}|dts[^)]{0,20}|Wire)\\)(?: ?[-–—.]{1,2})? )");

  /** Three words, or two and a figure. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\p{L}{2,}\\W+\\p{L}{2,}\\W+(?:\\p{L}{2,}|\\p{Sc}?\\d)|[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]{4}");

  private static final Pattern BREADCRUMBS =
      Pattern.compile("^[^<>»›]{2,30}(?:\\s?[>»›]\\s?[^<>»›.。]{2,40}){1,5}$");
  private final List<Furniture> furniture = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final boolean chosen;
  private final @Nullable String language;
  private final Head head;
  private String title;
  private int duplicates;
  private @Nullable Kind tail;
  private int behindTail;

  /** Characters set apart for what stands above them alone. */
  private int cutOff;

  /** Whether no heading ends the article. */
  private boolean endless;

  private PageCopy(boolean chosen, String title, @Nullable String declared, List<String> blocks) {
    this.chosen = chosen;
    this.title = title;
    String prose = sample(blocks, SHORTEST_PARAGRAPH);
    this.language =
        LanguageFinder.settled(
            declared, LanguageFinder.of(prose.isEmpty() ? sample(blocks, 0) : prose));
    this.head = new Head(LanguageFinder.place(declared, language));
  }

  /** As much of the blocks of some length as tells their language. */
  private static String sample(List<String> blocks, int shortest) {
    StringBuilder out = new StringBuilder();
    for (String block : blocks) {
      if (block.length() >= shortest && out.length() < LanguageFinder.ENOUGH) {
        out.append(out.isEmpty() ? "" : "\n").append(block);
      }
    }
    return out.toString();
  }

  /**
   * An article with an empty text where nothing on the page is one.
   *
   * @param declared BCP 47 tag of the language as somebody declared it
   */
  public static Article read(String text, @Nullable String declared) {
    List<String> blocks = Blocks.of(text);
    return new PageCopy(false, "", declared, blocks).article(blocks);
  }

  /**
   * The same for blocks that were already told from the rest of their page, where a short one is as
   * likely to be the article's as a long one.
   */
  public static Article read(String title, List<String> blocks, @Nullable String declared) {
    PageCopy copy = new PageCopy(true, title, declared, blocks);
    Article article = copy.article(blocks);
    if (copy.cutOff <= article.text().length()) {
      return article;
    }
    // a heading that ends the article before most of it stands amid it
    PageCopy whole = new PageCopy(true, title, declared, blocks);
    whole.endless = true;
    return whole.article(blocks);
  }

  private Article article(List<String> blocks) {
    Notices.of(title).ifPresent(notices::add);
    blocks.forEach(this::take);
    if (!chosen) {
      headingsAtTheEnd();
      soleSentence();
    }
    boolean dated = chosen || !soleDatedLine() || DatedLine.leads(title, language);
    return new Article(
        title,
        List.copyOf(head.authors),
        List.copyOf(head.credits),
        dated ? head.published() : null,
        dated ? head.modified() : null,
        language,
        null,
        null,
        null,
        List.copyOf(head.tickers),
        String.join("\n\n", paragraphs),
        furniture,
        duplicates,
        notices);
  }

  private void take(String block) {
    Optional<FurniturePhrases.Match> match = FurniturePhrases.match(block);
    if (tail != null && !resumes(block, match.isPresent())) {
      behindTail++;
      tail =
          match
              .filter(FurniturePhrases.Match::endsArticle)
              .map(FurniturePhrases.Match::kind)
              .orElse(tail);
      cutOff += tail == Kind.COMMENTS ? 0 : block.length();
      setApart(match.map(FurniturePhrases.Match::kind).orElse(tail), block);
      return;
    }
    tail = null;
    if (match.isPresent() && match.get().kind() != Kind.READING_TIME) {
      setApart(match.get().kind(), block);
      tail = match.filter(this::endsArticle).map(FurniturePhrases.Match::kind).orElse(null);
      behindTail = 0;
    } else if (FurniturePhrases.onlyButtons(block)) {
      setApart(paragraphs.isEmpty() && title.isEmpty() ? Kind.NAVIGATION : Kind.PROMOTION, block);
    } else if (!paragraphs.isEmpty() || !head(block)) {
      body(block);
    }
  }

  private boolean head(String block) {
    Kind kind = head.take(block, !title.isEmpty());
    if (kind != null) {
      setApart(kind, block);
    }
    return kind != null;
  }

  private void body(String block) {
    boolean early = title.isEmpty() && paragraphs.isEmpty();
    if (early && !chosen && BREADCRUMBS.matcher(block).matches()) {
      setApart(Kind.NAVIGATION, block);
    } else if (early && block.length() <= LONGEST_TITLE && !BlockShape.prose(block)) {
      title = block;
      Notices.of(title).ifPresent(notices::add);
    } else if (DatedLine.is(block, language)) {
      setApart(Kind.DATELINE, block);
    } else if (block.equals(title) || !paragraph(block)) {
      setApart(paragraphs.isEmpty() ? Kind.NAVIGATION : Kind.OTHER, block);
    }
  }

  private boolean endsArticle(FurniturePhrases.Match match) {
    // on a page read as HTML, links are gone already: what follows "Related" is the article again
    return match.endsArticle()
        && !endless
        && !paragraphs.isEmpty()
        && !(chosen && match.kind() == Kind.RELATED);
  }

  /** Links amid the article end where a long paragraph follows some short headings. */
  private boolean resumes(String block, boolean furniture) {
    return tail == Kind.RELATED
        && !furniture
        && behindTail <= MOST_RELATED
        && behindTail > 0
        && BlockShape.wide(block) >= RESUMED
        && BlockShape.ends(block);
  }

  /** One sentence is the article's text, not its title. */
  private void soleSentence() {
    if (paragraphs.isEmpty()
        && (BlockShape.ends(title) || BlockShape.wide(title) >= BlockShape.SENTENCE)) {
      paragraphs.add(title);
      title = "";
    }
  }

  /**
   * Takes the one line with a date of a text that has no other for what it tells; the day it speaks
   * of is not that of its publication.
   *
   * @return whether there is such a line
   */
  private boolean soleDatedLine() {
    if (!title.isEmpty() || !paragraphs.isEmpty() || !head.authors.isEmpty()) {
      return false;
    }
    for (Furniture line : furniture) {
      if (line.kind() == Kind.DATELINE
          && WORDS.matcher(DatedLine.withoutDates(line.text(), language)).find()) {
        furniture.remove(line);
        title = BlockShape.ends(line.text()) ? "" : line.text();
        if (title.isEmpty()) {
          paragraphs.add(line.text());
        }
        return true;
      }
    }
    return false;
  }

  /** Three headings or more with nothing below them are links to other articles. */
  private void headingsAtTheEnd() {
    int from = paragraphs.size();
    while (from > 1 && BlockShape.heading(paragraphs.get(from - 1))) {
      from--;
    }
    if (paragraphs.size() - from >= 3) {
      List<String> last = paragraphs.subList(from, paragraphs.size());
      last.forEach(block -> setApart(Kind.RELATED, block));
      last.clear();
    }
  }

  /** Whether the block is part of the article; a heading between paragraphs is. */
  private boolean paragraph(String block) {
    boolean full =
        BlockShape.wide(block) >= SHORTEST_PARAGRAPH
            || BlockShape.ends(block)
            || block.endsWith(":")
            || block.endsWith(";")
            || BlockShape.listed(block);
    boolean heading =
        !paragraphs.isEmpty()
            && block.length() >= 3
            && (block.charAt(0) >= 0x2E80 || block.indexOf(' ') > 0);
    if (!full && !heading && !chosen) {
      return false;
    }
    Notices.of(block).ifPresent(notices::add);
    if (!seen.add(normal(block)) && !repeats(block)) {
      duplicates++;
      return true;
    }
    paragraphs.add(paragraphs.isEmpty() ? withoutWire(block) : block);
    return true;
  }

  /**
   * Whether an article may say it again: among blocks told from their page, a heading of each entry
   * of a list, or a question of an interview. What stands twice in a row is a page's fault.
   */
  private boolean repeats(String block) {
    boolean again =
        BlockShape.wide(block) < SHORTEST_PARAGRAPH || block.endsWith("?") || block.endsWith("？");
    return chosen && again && !normal(paragraphs.getLast()).equals(normal(block));
  }

  /** "NEW YORK (Reuters) -" before the first sentence is a date line. */
  private String withoutWire(String block) {
    Matcher wire = WIRE.matcher(block);
    if (wire.find() && block.length() > wire.end() + 20) {
      setApart(Kind.DATELINE, wire.group().strip());
      head.take(wire.group().strip(), false);
      return block.substring(wire.end()).strip();
    }
    return block;
  }

  private void setApart(Kind kind, String block) {
    furniture.add(new Furniture(kind, LanguageFinder.of(block), block));
  }

  /** Letter case makes no other paragraph; blocks have single blanks already. */
  private static String normal(String block) {
    return block.toLowerCase(Locale.ROOT);
  }
}
