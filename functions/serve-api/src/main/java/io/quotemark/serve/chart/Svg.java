package io.quotemark.serve.chart;

import java.util.Locale;

/** Elements of SVG as text; whatever may come from a document is escaped here. */
final class Svg {
  private Svg() {}

  static String frame(Canvas canvas, String title, String description, String content) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" class="chart" color="#555" fill="currentColor" font-family="system-ui,sans-serif" font-size="12">
    <title>%s</title><desc>%s</desc>
    %s
    </svg>
    """
        .formatted(canvas.width(), canvas.height(), escape(title), escape(description), content);
  }

  static String line(double x1, double y1, double x2, double y2, String style) {
    return "<line stroke=\"currentColor\" %s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
        .formatted(style, number(x1), number(y1), number(x2), number(y2));
  }

  static String dot(double x, double y, boolean full) {
    return "<circle cx=\"%s\" cy=\"%s\" r=\"5\"%s/>"
        .formatted(
            number(x),
            number(y),
            full ? "" : " fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"");
  }

  static String text(double x, double y, String anchor, String content) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(number(x), number(y), anchor, escape(content));
  }

  static String point(String command, double x, double y) {
    return command + number(x) + " " + number(y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default ->
            // what XML may not hold would make the whole drawing unreadable
            out.append((c < 0x20 && c != '\n' && c != '\t') || c >= 0xFFFE ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }
}
