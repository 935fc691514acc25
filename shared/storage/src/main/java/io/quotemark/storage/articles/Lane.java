package io.quotemark.storage.articles;

import org.jspecify.annotations.Nullable;

/**
 * A list in order of its sort keys, kept in one partition or in one for each day or month.
 *
 * @param directory partition that names the days or months there are; null where {@code partition}
 *     is all
 * @param partition of the items, without the day or month
 * @param span characters of a day or month
 */
record Lane(@Nullable String directory, String partition, int span) {
  /** Partitions of all articles, a day each, and their directory. */
  static final String DAY = "DAY#";

  static final String DAYS = "DAYS";

  /** Directory of the days on which articles changed. */
  static final String UPDATE_DAYS = "UPDS";

  private static final int DAY_LENGTH = 10;
  private static final int MONTH_LENGTH = 7;

  static Lane all() {
    return new Lane(DAYS, DAY, DAY_LENGTH);
  }

  static Lane updates() {
    return new Lane(UPDATE_DAYS, ArticleRecord.UPDATED, DAY_LENGTH);
  }

  static Lane months(String directory) {
    return new Lane(directory, directory + "#", MONTH_LENGTH);
  }

  static Lane ranked(String name) {
    return new Lane(null, ArticleRecord.RANKED + name, 0);
  }
}
