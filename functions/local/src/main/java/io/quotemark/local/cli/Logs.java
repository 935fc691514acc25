package io.quotemark.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends everything that is not for the person at the terminal into {@code DATA/logs}. */
final class Logs {
  private static final int LARGEST = 5_000_000;

  private Logs() {}

  /**
   * The emulators' warnings to {@code cloud.log}, the functions' lines to {@code functions.log}.
   */
  static void to(Path folder) throws IOException {
    Files.createDirectories(folder);
    LogManager.getLogManager().reset();
    Handler handler = new FileHandler(folder.resolve("cloud.log").toString(), LARGEST, 2, true);
    handler.setFormatter(new SimpleFormatter());
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(handler);
    PrintStream functions =
        new PrintStream(
            Files.newOutputStream(
                folder.resolve("functions.log"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND),
            true,
            UTF_8);
    System.setOut(functions);
    System.setErr(functions);
  }

  /** Nothing at all: for commands whose only output is their answer. */
  static void silence() {
    LogManager.getLogManager().reset();
  }
}
