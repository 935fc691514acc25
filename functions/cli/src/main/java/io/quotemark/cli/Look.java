package io.quotemark.cli;

import java.io.Console;
import java.util.Map;

/**
 * How a terminal is to be written to.
 *
 * @param terminal whether it is one, so that long lines are broken between words
 * @param colours whether verdicts are coloured
 * @param width of a line in columns
 */
record Look(boolean terminal, boolean colours, int width) {
  /** For a pipe, a file or a test: no colours, lines of a fixed width. */
  static final Look PLAIN = new Look(false, false, 118);

  private static final int NARROWEST = 60;
  private static final int WIDEST = 200;

  /**
   * No colours where the output is no terminal, where {@code NO_COLOR} is set (no-color.org), or
   * for a dumb one; the width as the shell says it in {@code COLUMNS}.
   */
  static Look of(Map<String, String> environment, boolean terminal) {
    if (!terminal) {
      return PLAIN;
    }
    boolean colours =
        environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    String columns = environment.getOrDefault("COLUMNS", "");
    int width =
        columns.matches("[0-9]{1,4}")
            ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST)
            : PLAIN.width();
    return new Look(true, colours, width);
  }

  /** Of the terminal that the command was started on, if it was. */
  static Look here() {
    @SuppressWarnings("SystemConsoleNull") // null still where there is neither in- nor output
    Console console = System.console();
    return of(System.getenv(), console != null && console.isTerminal());
  }
}
