package io.quotemark.publish.webhook;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys of a webhook's signatures, as Standard Webhooks writes them: {@code whsec_} and 24 to 64
 * bytes in base64. While one is replaced by another both stand there, separated by white space, and
 * every message has a signature of each.
 */
public final class Secrets {
  static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int MOST_KEYS = 4;

  private Secrets() {}

  /**
   * @throws IllegalArgumentException where the text is none; says why, never what it is
   */
  public static List<byte[]> read(String text) {
    List<byte[]> keys = new ArrayList<>();
    for (String one : text.strip().split("\\s+", -1)) {
      if (!one.startsWith(PREFIX)) {
        throw new IllegalArgumentException(
            "a webhook's secret begins with whsec_ and goes on in base64");
      }
      byte[] key = decoded(one.substring(PREFIX.length()));
      if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
        throw new IllegalArgumentException(
            "a webhook's secret has 24 to 64 bytes, not " + key.length);
      }
      keys.add(key);
    }
    if (keys.size() > MOST_KEYS) {
      throw new IllegalArgumentException("a webhook has four secrets at the most");
    }
    return List.copyOf(keys);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // never the exception's own text: it quotes the secret
      throw new IllegalArgumentException("a webhook's secret goes on in base64 after whsec_");
    }
  }
}
