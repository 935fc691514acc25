package io.quotemark.serve.pages;

import java.util.Locale;

/** Languages of articles by their names: {@code zh-Hant} as {@code Chinese (Traditional)}. */
public final class Languages {
  private Languages() {}

  /**
   * @param tag as BCP 47 writes it; one that Java has no name for is shown as it is
   */
  public static String name(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    String language = locale.getDisplayLanguage(Locale.ENGLISH);
    String more =
        switch (locale.getScript()) {
          case "Hans" -> " (simplified)";
          case "Hant" -> " (traditional)";
          default -> locale.getCountry().isEmpty() ? "" : " (" + locale.getCountry() + ")";
        };
    return language.isEmpty() ? tag : language + more;
  }
}
