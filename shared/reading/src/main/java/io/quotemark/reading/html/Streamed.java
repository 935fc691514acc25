package io.quotemark.reading.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Puts text that a server sent after its page to where a script would put it: React sends {@code
 * <div hidden id="S:0">} at the end of the body for {@code <template id="B:0">} amid it.
 */
final class Streamed {
  private static final String SEGMENT = "S:";
  private static final String PLACE = "B:";

  private Streamed() {}

  static void settle(Document page) {
    List<Element> segments =
        page.body().children().stream()
            .filter(child -> child.hasAttr("hidden") && child.id().startsWith(SEGMENT))
            .toList();
    if (segments.isEmpty()) {
      return;
    }
    Map<String, Element> places = new HashMap<>();
    for (Element template : page.getElementsByTag("template")) {
      places.putIfAbsent(template.id(), template);
    }
    for (Element segment : segments) {
      Element place = places.get(PLACE + segment.id().substring(SEGMENT.length()));
      segment.removeAttr("hidden");
      if (place != null && place.parent() != null && !place.parents().contains(segment)) {
        place.replaceWith(segment);
      }
    }
  }
}
