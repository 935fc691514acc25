package io.quotemark.cli;

import java.io.Console;

/** A question that takes a yes: of the person at the terminal, or given with the command. */
final class Consent {
  private Consent() {}

  /**
   * @param yes whether the command carries it
   * @param question put where there is a terminal; where there is none, the answer is no
   */
  static boolean given(boolean yes, String question) {
    @SuppressWarnings("SystemConsoleNull") // null still where there is neither in- nor output
    Console console = System.console();
    if (yes || console == null || !console.isTerminal()) {
      return yes;
    }
    String answer = console.readLine("%s [y/N] ", question);
    return answer != null && answer.strip().equalsIgnoreCase("y");
  }
}
