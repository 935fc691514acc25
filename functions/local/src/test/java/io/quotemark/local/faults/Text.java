package io.quotemark.local.faults;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is put into the inbox.
 *
 * @param address of the article, by which two keys hold the same one; null where its key names it
 * @param title null where no article comes of it
 */
record Text(String content, @Nullable String address, @Nullable String title) {
  static final List<Text> ALL =
      List.of(
          plain("Brindlewick calm"),
          plain("Brindlewick calm still"),
          at("one", "Brindlewick first word"),
          at("one", "Brindlewick second word"),
          at("two", "Brindlewick apart"),
          new Text("", null, null));

  static Text of(String content) {
    return ALL.stream().filter(text -> text.content.equals(content)).findFirst().orElseThrow();
  }

  private static Text plain(String title) {
    return new Text(document(title, ""), null, title);
  }

  private static Text at(String name, String title) {
    String address = "https://news.example/" + name;
    return new Text(document(title, ", \"url\": \"" + address + "\""), address, title);
  }

  private static String document(String title, String address) {
    return """
    {"@type": "NewsArticle", "headline": "%s", "datePublished": "2025-03-05T18:00:00Z"%s,
    "articleBody": "Shares of Brindlewick Lanterns closed at £4.00 on %s. The company sells lamps for boats and gardens."}
    """
        .formatted(title, address, title);
  }

  /** What its article is called where it lies under this key. */
  Optional<String> article(String key) {
    return title == null ? Optional.empty() : Optional.of(address == null ? key : address);
  }
}
