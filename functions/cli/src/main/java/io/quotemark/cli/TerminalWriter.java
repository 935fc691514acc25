package io.quotemark.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where every command prints. Titles, sources, names and keys are other people's text, and a
 * terminal obeys the control characters in it: those, and what turns the direction of writing,
 * separates lines or is a mark of format that nobody sees, are printed as {@code \\u001b}, which in
 * JSON is the same character. A line that is printed as one stays one.
 */
final class TerminalWriter extends PrintWriter {
  private final Writer terminal;
  private final Look look;

  TerminalWriter(Writer terminal, Look look) {
    super(new Obeyed(terminal), true);
    this.terminal = terminal;
    this.look = look;
  }

  Look look() {
    return look;
  }

  /**
   * Prints text in a colour where the terminal shows any.
   *
   * @param code of the colour, as terminals number them (ECMA-48, SGR)
   */
  void print(String text, int code) {
    if (!look.colours()) {
      print(text);
      return;
    }
    obeyed("\u001b[" + code + "m");
    print(text);
    obeyed("\u001b[0m");
  }

  /** Past the filter, which is for other people's text. */
  private void obeyed(String sequence) {
    flush();
    try {
      terminal.write(sequence);
    } catch (IOException e) {
      setError();
    }
  }

  @Override
  public void println(String line) {
    super.println(oneLine(line));
  }

  @Override
  public void println(@Nullable Object line) {
    println(String.valueOf(line));
  }

  @Override
  public PrintWriter format(String format, Object... arguments) {
    return super.format(
        Locale.ROOT,
        format,
        Arrays.stream(arguments).map(a -> a instanceof String text ? oneLine(text) : a).toArray());
  }

  private static String oneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace("\r", shown('\r')).replace("\n", shown('\n'));
  }

  private static String shown(char c) {
    return "\\u%04x".formatted((int) c);
  }

  /** Writes what a terminal would obey so that it can be read. */
  private static final class Obeyed extends FilterWriter {
    /** Emoji and some scripts need them. */
    private static final char ZERO_WIDTH_NON_JOINER = '\u200C';

    private static final char ZERO_WIDTH_JOINER = '\u200D';

    Obeyed(Writer terminal) {
      super(terminal);
    }

    @Override
    public void write(int c) throws IOException {
      write(new char[] {(char) c}, 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
      StringBuilder shown = new StringBuilder(length);
      for (int i = from; i < from + length; i++) {
        char c = text.charAt(i);
        boolean ofALineEnd = c == '\r' && i + 1 < from + length && text.charAt(i + 1) == '\n';
        if (isObeyed(c) && !ofALineEnd) {
          shown.append(shown(c));
        } else {
          shown.append(c);
        }
      }
      out.write(shown.toString());
    }

    private static boolean isObeyed(char c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL -> c != '\n' && c != '\t';
        case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
        case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
        default -> false;
      };
    }
  }
}
