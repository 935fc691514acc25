package io.quotemark.serve.chart;

/** Whatever may come from a document is encoded here before it stands in a drawing. */
final class Svg {
  private Svg() {}

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
