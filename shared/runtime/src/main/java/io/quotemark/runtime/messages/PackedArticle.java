package io.quotemark.runtime.messages;

import io.quotemark.domain.article.Article;
import io.quotemark.runtime.json.ArticleJson;
import io.quotemark.runtime.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An article and its JSON under gzip, as messages, the bucket and the table hold it. Either is made
 * of the other when it is first asked for, and once.
 */
public final class PackedArticle {
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private byte @Nullable [] gzip;
  private @Nullable Article article;

  private PackedArticle(byte @Nullable [] gzip, @Nullable Article article) {
    this.gzip = gzip;
    this.article = article;
  }

  public static PackedArticle of(Article article) {
    return new PackedArticle(null, article);
  }

  /**
   * @param gzip as {@link #gzip} gave it; found to be malformed when the article is asked for
   */
  public static PackedArticle of(byte[] gzip) {
    return new PackedArticle(gzip, null);
  }

  /**
   * @throws Json.Malformed where the bytes are not an article's
   */
  public synchronized Article article() {
    Article known = article;
    if (known == null) {
      known = expanded(gzip());
      article = known;
    }
    return known;
  }

  public synchronized byte[] gzip() {
    byte[] known = gzip;
    if (known == null) {
      known = compressed(article());
      gzip = known;
    }
    return known;
  }

  private static byte[] compressed(Article article) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(ArticleJson.write(article));
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory", e);
    }
    return bytes.toByteArray();
  }

  private static Article expanded(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      byte[] json = in.readNBytes(MOST_BYTES);
      if (json.length == MOST_BYTES) {
        throw new Json.Malformed("an article of more than 32 MB", null);
      }
      return ArticleJson.read(json);
    } catch (IOException e) {
      throw new Json.Malformed(
          "the article is not compressed as it should be: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PackedArticle packed && article().equals(packed.article());
  }

  @Override
  public int hashCode() {
    return article().hashCode();
  }

  @Override
  public String toString() {
    return article().toString();
  }
}
