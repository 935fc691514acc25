package io.quotemark.serve.check;

import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.serve.http.FormFields;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.SourceKinds;
import io.quotemark.storage.CheckedDocuments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text that a person handed in by a form, with what they said about it.
 *
 * @param publishedAt as written into the form, null where nothing was
 * @param kind who wrote it, null where they did not say
 */
record Checked(String text, @Nullable String publishedAt, @Nullable SourceKind kind) {
  static final String DOCUMENT = "document";
  static final String PUBLISHED_AT = "published_at";

  /** As the reader of uploads takes them from an object's metadata. */
  private static final String PUBLISHED_META = "published-at";

  private static final String KIND_META = "source-kind";

  /** How it is stored, and read again. */
  static final String TYPE = "text/plain; charset=utf-8";

  /**
   * @throws Problem.Raised where a field has no usable value
   */
  static Checked of(FormFields form) {
    String kind = form.text(SourceKinds.NAME);
    return new Checked(
        form.lines(DOCUMENT), form.text(PUBLISHED_AT), kind == null ? null : SourceKinds.of(kind));
  }

  static Checked of(CheckedDocuments.Kept kept) {
    String kind = kept.hints().get(KIND_META);
    return new Checked(
        new String(kept.document(), StandardCharsets.UTF_8),
        kept.hints().get(PUBLISHED_META),
        kind == null ? null : SourceKind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Document.Hints hints() {
    return new Document.Hints(publishedAt, null, List.of(), null, kind);
  }

  /**
   * @throws Problem.Raised where the time is none: a check shrugs, what is stored should be right
   */
  Map<String, String> metadata() {
    Map<String, String> out = new TreeMap<>();
    if (publishedAt != null) {
      Parameters.of(Map.of(PUBLISHED_AT, publishedAt), Set.of(PUBLISHED_AT), true)
          .moment(PUBLISHED_AT);
      out.put(PUBLISHED_META, publishedAt);
    }
    if (kind != null) {
      out.put(KIND_META, kind.name().toLowerCase(Locale.ROOT));
    }
    return out;
  }
}
