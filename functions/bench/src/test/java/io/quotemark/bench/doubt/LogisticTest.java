package io.quotemark.bench.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Points and intercepts that can be worked out by hand. */
class LogisticTest {
  private static final double NO_PENALTY = 1e-9;

  private static void add(
      List<Logistic.Row> rows, int positives, int negatives, double weight, int... signs) {
    for (int i = 0; i < positives + negatives; i++) {
      rows.add(new Logistic.Row(signs, i < positives, weight));
    }
  }

  @Test
  void oneSign_getsItsOddsRatio() {
    List<Logistic.Row> rows = new ArrayList<>();
    add(rows, 10, 40, 1);
    add(rows, 30, 10, 1, 0);
    Logistic fit = Logistic.fit(rows, 1, NO_PENALTY);

    assertThat(fit.intercept()).isCloseTo(Math.log(.25), within(1e-6));
    assertThat(fit.points()[0]).isCloseTo(Math.log(12), within(1e-6));
    assertThat(fit.score(new int[] {0})).isCloseTo(Math.log(3), within(1e-6));
    assertThat(fit.score(new int[0])).isCloseTo(Math.log(.25), within(1e-6));
  }

  @Test
  void twoIndependentSigns_addUp() {
    List<Logistic.Row> rows = new ArrayList<>();
    add(rows, 100, 100, 1); // even
    add(rows, 200, 100, 1, 0); // times 2
    add(rows, 100, 400, 1, 1); // times 1/4
    add(rows, 100, 200, 1, 0, 1); // times 2/4
    Logistic fit = Logistic.fit(rows, 2, NO_PENALTY);

    assertThat(fit.intercept()).isCloseTo(0, within(1e-6));
    assertThat(fit.points()[0]).isCloseTo(Math.log(2), within(1e-6));
    assertThat(fit.points()[1]).isCloseTo(-Math.log(4), within(1e-6));
  }

  @Test
  void weight_countsLikeSoManyRows() {
    List<Logistic.Row> weighted = new ArrayList<>();
    add(weighted, 10, 0, 3);
    add(weighted, 0, 10, 1);
    add(weighted, 5, 5, 1, 0);
    List<Logistic.Row> repeated = new ArrayList<>();
    add(repeated, 30, 10, 1);
    add(repeated, 5, 5, 1, 0);

    assertThat(Logistic.fit(weighted, 1, 1).points())
        .containsExactly(Logistic.fit(repeated, 1, 1).points(), within(1e-9));
    assertThat(Logistic.fit(weighted, 1, NO_PENALTY).intercept())
        .isCloseTo(Math.log(3), within(1e-6));
  }

  @Test
  void signThatPartsAll_keepsFinitePoints_byThePenalty() {
    List<Logistic.Row> rows = new ArrayList<>();
    add(rows, 0, 200, 1);
    add(rows, 200, 0, 1, 0);
    double weak = Logistic.fit(rows, 1, 1).points()[0];
    double strong = Logistic.fit(rows, 1, 10).points()[0];

    assertThat(weak).isFinite().isGreaterThan(strong);
    assertThat(strong).isGreaterThan(2);
  }

  @Test
  void signThatTellsNothing_getsNoPoints_andOneThatIsNeverThereNoneAtAll() {
    List<Logistic.Row> rows = new ArrayList<>();
    add(rows, 50, 50, 1);
    add(rows, 50, 50, 1, 0);
    Logistic fit = Logistic.fit(rows, 2, 1);

    assertThat(fit.points()[0]).isCloseTo(0, within(1e-9));
    assertThat(fit.points()[1]).isZero();
  }

  @Test
  void sameRows_giveTheSameBits() {
    Random random = new Random(5);
    List<Logistic.Row> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int[] signs = random.ints(0, 8).distinct().limit(3).sorted().toArray();
      rows.add(new Logistic.Row(signs, random.nextInt(8) >= signs[0], 1 + random.nextDouble()));
    }
    Logistic one = Logistic.fit(rows, 8, 1);
    Logistic again = Logistic.fit(rows, 8, 1);

    assertThat(again.intercept()).isEqualTo(one.intercept());
    assertThat(again.points()).isEqualTo(one.points());
  }
}
