package io.quotemark.serve.pages;

/** How a page is told of where its address is posted: Open Graph properties in its head. */
public final class Sharing {
  private static final int LONGEST = 300;

  private Sharing() {}

  /**
   * @param title of what the page shows
   * @param description one or two sentences
   */
  public static Html head(String title, String description) {
    return Template.of(
            """
            <meta property="og:site_name" content="Quotemark">
            <meta property="og:type" content="website">
            <meta property="og:title" content="{title}">
            <meta property="og:description" content="{description}">
            <meta name="description" content="{description}">
            """)
        .with("title", shortened(title))
        .with("description", shortened(description))
        .html();
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
  }
}
