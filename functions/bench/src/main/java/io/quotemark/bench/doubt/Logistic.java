package io.quotemark.bench.doubt;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression over signs that are there or not, with a ridge penalty on all but the
 * intercept, by Newton's method: deterministic, and small enough for a few hundred signs.
 *
 * @param intercept log odds without any sign
 * @param points log odds of each sign
 */
record Logistic(double intercept, double[] points) {
  private static final int MOST_STEPS = 60;

  /**
   * One observation.
   *
   * @param signs which signs are there
   */
  record Row(int[] signs, boolean positive, double weight) {}

  /**
   * @param penalty of half the sum of squares of the points
   */
  static Logistic fit(List<Row> rows, int signs, double penalty) {
    int n = signs + 1; // the intercept comes last
    double[] b = new double[n];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = new double[n];
      double[][] hessian = new double[n][n];
      for (Row row : rows) {
        double p = 1 / (1 + Math.exp(-score(b, row.signs())));
        double residual = row.weight() * ((row.positive() ? 1 : 0) - p);
        double curvature = row.weight() * p * (1 - p);
        int[] at = Arrays.copyOf(row.signs(), row.signs().length + 1);
        at[at.length - 1] = n - 1;
        for (int i : at) {
          gradient[i] += residual;
          for (int j : at) {
            hessian[i][j] += curvature;
          }
        }
      }
      for (int i = 0; i < n - 1; i++) {
        gradient[i] -= penalty * b[i];
        hessian[i][i] += penalty;
      }
      hessian[n - 1][n - 1] += 1e-9;
      double[] change = solve(hessian, gradient);
      double largest = 0;
      for (int i = 0; i < n; i++) {
        b[i] += change[i];
        largest = Math.max(largest, Math.abs(change[i]));
      }
      if (largest < 1e-8) {
        break;
      }
    }
    return new Logistic(b[n - 1], Arrays.copyOf(b, n - 1));
  }

  double score(int[] signs) {
    double sum = intercept;
    for (int sign : signs) {
      sum += points[sign];
    }
    return sum;
  }

  private static double score(double[] b, int[] signs) {
    double sum = b[b.length - 1];
    for (int sign : signs) {
      sum += b[sign];
    }
    return sum;
  }

  /** Solves a symmetric, positive definite system by Cholesky's decomposition. */
  private static double[] solve(double[][] a, double[] y) {
    int n = y.length;
    double[][] l = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / l[j][j];
      }
    }
    double[] x = y.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= l[i][k] * x[k];
      }
      x[i] /= l[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= l[k][i] * x[k];
      }
      x[i] /= l[i][i];
    }
    return x;
  }
}
