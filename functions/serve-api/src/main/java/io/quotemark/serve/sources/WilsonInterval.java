package io.quotemark.serve.sources;

/**
 * How sure a share is that was counted on few: the score interval of E. B. Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical
 * Association 22 (1927), at 95 %.
 *
 * @param low at least this share, 0 to 1
 * @param high at most this share, 0 to 1
 */
record WilsonInterval(double low, double high) {
  /** Two-sided 95 % of the normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * @param hits of {@code all}
   * @throws IllegalArgumentException where {@code all} is not positive
   */
  static WilsonInterval of(int hits, int all) {
    if (all <= 0 || hits < 0 || hits > all) {
      throw new IllegalArgumentException(hits + " of " + all);
    }
    double share = (double) hits / all;
    double z2 = Z * Z;
    double middle = (share + z2 / (2 * all)) / (1 + z2 / all);
    double half =
        Z / (1 + z2 / all) * Math.sqrt(share * (1 - share) / all + z2 / (4.0 * all * all));
    return new WilsonInterval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /** {@code between 1 and 4 of 100}: the bounds rounded away from each other. */
  String words() {
    long least = (long) Math.floor(100 * low + 1e-9);
    long most = (long) Math.ceil(100 * high - 1e-9);
    return "between " + least + " and " + most + " of 100";
  }
}
