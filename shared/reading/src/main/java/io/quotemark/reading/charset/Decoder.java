package io.quotemark.reading.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the charset of a document: its byte order mark, the zeros of UTF-16 and UTF-32 without one,
 * the escape sequences of ISO-2022-JP, what is declared, UTF-8 where it is valid, then statistics;
 * windows-1252 where those are silent.
 */
public final class Decoder {
  private static final Pattern DECLARED =
      Pattern.compile("charset\\s*=\\s*[\"']?([A-Za-z0-9_:.-]{2,40})");
  private static final int ESCAPE = 0x1B;
  private static final int HEAD = 4096;
  private static final int SAMPLE = 64 * 1024;

  private Decoder() {}

  /** Empty where the bytes are no text. */
  public static Optional<String> decode(byte[] bytes, @Nullable String contentType) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8);
    }
    Optional<WideCharset.Found> wide = WideCharset.of(bytes);
    if (wide.isPresent()) {
      return strict(bytes, wide.get().mark(), wide.get().charset());
    }
    if (binary(bytes)) {
      return Optional.empty();
    }
    if (switchesToJapanese(bytes)) {
      Optional<String> japanese = named("ISO-2022-JP").flatMap(c -> strict(bytes, 0, c));
      if (japanese.isPresent()) {
        return japanese;
      }
    }
    // the quick way first: most documents are UTF-8 without a fault
    String quick = new String(bytes, StandardCharsets.UTF_8);
    if (quick.indexOf('\uFFFD') < 0) {
      return Optional.of(quick);
    }
    Optional<String> utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return utf8;
    }
    for (Charset candidate : candidates(bytes, contentType)) {
      Optional<String> text = strict(bytes, 0, candidate);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.of(new String(bytes, Charset.forName("windows-1252")));
  }

  /**
   * The first 4,096 bytes as a charset that has ASCII in it would have them, other signs aside;
   * empty where the bytes are no text, of a charset wider than a byte, or of ISO-2022-JP.
   */
  public static Optional<String> head(byte[] bytes) {
    return WideCharset.of(bytes).isPresent() || binary(bytes) || switchesToJapanese(bytes)
        ? Optional.empty()
        : Optional.of(
            new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
  }

  private static List<Charset> candidates(byte[] bytes, @Nullable String contentType) {
    List<Charset> out = new ArrayList<>();
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    for (String place : contentType == null ? List.of(head) : List.of(contentType, head)) {
      Matcher declared = DECLARED.matcher(place);
      if (declared.find()) {
        named(declared.group(1)).ifPresent(out::add);
      }
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, SAMPLE));
    detector.dataEnd();
    String guess = detector.getDetectedCharset();
    if (guess != null) {
      named(guess).ifPresent(out::add);
    }
    return out;
  }

  private static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name.equalsIgnoreCase("gb2312") ? "GB18030" : name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // a page may declare anything; what is no charset declares nothing
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes, int from, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether there is an escape sequence of ISO-2022-JP to two-byte characters, and nothing that has
   * the eighth bit: every sequence begins with ESC, which no text has otherwise.
   */
  private static boolean switchesToJapanese(byte[] bytes) {
    boolean switches = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] > ESCAPE) {
        continue;
      }
      if (bytes[i] < 0) {
        return false;
      }
      switches |=
          bytes[i] == ESCAPE
              && i + 2 < bytes.length
              && bytes[i + 1] == '$'
              && (bytes[i + 2] == 'B' || bytes[i + 2] == '@');
    }
    return switches;
  }

  private static boolean binary(byte[] bytes) {
    int n = Math.min(bytes.length, 8000);
    int control = 0;
    for (int i = 0; i < n; i++) {
      int b = bytes[i];
      if (b == 0) {
        return true;
      }
      // escape begins the mode switches of ISO-2022 charsets
      control +=
          b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != 0x0C && b != 0x1B
              ? 1
              : 0;
    }
    return control > n / 50;
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
