package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Sends everything that is not for the person at the terminal into {@code DATA/logs}. */
final class Logs {
  /** Bytes of each log file, of which two are kept. */
  private static final int LARGEST = 5_000_000;

  /** Bytes of a line: more than any event of the functions needs. */
  private static final int LONGEST_LINE = 65_536;

  private Logs() {}

  /**
   * The emulators' warnings to {@code cloud.log}, the functions' lines to {@code functions.log};
   * what is older than the last five megabytes of each is in {@code NAME.1}, and then gone.
   */
  static void to(Path folder) throws IOException {
    Files.createDirectories(folder);
    LogManager.getLogManager().reset();
    Handler handler =
        new StreamHandler(file(folder.resolve("cloud.log")), new SimpleFormatter()) {
          @Override
          public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
          }
        };
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(handler);
    PrintStream functions = new PrintStream(file(folder.resolve("functions.log")), true, UTF_8);
    System.setOut(functions);
    System.setErr(functions);
  }

  private static LogFile file(Path file) throws IOException {
    return new LogFile(file, LARGEST, LONGEST_LINE);
  }

  /** Nothing at all: for commands whose only output is their answer. */
  static void silence() {
    LogManager.getLogManager().reset();
  }
}
