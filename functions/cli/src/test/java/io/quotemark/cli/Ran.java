package io.quotemark.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a command did, run in this JVM as it is typed.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it printed as errors; empty where both were caught {@link #together}
 */
record Ran(int code, String out, String err) {
  static Ran of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Quotemark.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(code, out.toString(), err.toString());
  }

  /** A command on a data folder. */
  static Ran on(Path data, String... arguments) {
    return of(withData(data, arguments));
  }

  /** Output and errors as a terminal shows them, in {@link #out}. */
  static Ran together(String... arguments) {
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    return new Ran(Quotemark.run(writer, writer, arguments), said.toString(), "");
  }

  static String[] withData(Path data, String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
        .toArray(String[]::new);
  }
}
