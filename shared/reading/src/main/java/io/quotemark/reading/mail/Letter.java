package io.quotemark.reading.mail;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail (RFC 5322, MIME): what its header says and the part that is read, the HTML one where
 * there is one. Parts inside parts are followed to a fixed depth; attachments are left out.
 *
 * @param sender the display name, else the address
 * @param body the part's bytes, its transfer encoding undone; never compared, so handed over
 * @param type the part's content type with its charset
 */
@SuppressWarnings("ArrayRecordComponent")
public record Letter(String subject, String sender, String date, byte[] body, String type) {
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 200;

  /** Of a header in folded lines; what follows of it is not read. */
  private static final int LONGEST_HEADER = 10_000;

  private static final Pattern HEADER = Pattern.compile("^([A-Za-z][A-Za-z0-9-]*):[ \\t]*(.*)$");
  private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]+)\\?([BbQq])\\?([^?\\s]*)\\?=");
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);

  private record Part(String type, byte[] body) {}

  /** Whether the bytes begin as a message does: header lines, with who wrote it and what about. */
  public static boolean looksLike(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, 64 * 1024), StandardCharsets.ISO_8859_1);
    Map<String, String> headers = headers(head);
    return headers.containsKey("from")
        && (headers.containsKey("mime-version")
            || headers.containsKey("message-id")
            || (headers.containsKey("subject") && headers.containsKey("date")));
  }

  /** Null where no part of the message is text. */
  public static @Nullable Letter read(byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    Map<String, String> headers = headers(all);
    Part part = part(all, 0, new int[] {MOST_PARTS});
    if (part == null) {
      return null;
    }
    String from = words(headers.getOrDefault("from", ""));
    String name = withoutLast(from, '<', '>').replace("\"", "").strip();
    return new Letter(
        words(headers.getOrDefault("subject", "")).strip(),
        name.isEmpty() ? from.strip() : name,
        withoutLast(headers.getOrDefault("date", ""), '(', ')'),
        part.body(),
        part.type());
  }

  /** A header's text without the address or remark in brackets that it ends with. */
  private static String withoutLast(String header, char opening, char closing) {
    String text = header.strip();
    int end = text.length() - 1;
    if (end < 1 || text.charAt(end) != closing) {
      return text;
    }
    int from = text.indexOf(opening, text.lastIndexOf(closing, end - 1) + 1);
    return from < 0 ? text : text.substring(0, from).strip();
  }

  private static @Nullable Part part(String raw, int depth, int[] left) {
    if (depth > DEEPEST || left[0]-- <= 0) {
      return null;
    }
    Map<String, String> headers = headers(raw);
    String type = headers.getOrDefault("content-type", "text/plain");
    String lower = type.toLowerCase(Locale.ROOT);
    String content = content(raw);
    Matcher boundary = BOUNDARY.matcher(type);
    if (lower.startsWith("multipart/") && boundary.find()) {
      String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
      return best(content, "--" + mark, depth, left);
    }
    boolean attached =
        headers
            .getOrDefault("content-disposition", "")
            .toLowerCase(Locale.ROOT)
            .startsWith("attach");
    if (attached || !(lower.startsWith("text/plain") || lower.startsWith("text/html"))) {
      return null;
    }
    return new Part(type, decoded(content, headers.getOrDefault("content-transfer-encoding", "")));
  }

  private static @Nullable Part best(String content, String mark, int depth, int[] left) {
    Part best = null;
    int at = content.startsWith(mark) ? 0 : content.indexOf("\n" + mark);
    while (at >= 0) {
      int start = content.indexOf('\n', at + mark.length() + 1);
      if (start < 0) {
        return best;
      }
      int end = content.indexOf("\n" + mark, start);
      // two boundaries may follow each other with nothing between
      int stop = end < 0 ? content.length() : Math.max(start + 1, end);
      Part found = part(content.substring(start + 1, stop), depth + 1, left);
      if (found != null && (best == null || (html(found) && !html(best)))) {
        best = found;
      }
      at = end;
    }
    return best;
  }

  private static boolean html(Part part) {
    return part.type().toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  /** Lower-case names, folded lines joined up to a bound; the first of a name counts. */
  private static Map<String, String> headers(String raw) {
    Map<String, String> out = new LinkedHashMap<>();
    String name = null;
    for (String line : (Iterable<String>) raw.lines()::iterator) {
      Matcher header = HEADER.matcher(line);
      if (line.isEmpty()) {
        break;
      } else if (name != null && (line.startsWith(" ") || line.startsWith("\t"))) {
        out.computeIfPresent(
            name, (n, text) -> text.length() > LONGEST_HEADER ? text : text + " " + line.strip());
      } else if (header.matches()) {
        name = header.group(1).toLowerCase(Locale.ROOT);
        if (out.putIfAbsent(name, header.group(2)) != null) {
          name = null;
        }
      } else {
        break;
      }
    }
    return out;
  }

  private static String content(String raw) {
    if (raw.startsWith("\n") || raw.startsWith("\r\n")) {
      return raw.substring(raw.indexOf('\n') + 1);
    }
    Matcher gap = Pattern.compile("\\r?\\n\\r?\\n").matcher(raw);
    return gap.find() ? raw.substring(gap.end()) : "";
  }

  private static byte[] decoded(String content, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(content);
      case "quoted-printable" -> quoted(content.replaceAll("=[ \\t]*\\r?\\n", ""));
      default -> content.getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  private static byte[] base64(String content) {
    String digits = content.replaceAll("[^A-Za-z0-9+/]", "");
    // one digit left over holds no byte
    int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return Base64.getDecoder().decode(digits.substring(0, whole));
  }

  private static byte[] quoted(String content) {
    ByteBuffer out = ByteBuffer.allocate(content.length());
    for (int i = 0; i < content.length(); i++) {
      int high = i + 2 < content.length() ? Character.digit(content.charAt(i + 1), 16) : -1;
      int low = i + 2 < content.length() ? Character.digit(content.charAt(i + 2), 16) : -1;
      if (content.charAt(i) == '=' && high >= 0 && low >= 0) {
        out.put((byte) ((high << 4) | low));
        i += 2;
      } else {
        out.put((byte) content.charAt(i));
      }
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /** RFC 2047 words in a header, or UTF-8; a word in an unknown charset stays as it is. */
  private static String words(String raw) {
    String utf8 = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String header = utf8.indexOf('\uFFFD') < 0 ? utf8 : raw;
    return WORD.matcher(header.replaceAll("\\?=\\s+=\\?", "?==?"))
        .replaceAll(word ->
            Matcher.quoteReplacement(
                word(word.group(), word.group(1), word.group(2), word.group(3))));
  }

  private static String word(String whole, String charset, String how, String text) {
    byte[] bytes = how.equalsIgnoreCase("B") ? base64(text) : quoted(text.replace('_', ' '));
    try {
      return new String(bytes, Charset.forName(charset));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return whole;
    }
  }
}
