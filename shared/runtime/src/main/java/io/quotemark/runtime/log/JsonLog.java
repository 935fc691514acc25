package io.quotemark.runtime.log;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Log lines as JSON objects, one a line: an event's name and its fields, which are ids, sizes,
 * durations and reasons, never bodies. Each value is bounded, so that no input fills a log. Control
 * characters are escaped, so that no input can forge a line. Lines that carry metrics do so in
 * CloudWatch's embedded metric format, under the dimensions stack and function.
 */
public final class JsonLog {
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  private static final String NAMESPACE = "Quotemark";

  /** Characters of a text that are written: more than any id, key or reason of ours has. */
  private static final int LONGEST_TEXT = 2_000;

  /** Frames of an exception: those at the top, and of the others ours. */
  private static final int TOP_FRAMES = 4;

  private static final int MOST_FRAMES = 12;

  /** Holds on the threads that are started meanwhile as well. */
  private static final InheritableThreadLocal<Boolean> UNWRITTEN = new InheritableThreadLocal<>();

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  private final PrintStream out;
  private final String function;
  private final String stack;
  private final Level least;

  /**
   * @param stack which deployment's figures these are
   */
  public JsonLog(PrintStream out, String function, String stack, Level least) {
    this.out = out;
    this.function = function;
    this.stack = stack;
    this.least = least;
  }

  /** Lines on standard output, which Lambda ships. */
  public static JsonLog of(String function, String stack, String level) {
    return new JsonLog(System.out, function, stack, Level.valueOf(level.toUpperCase(Locale.ROOT)));
  }

  /** Does work whose lines, and with them its figures, would say what did not happen. */
  public static <T, X extends Throwable> T unwritten(Trace.Work<T, X> work) throws X {
    UNWRITTEN.set(true);
    try {
      return work.run();
    } finally {
      UNWRITTEN.remove();
    }
  }

  /**
   * @param fields names and values by turns
   */
  public void info(String event, @Nullable Object... fields) {
    if (Level.INFO.compareTo(least) >= 0) {
      line(Level.INFO, event, null, List.of(), fields);
    }
  }

  public void warn(String event, @Nullable Object... fields) {
    if (Level.WARN.compareTo(least) >= 0) {
      line(Level.WARN, event, null, List.of(), fields);
    }
  }

  public void error(String event, Throwable problem, @Nullable Object... fields) {
    line(Level.ERROR, event, problem, List.of(), fields);
  }

  /** A line that is written whatever the level, since figures that lack lines are wrong. */
  public void measured(String event, List<Metric> metrics, @Nullable Object... fields) {
    line(Level.INFO, event, null, metrics, fields);
  }

  private void line(
      Level level,
      String event,
      @Nullable Throwable problem,
      List<Metric> metrics,
      @Nullable Object... fields) {
    byte[] line =
        Json.write(json -> {
          json.writeStartObject();
          json.writeStringField("level", level.name());
          json.writeStringField("function", function);
          json.writeStringField("event", event);
          String trace = Trace.root();
          if (trace != null) {
            json.writeStringField("trace", trace);
          }
          for (int i = 0; i + 1 < fields.length; i += 2) {
            json.writeFieldName(String.valueOf(fields[i]));
            value(json, fields[i + 1]);
          }
          if (!metrics.isEmpty()) {
            embedded(json, metrics);
          }
          if (problem != null) {
            problem(json, problem);
          }
          json.writeEndObject();
        });
    (UNWRITTEN.get() != null ? NOWHERE : out)
        .println(escaped(new String(line, StandardCharsets.UTF_8)));
  }

  /**
   * Escapes what a terminal obeys and what XML cannot carry: controls, format characters, line
   * separators and noncharacters. In JSON they can stand inside of strings only; Jackson escapes
   * what lies beyond the first plane.
   */
  private static String escaped(String json) {
    int first = 0;
    while (first < json.length() && !isUnprintable(json.charAt(first))) {
      first++;
    }
    if (first == json.length()) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length() + 100);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isUnprintable(c)) {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isUnprintable(int c) {
    return c > '~'
        && switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.UNASSIGNED ->
              true;
          default -> false;
        };
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else {
      json.writeString(bounded(value.toString()));
    }
  }

  private static String bounded(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_TEXT - end) + "… (" + text.length() + " characters)";
  }

  /** The figures, and under {@code _aws} what they are, as CloudWatch's specification says. */
  private void embedded(JsonGenerator json, List<Metric> metrics) throws IOException {
    json.writeStringField("stack", stack);
    for (Metric metric : metrics) {
      json.writeNumberField(metric.name(), metric.value());
    }
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", System.currentTimeMillis());
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Dimensions");
    json.writeStartArray();
    json.writeString("stack");
    json.writeString("function");
    json.writeEndArray();
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (Metric metric : metrics) {
      json.writeStartObject();
      json.writeStringField("Name", metric.name());
      json.writeStringField("Unit", metric.unit().word());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void problem(JsonGenerator json, Throwable problem) throws IOException {
    json.writeStringField("error", problem.getClass().getName());
    json.writeStringField("message", bounded(String.valueOf(problem.getMessage())));
    StackTraceElement[] trace = problem.getStackTrace();
    json.writeArrayFieldStart("at");
    int left = MOST_FRAMES;
    for (int i = 0; i < trace.length && left > 0; i++) {
      // a library has dozens of calls of its own between where it fails and who asked it
      if (i < TOP_FRAMES || trace[i].getClassName().startsWith("io.quotemark.")) {
        json.writeString(trace[i].toString());
        left--;
      }
    }
    json.writeEndArray();
  }
}
