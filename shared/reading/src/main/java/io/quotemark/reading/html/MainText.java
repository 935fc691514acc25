package io.quotemark.reading.html;

import io.quotemark.reading.html.Outline.Run;
import java.util.BitSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's main text: where it stands, and what of it is the article's. Where what is found is a
 * small part of the page's text, the page is read again with fewer prejudices.
 */
final class MainText {
  /**
   * A reading with fewer prejudices is believed where it finds this many times as much: what it
   * finds beside an article is hardly ever so long, and a lost article always is.
   */
  private static final int FAR_MORE = 3;

  /** A page with less text than this may be built by scripts, from text that they hold. */
  private static final int SHORT = 4_000;

  private final Measures measures;
  private final ClassNames names;
  private final @Nullable DeclaredBody declared;

  private MainText(Measures measures, ClassNames names, @Nullable DeclaredBody declared) {
    this.measures = measures;
    this.names = names;
    this.declared = declared;
  }

  /**
   * Blocks of the article in order; none where the page has no running text.
   *
   * @param scripts of the page, but for its linked data
   * @param declared the article's text as the page's metadata has it
   */
  static List<String> of(
      List<Element> scripts, Measures measures, ClassNames names, @Nullable String declared) {
    DeclaredBody body = DeclaredBody.of(declared);
    List<String> blocks = new MainText(measures, names, body).shown();
    int most = FAR_MORE * length(blocks);
    if (most < SHORT) {
      List<String> built = ScriptText.of(scripts, blocks);
      blocks = length(built) > most ? built : blocks;
    }
    return body != null && body.missing(blocks) && body.length() > length(blocks)
        ? body.paragraphs()
        : blocks;
  }

  private List<String> shown() {
    int all = measures.body().prose();
    List<String> best = shown(Prejudice.FULL);
    for (Prejudice next : List.of(Prejudice.FEW, Prejudice.LEAST)) {
      int most = FAR_MORE * length(best);
      if (most < all) {
        List<String> more = shown(next);
        best = length(more) > most ? more : best;
      }
    }
    return best;
  }

  private static int length(List<String> blocks) {
    return blocks.stream().mapToInt(String::length).sum();
  }

  private List<String> shown(Prejudice prejudice) {
    int plain = Math.max(1, measures.body().prose());
    if (prejudice == Prejudice.FULL) {
      measures.silence(2, 0.6, plain);
    } else if (prejudice == Prejudice.FEW) {
      measures.silence(0.5, 0.3, plain);
    }
    Outline outline = Outline.of(measures, names, prejudice);
    BitSet teasers = Teasers.of(outline);
    if (Teasers.most(outline, teasers)) {
      teasers.clear();
    }
    BodyFinder finder = new BodyFinder(outline, teasers);
    Box place = finder.find(measures.body());
    if (declared != null) {
      Box told = declared.place(outline);
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
