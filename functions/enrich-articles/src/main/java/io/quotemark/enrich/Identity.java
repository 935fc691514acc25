package io.quotemark.enrich;

import io.quotemark.domain.article.Article;
import io.quotemark.runtime.json.ArticleJson;
import io.quotemark.runtime.messages.Upload;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an article is called: id by its canonical address, else by its upload's key; version by its
 * content.
 */
final class Identity {
  private Identity() {}

  /** 16 hexadecimal digits. */
  static String id(Article article, Upload upload, @Nullable String entry) {
    String address = article.address();
    return address != null
        ? digest(("address:" + canonical(address)).getBytes(StandardCharsets.UTF_8))
        : digest(
            ("key:" + upload.key() + (entry == null ? "" : "#" + entry))
                .getBytes(StandardCharsets.UTF_8));
  }

  /** 16 hexadecimal digits; how well its page was read makes no other version of an article. */
  static String version(Article article) {
    return digest(ArticleJson.write(article.read(null)));
  }

  /**
   * Scheme, letter case of the host, a trailing slash and the fragment do not make another article.
   */
  static String canonical(String address) {
    try {
      URI uri = new URI(address.strip());
      String host =
          uri.getHost() == null
              ? ""
              : uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
      String path = uri.getRawPath() == null ? "" : withoutSlashes(uri.getRawPath());
      return host.isEmpty()
          ? address.strip()
          : host + path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    } catch (URISyntaxException e) {
      // an address that is none still names its article
      return address.strip();
    }
  }

  private static String withoutSlashes(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
