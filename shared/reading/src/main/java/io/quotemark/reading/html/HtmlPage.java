package io.quotemark.reading.html;

import io.quotemark.reading.structured.Metadata;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page read: what it says of itself and the blocks of its main text. */
public record HtmlPage(Metadata metadata, List<String> blocks) {
  public HtmlPage {
    blocks = List.copyOf(blocks);
  }

  public static HtmlPage read(String html) {
    Document page = Jsoup.parse(html);
    Metadata metadata = PageMetadata.of(page);
    return new HtmlPage(metadata, MainText.of(page, metadata.body()));
  }

  /** Whether the text looks like markup at all. */
  public static boolean looksLike(String text) {
    String head =
        text.substring(0, Math.min(text.length(), 2000))
            .stripLeading()
            .toLowerCase(java.util.Locale.ROOT);
    return head.startsWith("<!doctype html")
        || head.startsWith("<html")
        || head.contains("<body")
        || head.contains("<p>")
        || head.contains("<head");
  }
}
