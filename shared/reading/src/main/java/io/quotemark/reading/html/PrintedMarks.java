package io.quotemark.reading.html;

import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an element and the elements around it say of the text in them.
 *
 * @param link where a link leads, null outside of links
 * @param dated whether a class name speaks of a date
 * @param updated whether a class name speaks of a change and of no publication
 * @param byline whether it is called a byline or an author
 * @param cell whether it is a cell of a table
 * @param inside whether it is in an article or the page's main part
 * @param article whether it is in an article
 */
record PrintedMarks(
    @Nullable String link,
    boolean dated,
    boolean updated,
    boolean byline,
    boolean cell,
    boolean inside,
    boolean article) {
  static final PrintedMarks NONE = new PrintedMarks(null, false, false, false, false, false, false);

  /**
   * The marks of text inside an element.
   *
   * @param small whether it holds so little text that its names can speak of that alone
   */
  PrintedMarks inside(Element element, boolean small) {
    String tag = element.normalName();
    boolean ofArticle = article || tag.equals("article");
    boolean ofMain = inside || ofArticle || tag.equals("main");
    boolean ofCell = cell || tag.equals("td");
    String leads = tag.equals("a") && element.hasAttr("href") ? element.attr("href") : link;
    if (element.attributesSize() == 0 || !small) {
      return new PrintedMarks(leads, dated, updated, byline, ofCell, ofMain, ofArticle);
    }
    String said = element.className().toLowerCase(Locale.ROOT) + " " + element.attr("itemprop");
    boolean published = said.contains("publish") || said.contains("Publish");
    boolean changed = updated || any(said, "updated", "modified", "Modified", "changed");
    return new PrintedMarks(
        leads,
        dated || published || any(said, "date", "timestamp", "posted"),
        !published && changed,
        byline || element.attr("rel").contains("author") || any(said, "byline", "author"),
        ofCell,
        ofMain,
        ofArticle);
  }

  private static boolean any(String said, String... words) {
    for (String word : words) {
      if (said.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
