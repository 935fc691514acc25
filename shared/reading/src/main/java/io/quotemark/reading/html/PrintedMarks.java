package io.quotemark.reading.html;

import java.util.function.Function;
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
  private static final Said AUTHOR = new Said(false, false, false, true);

  static final PrintedMarks NONE = new PrintedMarks(null, false, false, false, false, false, false);

  /** What a class name, or a microdata property, says of the text in an element. */
  record Said(boolean published, boolean dated, boolean changed, boolean byline) {
    static final Said NOTHING = new Said(false, false, false, false);

    static Said of(String names) {
      boolean published = any(names, "publish", "Publish");
      return new Said(
          published,
          published || any(names, "date", "timestamp", "posted"),
          any(names, "updated", "modified", "Modified", "changed"),
          any(names, "byline", "author"));
    }

    private Said with(Said other) {
      return new Said(
          published || other.published,
          dated || other.dated,
          changed || other.changed,
          byline || other.byline);
    }
  }

  /**
   * The marks of text inside an element.
   *
   * @param small whether it holds so little text that its names can speak of that alone
   * @param ofClass what a text of class names says
   */
  PrintedMarks inside(Element element, boolean small, Function<String, Said> ofClass) {
    String tag = element.normalName();
    boolean ofArticle = article || tag.equals("article");
    boolean ofMain = inside || ofArticle || tag.equals("main");
    boolean ofCell = cell || tag.equals("td");
    String leads = tag.equals("a") && element.hasAttr("href") ? element.attr("href") : link;
    Said said = Said.NOTHING;
    boolean named = element.attributesSize() > 0 && small;
    if (named) {
      String property = element.attr("itemprop");
      said = ofClass.apply(element.className());
      said = property.isEmpty() ? said : said.with(Said.of(property));
      if (element.attr("rel").contains("author")) {
        said = said.with(AUTHOR);
      }
    }
    boolean changed = !said.published() && (updated || said.changed());
    return new PrintedMarks(
        leads, dated || said.dated(), changed, byline || said.byline(), ofCell, ofMain, ofArticle);
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
