package io.quotemark.serve.reference;

import io.quotemark.serve.pages.Html;
import java.util.ArrayList;
import java.util.List;

/** Descriptions of the contract as markup: paragraphs, and what stands in backquotes as code. */
final class Prose {
  private Prose() {}

  static Html paragraphs(String text) {
    List<Html> out = new ArrayList<>();
    for (String paragraph : text.split("\n\n", -1)) {
      if (!paragraph.isBlank()) {
        out.add(Html.of("<p>{}</p>\n", inline(paragraph)));
      }
    }
    return Html.join(out);
  }

  static Html inline(String text) {
    List<Html> out = new ArrayList<>();
    String[] parts = text.split("`", -1);
    for (int i = 0; i < parts.length; i++) {
      // a backquote without its second is no code
      boolean code = i % 2 == 1 && i < parts.length - 1;
      out.add(code ? Html.of("<code>{}</code>", parts[i]) : Html.of("{}", parts[i]));
    }
    return Html.join(out);
  }
}
