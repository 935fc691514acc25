package io.quotemark.reading;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.reading.bundle.Archive;
import io.quotemark.reading.charset.Decoder;
import io.quotemark.reading.feed.Feed;
import io.quotemark.reading.html.HtmlPage;
import io.quotemark.reading.mail.Letter;
import io.quotemark.reading.structured.JsonTree;
import io.quotemark.reading.structured.Metadata;
import io.quotemark.reading.structured.NewsList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document: plain text as copied from a page, an HTML page, articles as JSON or NDJSON, a
 * feed in XML, an e-mail, and any of these under gzip, zip or tar. What is no article is rejected
 * with the reason; nothing is fetched, and everything is bounded.
 */
public final class ArticleReader {
  /** The largest document, unpacked. */
  private static final int MOST_BYTES = 25 * 1024 * 1024;

  private static final int MOST_ENTRIES = 1_000;
  private static final Archive ARCHIVE = new Archive(MOST_ENTRIES, MOST_BYTES);

  private final GeneratedSources generated;

  public ArticleReader() {
    this(GeneratedSources.NONE);
  }

  /**
   * @param generated sources whose articles are of that kind unless their sender says otherwise
   */
  public ArticleReader(GeneratedSources generated) {
    this.generated = generated;
  }

  public Reading read(Document document) {
    return ofKind(content(document), document.hints().sourceKind());
  }

  private Reading ofKind(Reading reading, @Nullable SourceKind said) {
    return switch (reading) {
      case Reading.One(Article article) -> new Reading.One(article.as(kind(article, said)));
      case Reading.Bundle(List<Reading.Entry> entries) ->
          new Reading.Bundle(
              entries.stream()
                  .map(e -> new Reading.Entry(e.name(), ofKind(e.reading(), said)))
                  .toList());
      case Reading.Rejected rejected -> rejected;
    };
  }

  private SourceKind kind(Article article, @Nullable SourceKind said) {
    if (said != null) {
      return said;
    }
    return generated.contains(article.source()) ? SourceKind.GENERATED : SourceKind.NEWS;
  }

  private Reading content(Document document) {
    byte[] bytes = document.bytes();
    if (bytes.length == 0) {
      return rejected(Reading.Code.EMPTY, "The file is empty. Upload it again with its content.");
    }
    if (bytes.length > MOST_BYTES) {
      return rejected(
          Reading.Code.TOO_LARGE,
          "%,d bytes; the most is %,d.".formatted(bytes.length, MOST_BYTES));
    }
    if (bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B) {
      return gzip(document);
    }
    Optional<Reading.Rejected> office = OfficeFile.of(bytes);
    if (office.isPresent()) {
      return office.get();
    }
    if (Archive.isZip(bytes)) {
      return bundle(ARCHIVE.unzip(bytes), document.hints());
    }
    if (Archive.isTar(bytes)) {
      return bundle(ARCHIVE.untar(bytes), document.hints());
    }
    if (startsWith(bytes, "%PDF")) {
      return rejected(
          Reading.Code.UNSUPPORTED_FORMAT,
          "This is a PDF. Save it as text or HTML and upload that.");
    }
    if (Letter.looksLike(bytes)) {
      return letter(document);
    }
    Optional<Reading> page = page(document);
    if (page.isPresent()) {
      return page.get();
    }
    Optional<String> text = Decoder.decode(bytes, document.contentType());
    if (text.isEmpty()) {
      return rejected(
          Reading.Code.BINARY,
          "The file holds no text. Text, HTML, JSON, XML feeds and e-mail are read, also in bundles.");
    }
    return text(text.get(), document);
  }

  /** The usual page is UTF-8, and parsed as its bytes stand; empty for all else. */
  private static Optional<Reading> page(Document document) {
    String head = Decoder.head(document.bytes()).orElse("");
    String type = document.contentType() == null ? "" : document.contentType();
    return HtmlPage.looksLike(head)
            && !structured(head)
            && !type.toLowerCase(Locale.ROOT).contains("json")
            && !Feed.looksLike(head)
        ? HtmlPage.read(document.bytes()).map(new Assembly(document.hints())::page)
        : Optional.empty();
  }

  private static boolean structured(String text) {
    String stripped = text.stripLeading();
    return stripped.startsWith("{") || stripped.startsWith("[");
  }

  private Reading gzip(Document document) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(document.bytes()))) {
      byte[] inner = in.readNBytes(MOST_BYTES + 1);
      if (inner.length > MOST_BYTES) {
        return rejected(
            Reading.Code.TOO_LARGE, "More than %,d bytes once unpacked.".formatted(MOST_BYTES));
      }
      if (inner.length > 2 && (inner[0] & 0xFF) == 0x1F && (inner[1] & 0xFF) == 0x8B) {
        return rejected(Reading.Code.BUNDLE_LIMIT, "Gzip inside gzip; pack it once.");
      }
      return content(new Document(inner, document.name(), null, document.hints()));
    } catch (IOException e) {
      return rejected(
          Reading.Code.MALFORMED,
          "The gzip data is broken: " + e.getMessage() + ". Upload it again.");
    }
  }

  private Reading bundle(Archive.Unpacked unpacked, Document.Hints hints) {
    return switch (unpacked) {
      case Archive.Unpacked.Refused refused -> refused.why();
      case Archive.Unpacked.Entries all when all.entries().isEmpty() ->
          rejected(Reading.Code.EMPTY, "The bundle holds no file.");
      case Archive.Unpacked.Entries all ->
          new Reading.Bundle(
              all.entries().stream()
                  .map(e -> new Reading.Entry(e.name(), packed(e, hints)))
                  .toList());
    };
  }

  private Reading packed(Archive.Packed entry, Document.Hints hints) {
    byte[] bytes = entry.bytes();
    boolean gzip = startsWith(bytes, "\u001f") && bytes.length > 1 && (bytes[1] & 0xFF) == 0x8B;
    boolean bundle = gzip || Archive.isZip(bytes) || Archive.isTar(bytes);
    return bundle && OfficeFile.of(bytes).isEmpty()
        ? rejected(Reading.Code.BUNDLE_LIMIT, "A bundle inside a bundle; upload it by itself.")
        : content(new Document(bytes, entry.name(), null, hints));
  }

  private static Reading letter(Document document) {
    Letter letter = Letter.read(document.bytes());
    Optional<String> body =
        letter == null ? Optional.empty() : Decoder.decode(letter.body(), letter.type());
    if (letter == null || body.isEmpty()) {
      return rejected(Reading.Code.NO_ARTICLE_TEXT, "No part of this message is readable text.");
    }
    boolean html = letter.type().toLowerCase(Locale.ROOT).startsWith("text/html");
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("title", letter.subject());
    object.put("source", letter.sender());
    object.put("date", Feed.time(letter.date()));
    object.put("body", html ? "<p>" + body.get() + "</p>" : body.get());
    return new Assembly(document.hints()).structured(Metadata.of(object));
  }

  private static Reading text(String text, Document document) {
    String stripped = text.stripLeading();
    if (stripped.isEmpty()) {
      return rejected(Reading.Code.EMPTY, "The file holds nothing but white space.");
    }
    boolean json = structured(stripped);
    String type =
        document.contentType() == null ? "" : document.contentType().toLowerCase(Locale.ROOT);
    boolean declared = type.contains("json") || isNamedJson(document.name());
    if (json || declared) {
      Optional<Object> tree = JsonTree.read(stripped);
      if (tree.isPresent() && (tree.get() instanceof Map || tree.get() instanceof List)) {
        return json(tree.get(), document.hints());
      }
      Optional<List<Object>> lines = JsonTree.lines(stripped);
      if (lines.isPresent()) {
        return list(NewsList.of(lines.get()), document.hints());
      }
      if (declared) {
        return rejected(
            Reading.Code.MALFORMED,
            "This is declared as JSON and is none, or is nested too deep. It may be cut off: upload it again.");
      }
    }
    if (Feed.looksLike(text)) {
      return list(new NewsList(Feed.entries(text), null, null), document.hints());
    }
    if (type.contains("html") || HtmlPage.looksLike(text)) {
      return new Assembly(document.hints()).page(HtmlPage.read(text));
    }
    return new Assembly(document.hints()).copy(text);
  }

  private static boolean isNamedJson(@Nullable String name) {
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".json") || lower.endsWith(".jsonl") || lower.endsWith(".ndjson");
  }

  private static Reading json(Object tree, Document.Hints hints) {
    if (tree instanceof List<?> all) {
      return list(NewsList.of(all), hints);
    }
    Map<?, ?> object = (Map<?, ?>) tree;
    return NewsList.in(object)
        .map(list -> list(list, hints))
        .orElseGet(() -> new Assembly(hints).structured(Metadata.of(NewsList.article(object))));
  }

  private static Reading list(NewsList list, Document.Hints hints) {
    List<?> all = list.entries();
    if (all.size() > MOST_ENTRIES) {
      return rejected(
          Reading.Code.BUNDLE_LIMIT,
          "%,d articles in one file; the most is %,d.".formatted(all.size(), MOST_ENTRIES));
    }
    if (!all.isEmpty() && all.stream().noneMatch(Map.class::isInstance)) {
      return rejected(
          Reading.Code.MALFORMED, "A list of articles holds objects, and no entry of this one is.");
    }
    List<Reading.Entry> entries = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Reading one =
          all.get(i) instanceof Map<?, ?> object
              ? new Assembly(hints)
                  .structured(
                      Metadata.of(NewsList.article(object)).in(list.source(), list.language()))
              : rejected(Reading.Code.MALFORMED, "Entry " + i + " of the list is no object.");
      entries.add(new Reading.Entry(String.valueOf(i), one));
    }
    return entries.isEmpty()
        ? rejected(Reading.Code.NO_ARTICLE_TEXT, "The list is empty.")
        : new Reading.Bundle(entries);
  }

  private static boolean startsWith(byte[] bytes, String mark) {
    for (int i = 0; i < mark.length(); i++) {
      if (i >= bytes.length || bytes[i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Reading.Rejected rejected(Reading.Code code, String message) {
    return new Reading.Rejected(code, message);
  }
}
