package io.quotemark.reading.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeFilter.FilterResult;
import org.jsoup.select.NodeTraversor;

/**
 * Text of elements that are of interest only while it is short. Where such elements stand in each
 * other, the text of each of them whole would be read once for each element around it.
 */
final class ShortText {
  private ShortText() {}

  /** The element's text; empty where it is longer than {@code most} characters. */
  static String of(Element element, int most) {
    int[] signs = {0};
    NodeFilter count =
        (node, depth) -> {
          if (node instanceof TextNode text) {
            signs[0] += signs(text.getWholeText(), most);
          }
          return signs[0] > most ? FilterResult.STOP : FilterResult.CONTINUE;
        };
    boolean tooLong = NodeTraversor.filter(count, element) == FilterResult.STOP;
    String text = tooLong ? "" : element.text().strip();
    return text.length() > most ? "" : text;
  }

  /** Characters but for blanks, which may be joined; counting ends past {@code most}. */
  private static int signs(String text, int most) {
    int found = 0;
    for (int i = 0; i < text.length() && found <= most; i++) {
      found += Character.isWhitespace(text.charAt(i)) ? 0 : 1;
    }
    return found;
  }
}
