package io.quotemark.reading.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail (RFC 5322, MIME): what its header says and the part that is read, the HTML one where
 * there is one.
 *
 * @param sender the display name, else the address
 * @param body the part's bytes, its transfer encoding undone; never compared, so handed over
 * @param type the part's content type with its charset
 */
@SuppressWarnings("ArrayRecordComponent")
public record Letter(String subject, String sender, String date, byte[] body, String type) {
  private static final int HEAD = 64 * 1024;
  private static final Pattern HEADER = Pattern.compile("^([A-Za-z][A-Za-z0-9-]*):");

  /**
   * Whether the bytes begin as a message does: header lines, with who wrote it and what about.
   * Every document is asked this, so that it loads nothing of what reads a message.
   */
  public static boolean looksLike(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] == '<' || bytes[0] == '{' || bytes[0] == '[') {
      return false; // what other formats begin with, and no header does
    }
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    Set<String> names = new HashSet<>();
    for (String line : (Iterable<String>) head.lines()::iterator) {
      Matcher header = HEADER.matcher(line);
      if (header.find()) {
        names.add(header.group(1).toLowerCase(Locale.ROOT));
      } else if (names.isEmpty() || !(line.startsWith(" ") || line.startsWith("\t"))) {
        break;
      }
    }
    return names.contains("from")
        && (names.contains("mime-version")
            || names.contains("message-id")
            || (names.contains("subject") && names.contains("date")));
  }

  /** Null where no part of the message is text. */
  public static @Nullable Letter read(byte[] bytes) {
    return new LetterReader().read(bytes);
  }
}
