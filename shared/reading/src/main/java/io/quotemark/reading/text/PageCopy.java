package io.quotemark.reading.text;

import io.quotemark.domain.Article;
import io.quotemark.domain.Article.Furniture;
import io.quotemark.domain.Article.Furniture.Kind;
import io.quotemark.domain.Article.Notice;
import io.quotemark.reading.dates.DateFinder;
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

  /** From this length on, a block that ends with a full stop is no title. */
  private static final int SENTENCE = 120;

  private static final int RESUMED = 160;
  private static final int MOST_RELATED = 8;
  private static final Pattern WIRE =
      Pattern.compile(
          "^(?:\\p{Lu}[\\p{Lu}\\s./,-]{2,40}(?:, \\p{L}{3,9}\\.? \\d{1,2}(?:, \\d{4})?)? ?(?:\\([^)]{2,30}\\)|/[^/]{3,30}/) ?[-–—]{1,2} )"
              + "|^(?:\\p{Lu}[\\p{L}\\s.-]{2,30} \\((?:Reuters|AP|AFP|EFE|ANSA|dpa[^)]{0,10}|dts[^)]{0,20}|Wire)\\)(?: ?[-–—.]{1,2})? )");
  private static final Pattern NOTICE =
      Pattern.compile(
          "^\\(?(corrected|corrects|correction|corrección|correção|correzione|rectificatie|korrektur|berichtigung|rectificatif|更正|訂正|정정|update \\d{1,2}|updated|refiles?|refiled|retracted|retraction)(?![\\p{IsLatin}])[:\\s-]?",
          Pattern.CASE_INSENSITIVE);

  /** What follows the date of a line that begins with it. */
  private static final Pattern LEADS = Pattern.compile("^\\s?[:：|–—-]\\s");

  /** Three words, or two and a figure. */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\p{L}{2,}\\W+\\p{L}{2,}\\W+(?:\\p{L}{2,}|\\p{Sc}?\\d)|[\\p{IsHan}\\p{IsHangul}\\p{IsHiragana}\\p{IsKatakana}]{4}");

  private static final Pattern LISTED = Pattern.compile("^(?:[-*•·▪–]|\\d{1,2}[.)])\\s.*");
  private static final Pattern BREADCRUMBS =
      Pattern.compile("^[^>»›]{2,30}(?:\\s?[>»›]\\s?[^>»›.]{2,40}){1,5}$");
  private static final String SENTENCE_ENDS = ".!?。！？”\"’)…";

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
    String prose =
        String.join("\n", blocks.stream().filter(b -> b.length() >= SHORTEST_PARAGRAPH).toList());
    this.language =
        LanguageFinder.settled(
            declared, LanguageFinder.of(prose.isEmpty() ? String.join("\n", blocks) : prose));
    this.head = new Head(LanguageFinder.place(declared, language));
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
    notice(title);
    blocks.forEach(this::take);
    if (!chosen) {
      headingsAtTheEnd();
      soleSentence();
    }
    boolean dated = chosen || !soleDatedLine() || LEADS.matcher(withoutDates(title)).find();
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
    } else if (early && block.length() <= LONGEST_TITLE && !prose(block)) {
      title = block;
      notice(title);
    } else if (dateline(block)) {
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
        && wide(block) >= RESUMED
        && ends(block);
  }

  /** More than a title says: several sentences, or one long one with its full stop. */
  private static boolean prose(String block) {
    boolean stop = block.endsWith(".") || block.endsWith("。");
    return stop && (wide(block) >= SENTENCE || block.matches(".*\\p{Ll}{2}[.!?] \\p{Lu}.*|.*。.+"));
  }

  /** One sentence is the article's text, not its title. */
  private void soleSentence() {
    if (paragraphs.isEmpty() && (ends(title) || wide(title) >= SENTENCE)) {
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
      if (line.kind() == Kind.DATELINE && WORDS.matcher(withoutDates(line.text())).find()) {
        furniture.remove(line);
        title = ends(line.text()) ? "" : line.text();
        if (title.isEmpty()) {
          paragraphs.add(line.text());
        }
        return true;
      }
    }
    return false;
  }

  private String withoutDates(String block) {
    StringBuilder rest = new StringBuilder(block);
    for (DateFinder.Found date : DateFinder.all(block, language).reversed()) {
      rest.delete(date.start(), date.end());
    }
    return rest.toString();
  }

  /** Three headings or more with nothing below them are links to other articles. */
  private void headingsAtTheEnd() {
    int from = paragraphs.size();
    while (from > 1 && heading(paragraphs.get(from - 1))) {
      from--;
    }
    if (paragraphs.size() - from >= 3) {
      List<String> last = paragraphs.subList(from, paragraphs.size());
      last.forEach(block -> setApart(Kind.RELATED, block));
      last.clear();
    }
  }

  private static boolean heading(String block) {
    return wide(block) < SENTENCE
        && !ends(block)
        && !LISTED.matcher(block).matches()
        && block.chars().noneMatch(c -> c == ':' || c == '：' || c == '|' || c == '%');
  }

  /** A block that is a date and a word or two: when the page was published, or updated. */
  private boolean dateline(String block) {
    if (block.length() > 100 || ends(block)) {
      return false;
    }
    String rest = withoutDates(block);
    return rest.length() < block.length()
        && rest.length() <= 25
        && rest.chars().noneMatch(Character::isDigit);
  }

  /** Whether the block is part of the article; a heading between paragraphs is. */
  private boolean paragraph(String block) {
    boolean full =
        wide(block) >= SHORTEST_PARAGRAPH
            || ends(block)
            || block.endsWith(":")
            || block.endsWith(";")
            || LISTED.matcher(block).matches();
    boolean heading =
        !paragraphs.isEmpty()
            && block.length() >= 3
            && (block.charAt(0) >= 0x2E80 || block.indexOf(' ') > 0);
    if (!full && !heading && !chosen) {
      return false;
    }
    notice(block);
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
    boolean again = wide(block) < SHORTEST_PARAGRAPH || block.endsWith("?") || block.endsWith("？");
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

  private static boolean ends(String block) {
    return !block.isEmpty() && SENTENCE_ENDS.indexOf(block.charAt(block.length() - 1)) >= 0;
  }

  /** Length in letters of an alphabet; a Han, kana or hangul sign says as much as some of them. */
  private static int wide(String block) {
    int wide = 0;
    for (int i = 0; i < block.length(); i++) {
      wide += block.charAt(i) >= 0x2E80 ? 4 : 1;
    }
    return wide;
  }

  /** Letter case makes no other paragraph; blocks have single blanks already. */
  private static String normal(String block) {
    return block.toLowerCase(Locale.ROOT);
  }
}
