package io.quotemark.storage.table;

/** Bounds beside a sort key of ours, which are printable ASCII. */
public final class SortKeys {
  public static final String FIRST = "\u0000";
  public static final String LAST = "\uFFFF";

  private SortKeys() {}

  /** The largest text that is smaller, near enough: nothing of ours lies between. */
  public static String before(String key) {
    int end = key.length() - 1;
    return key.substring(0, end) + (char) (key.charAt(end) - 1) + LAST;
  }

  /** The smallest text that is larger, near enough. */
  public static String after(String key) {
    return key + "\u0001";
  }

  /** The end of all that begin with {@code prefix}. */
  public static String end(String prefix) {
    return prefix + LAST;
  }
}
