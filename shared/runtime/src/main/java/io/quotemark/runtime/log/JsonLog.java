package io.quotemark.runtime.log;

import io.quotemark.runtime.json.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as JSON objects, one a line: an event's name and its fields, which are ids, sizes,
 * durations and reasons, never bodies. Control characters are escaped, so that no input can forge a
 * line.
 */
public final class JsonLog {
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  private final PrintStream out;
  private final String function;
  private final Level least;

  public JsonLog(PrintStream out, String function, Level least) {
    this.out = out;
    this.function = function;
    this.least = least;
  }

  /** Lines on standard output, which Lambda ships. */
  public static JsonLog of(String function, String level) {
    return new JsonLog(System.out, function, Level.valueOf(level.toUpperCase(Locale.ROOT)));
  }

  /**
   * @param fields names and values by turns
   */
  public void info(String event, @Nullable Object... fields) {
    line(Level.INFO, event, null, fields);
  }

  public void warn(String event, @Nullable Object... fields) {
    line(Level.WARN, event, null, fields);
  }

  public void error(String event, Throwable problem, @Nullable Object... fields) {
    line(Level.ERROR, event, problem, fields);
  }

  private void line(
      Level level, String event, @Nullable Throwable problem, @Nullable Object... fields) {
    if (level.compareTo(least) < 0) {
      return;
    }
    byte[] line =
        Json.write(json -> {
          json.writeStartObject();
          json.writeStringField("level", level.name());
          json.writeStringField("function", function);
          json.writeStringField("event", event);
          for (int i = 0; i + 1 < fields.length; i += 2) {
            Object value = fields[i + 1];
            json.writeFieldName(String.valueOf(fields[i]));
            switch (value) {
              case null -> json.writeNull();
              case Integer number -> json.writeNumber(number);
              case Long number -> json.writeNumber(number);
              case Boolean flag -> json.writeBoolean(flag);
              default -> json.writeString(value.toString());
            }
          }
          if (problem != null) {
            json.writeStringField("error", problem.getClass().getName());
            json.writeStringField("message", String.valueOf(problem.getMessage()));
            StackTraceElement[] trace = problem.getStackTrace();
            json.writeArrayFieldStart("at");
            for (int i = 0; i < Math.min(trace.length, 12); i++) {
              json.writeString(trace[i].toString());
            }
            json.writeEndArray();
          }
          json.writeEndObject();
        });
    out.println(new String(line, StandardCharsets.UTF_8));
  }
}
