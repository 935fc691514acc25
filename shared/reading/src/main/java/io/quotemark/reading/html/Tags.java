package io.quotemark.reading.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What elements are to a reader of the page, by their names. */
final class Tags {
  /** Never read, whatever they hold. */
  private static final Set<String> SILENT =
      hashed(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "svg",
          "math",
          "button",
          "select",
          "input",
          "textarea",
          "object",
          "embed",
          "video",
          "audio",
          "canvas",
          "map",
          "dialog");

  /** Beside the article, unless nearly the whole page stands in them. */
  private static final Set<String> BESIDE =
      hashed("nav", "aside", "footer", "form", "menu", "figcaption");

  private static final Set<String> BLOCKS =
      hashed(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "li",
          "blockquote",
          "pre",
          "td",
          "th",
          "dt",
          "dd",
          "div",
          "section",
          "article",
          "tr",
          "ul",
          "ol",
          "dl",
          "table",
          "tbody",
          "thead",
          "tfoot",
          "main",
          "header",
          "figure",
          "center",
          "body",
          "hr",
          "form",
          "aside",
          "footer",
          "nav",
          "address",
          "details",
          "summary",
          "fieldset",
          "figcaption",
          "caption");

  private Tags() {}

  /** A set that is asked for every element of a page, without a division each time. */
  private static Set<String> hashed(String... tags) {
    return new HashSet<>(List.of(tags));
  }

  static boolean silent(String tag) {
    return SILENT.contains(tag);
  }

  /** Pictures and fields of forms, in which nothing that speaks of the article stands. */
  static boolean drawn(String tag) {
    return tag.equals("svg") || tag.equals("select") || tag.equals("math");
  }

  static boolean beside(String tag) {
    return BESIDE.contains(tag);
  }

  /** Whether the element parts what stands in it from what stands around it. */
  static boolean block(String tag) {
    return BLOCKS.contains(tag);
  }

  static boolean heading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }
}
