package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Run;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A page's main text: where it stands, and what of it is the article's. */
final class MainText {
  private MainText() {}

  /**
   * Blocks of the article in order; none where the page has no running text.
   *
   * @param declared the article's text as the page's metadata has it
   */
  static List<String> of(Document page, Measures measures, @Nullable String declared) {
    DeclaredBody body = DeclaredBody.of(declared);
    List<String> blocks = shown(page.body(), measures, body);
    return body != null && body.missing(blocks) ? body.paragraphs() : blocks;
  }

  private static List<String> shown(
      Element page, Measures measures, @Nullable DeclaredBody declared) {
    ClassNames names = new ClassNames();
    Outline outline = Outline.of(page, measures, names);
    BitSet teasers = Teasers.of(outline);
    BodyFinder finder = new BodyFinder(outline, teasers, names);
    Element place = finder.find(page);
    if (declared != null) {
      Element told = declared.place(outline);
      int beside = place == null || declared.full() ? 0 : finder.prose(place);
      if (told != null && finder.prose(told) * 2 > beside) {
        place = told;
      }
    }
    return place == null
        ? outline.runs().stream().map(Run::text).toList()
        : Selection.of(outline, outline.extent(place), teasers);
  }
}
