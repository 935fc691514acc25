package io.quotemark.domain.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was dropped or posted, as it came, with what its sender said about it.
 *
 * @param name file name or object key, for format detection only; never used as a path
 * @param contentType MIME type as declared, null where none was
 *     <p>Two documents are never compared; the bytes are handed over, not copied, because they may
 *     be megabytes.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Document(
    byte[] bytes, @Nullable String name, @Nullable String contentType, Hints hints) {
  /**
   * What the sender knows and the document may not say; each is null or empty where not given. The
   * document's own evidence does not override a hint.
   *
   * @param publishedAt an RFC 3339 time or a date
   * @param sourceKind null where the sender does not say
   * @param address where the document was fetched. A page's own word for its address outweighs it,
   *     but only within its site: no page can pass for one of another
   */
  public record Hints(
      @Nullable String publishedAt,
      @Nullable String language,
      List<String> tickers,
      @Nullable String source,
      @Nullable SourceKind sourceKind,
      @Nullable String address) {
    public static final Hints NONE = new Hints(null, null, List.of(), null);

    public Hints(
        @Nullable String publishedAt,
        @Nullable String language,
        List<String> tickers,
        @Nullable String source,
        @Nullable SourceKind sourceKind) {
      this(publishedAt, language, tickers, source, sourceKind, null);
    }

    public Hints(
        @Nullable String publishedAt,
        @Nullable String language,
        List<String> tickers,
        @Nullable String source) {
      this(publishedAt, language, tickers, source, null, null);
    }

    public Hints {
      tickers = List.copyOf(tickers);
    }
  }

  public static Document of(byte[] bytes, String name) {
    return new Document(bytes, name, null, Hints.NONE);
  }
}
