package io.quotemark.reading.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message by Apache mime4j, which takes what is broken as well as it can. Parts inside
 * parts are followed to a fixed depth; attachments and messages inside the message are left out.
 */
final class LetterReader {
  /** Of parts inside parts. */
  private static final int DEEPEST = 8;

  private static final int MOST_PARTS = 200;

  /** Characters of a header whose folded lines are joined; what follows is not read. */
  private static final int LONGEST_HEADER = 10_000;

  private static final Pattern FOLD = Pattern.compile("\\R[ \\t]*");

  /** A document's size is bounded before; long lines and headers are cut here, not refused. */
  private static final MimeConfig CONFIG =
      new MimeConfig.Builder().setMaxLineLen(-1).setMaxHeaderLen(-1).setMaxHeaderCount(-1).build();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(String type, byte[] body) {
    boolean html() {
      return is(type, "text/html");
    }
  }

  private final MimeTokenStream stream = new MimeTokenStream(CONFIG);
  private Map<String, String> message = Map.of();
  private Map<String, String> headers = new HashMap<>();
  private @Nullable Part best;
  private int parts;
  private int depth;

  /** Null where no part of the message is text. */
  @Nullable Letter read(byte[] bytes) {
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(bytes));
    try {
      EntityState state = stream.getState();
      while (state != EntityState.T_END_OF_STREAM && parts <= MOST_PARTS) {
        take(state);
        state = stream.next();
      }
    } catch (MimeException e) {
      throw new IllegalStateException("mime4j refuses a message though nothing bounds it", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Part part = best;
    if (part == null) {
      return null;
    }
    String from = words(message.getOrDefault("from", ""));
    String name = withoutLast(from, '<', '>').replace("\"", "").strip();
    return new Letter(
        words(message.getOrDefault("subject", "")).strip(),
        name.isEmpty() ? from.strip() : name,
        withoutLast(message.getOrDefault("date", ""), '(', ')'),
        part.body(),
        part.type());
  }

  private void take(EntityState state) throws IOException {
    switch (state) {
      case T_START_HEADER -> {
        headers = new HashMap<>();
        parts++;
      }
      case T_FIELD -> {
        Field field = stream.getField();
        // the first of a name counts
        headers.computeIfAbsent(field.getNameLowerCase(), name -> value(field));
      }
      case T_END_HEADER -> {
        if (parts == 1) {
          message = headers;
        }
      }
      case T_START_MULTIPART -> depth(depth + 1);
      case T_END_MULTIPART -> depth(depth - 1);
      case T_BODY -> body();
      default -> {}
    }
  }

  /** At the deepest level mime4j no longer looks into a part of parts. */
  private void depth(int level) {
    depth = level;
    stream.setRecursionMode(level < DEEPEST ? RecursionMode.M_NO_RECURSE : RecursionMode.M_FLAT);
  }

  private void body() throws IOException {
    String type = headers.getOrDefault("content-type", "text/plain");
    boolean attached = is(headers.getOrDefault("content-disposition", ""), "attach");
    boolean html = is(type, "text/html");
    if (attached || parts > MOST_PARTS || !(html || is(type, "text/plain"))) {
      return;
    }
    if (best == null || (html && !best.html())) {
      best = new Part(type, stream.getDecodedInputStream().readAllBytes());
    }
  }

  private static boolean is(String header, String start) {
    return header.toLowerCase(Locale.ROOT).startsWith(start);
  }

  /** A field's text in one line, up to the bound: UTF-8, else a character for each byte. */
  private static String value(Field field) {
    byte[] raw = field.getRaw().toByteArray();
    String utf8 = new String(raw, StandardCharsets.UTF_8);
    String text = utf8.indexOf('\uFFFD') < 0 ? utf8 : new String(raw, StandardCharsets.ISO_8859_1);
    String line = FOLD.matcher(text.substring(text.indexOf(':') + 1)).replaceAll(" ").strip();
    return line.length() > LONGEST_HEADER ? line.substring(0, LONGEST_HEADER) : line;
  }

  /** Encoded words (RFC 2047) read; one in an unknown charset stays as it is. */
  private static String words(String header) {
    return DecoderUtil.decodeEncodedWords(header, DecodeMonitor.SILENT);
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
}
