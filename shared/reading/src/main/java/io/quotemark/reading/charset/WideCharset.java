package io.quotemark.reading.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells UTF-16 and UTF-32 by their byte order mark, or by where their zeros stand. */
final class WideCharset {
  private static final int SAMPLE = 2000;
  private static final int FEWEST_BYTES = 8;

  private WideCharset() {}

  /**
   * @param mark bytes of the byte order mark, 0 where there is none
   */
  record Found(Charset charset, int mark) {}

  static Optional<Found> of(byte[] bytes) {
    // UTF-32's mark begins like UTF-16's
    if (starts(bytes, 0xFF, 0xFE, 0, 0) && characters(bytes, 4, false)) {
      return Optional.of(new Found(StandardCharsets.UTF_32LE, 4));
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(new Found(StandardCharsets.UTF_32BE, 4));
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(new Found(StandardCharsets.UTF_16LE, 2));
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return Optional.of(new Found(StandardCharsets.UTF_16BE, 2));
    }
    if (bytes.length < FEWEST_BYTES) {
      return Optional.empty();
    }
    if (characters(bytes, 0, true)) {
      return Optional.of(new Found(StandardCharsets.UTF_32BE, 0));
    }
    return characters(bytes, 0, false)
        ? Optional.of(new Found(StandardCharsets.UTF_32LE, 0))
        : zeros(bytes);
  }

  /** Whether every four bytes are one character, of those that text is made of. */
  private static boolean characters(byte[] bytes, int from, boolean bigEndian) {
    if (bytes.length % 4 != 0) {
      return false;
    }
    for (int i = from; i < Math.min(bytes.length, SAMPLE); i += 4) {
      int c = 0;
      for (int b = 0; b < 4; b++) {
        c = c << 8 | (bytes[bigEndian ? i + b : i + 3 - b] & 0xFF);
      }
      boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
      if (control || !Character.isDefined(c)) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 shows zeros in every other place of text that is mostly Latin. */
  private static Optional<Found> zeros(byte[] bytes) {
    int n = Math.min(bytes.length, SAMPLE) & ~1;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < n; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    if (odd > n / 5 && even < n / 40) {
      return Optional.of(new Found(StandardCharsets.UTF_16LE, 0));
    }
    return even > n / 5 && odd < n / 40
        ? Optional.of(new Found(StandardCharsets.UTF_16BE, 0))
        : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
