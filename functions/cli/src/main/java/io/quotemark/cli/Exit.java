package io.quotemark.cli;

import java.io.Serial;

/** What the exit code says, and how a command ends early with one. */
final class Exit {
  static final int OK = 0;

  /** An input could not be read, was rejected, or some of it was dropped. */
  static final int FAILED_INPUT = 1;

  /** Wrong options or arguments. */
  static final int USAGE = 2;

  /** The command needs a running {@code quotemark up}. */
  static final int NOT_RUNNING = 3;

  /** {@code up} could not start: a port or the data folder is taken or cannot be used. */
  static final int CANNOT_START = 4;

  private Exit() {}

  /** Ends a command with a sentence for the person at the terminal. */
  static final class Failure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
    private final int code;

    Failure(int code, String message) {
      super(message);
      this.code = code;
    }

    int code() {
      return code;
    }
  }
}
