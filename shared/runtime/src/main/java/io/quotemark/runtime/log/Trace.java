package io.quotemark.runtime.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The tracing header ({@code X-Amzn-Trace-Id}) of what is being worked on: taken from the message
 * or request, named in log lines, and passed on with every message that comes of it.
 */
public final class Trace {
  /** Its name on a message; SQS keeps it as a system attribute. */
  public static final String MESSAGE_ATTRIBUTE = "AWSTraceHeader";

  /** Its name on a request, in lower case as HTTP API hands headers over. */
  public static final String HTTP_HEADER = "x-amzn-trace-id";

  private static final ScopedValue<String> CURRENT = ScopedValue.newInstance();
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9=;:_-]{1,500}");
  private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=([A-Za-z0-9:_-]+)");

  private Trace() {}

  /** Work that may throw what it likes. */
  @FunctionalInterface
  public interface Work<T, X extends Throwable> {
    T run() throws X;
  }

  /**
   * Does the work under a header; one that is null or is none leaves the surrounding one in force.
   */
  public static <T, X extends Throwable> T under(@Nullable String header, Work<T, X> work)
      throws X {
    return header == null || !HEADER.matcher(header).matches()
        ? work.run()
        : ScopedValue.where(CURRENT, header).call(work::run);
  }

  /**
   * The header in force: the one worked under, else the invocation's own, which Lambda sets as a
   * property.
   */
  public static @Nullable String header() {
    return CURRENT.isBound() ? CURRENT.get() : System.getProperty("com.amazonaws.xray.traceHeader");
  }

  /** The trace's id alone, null where there is none. */
  static @Nullable String root() {
    String header = header();
    Matcher root = ROOT.matcher(header == null ? "" : header);
    return root.find() ? root.group(1) : null;
  }
}
