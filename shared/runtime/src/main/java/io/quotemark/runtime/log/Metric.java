package io.quotemark.runtime.log;

/**
 * One figure of a log line that CloudWatch makes a metric of.
 *
 * @param name as alarms and the dashboard of the template know it
 */
public record Metric(String name, long value, Unit unit) {
  /** As CloudWatch spells it. */
  public enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds"),
    PERCENT("Percent");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  public static Metric one(String name) {
    return count(name, 1);
  }

  public static Metric count(String name, long value) {
    return new Metric(name, value, Unit.COUNT);
  }

  public static Metric millis(String name, long value) {
    return new Metric(name, value, Unit.MILLISECONDS);
  }
}
