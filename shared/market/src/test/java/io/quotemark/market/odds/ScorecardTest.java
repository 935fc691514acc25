package io.quotemark.market.odds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.text.ShippedLines;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScorecardTest {
  private static final Scorecard CARD =
      new Scorecard(Map.of("base", -2.0, "title", 1.5, "hedged", -0.75));

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void probability_addsUpBaseAndPoints() {
    assertThat(CARD.probability(List.of(), SourceKind.NEWS)).isCloseTo(logistic(-2), within(1e-12));
    assertThat(CARD.probability(List.of("title", "hedged"), SourceKind.NEWS))
        .isCloseTo(logistic(-1.25), within(1e-12));
  }

  @Test
  void unknownSign_isWorthNothing() {
    assertThat(CARD.points("ago:7:stated")).isZero();
    assertThat(CARD.probability(List.of("ago:7:stated"), SourceKind.NEWS))
        .isEqualTo(CARD.probability(List.of(), SourceKind.NEWS));
  }

  @Test
  void generatedText_startsFromOneInTwenty_whereNewsStartsFromOneInAThousand() {
    Scorecard news = new Scorecard(Map.of("base", Math.log(1.0 / 999)));

    assertThat(news.probability(List.of(), SourceKind.NEWS)).isCloseTo(.001, within(1e-12));
    assertThat(news.probability(List.of(), SourceKind.GENERATED)).isCloseTo(.05, within(1e-12));
  }

  @Test
  void shippedPoints_load_eachSignOnce() {
    List<String> lines = ShippedLines.of(Scorecard.class, "points.tsv");
    Scorecard shipped = Scorecard.shipped();
    Set<String> names = new HashSet<>();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(4);
      assertThat(names.add(cells[0])).as(line).isTrue();
      assertThat(shipped.points(cells[0])).as(line).isEqualTo(Double.parseDouble(cells[1]));
    }
    assertThat(names).contains("base", "session:guessed");
    assertThat(shipped.points("base")).isNegative();
  }

  /** A sign of the points that no claim bears would be a name that was changed in one place. */
  @Test
  void shippedPoints_areOfSignsThatClaimsBear() {
    Set<String> borne = AllSigns.of();
    for (String line : ShippedLines.of(Scorecard.class, "points.tsv")) {
      String name = line.substring(0, line.indexOf('\t'));
      if (!name.equals("base")) {
        assertThat(borne.contains(name)).as(name).isTrue();
      }
    }
  }

  /** Words for the direction that a sign's points do not have are never said. */
  @Test
  void shippedWords_areForTheDirectionOfTheirPoints() {
    Scorecard shipped = Scorecard.shipped();
    for (String line : ShippedLines.of(SignWords.class, "signs.tsv")) {
      String[] cells = line.split("\t", -1);
      double points = shipped.points(cells[0]);
      if (Math.abs(points) >= SignWords.SLIGHT) {
        assertThat(points < 0).as(line).isEqualTo(cells[1].equals("against"));
      }
    }
  }

  @Test
  void shippedWords_areOfSignsThatClaimsBear_andPlain() {
    Set<String> borne = AllSigns.of();
    Set<String> names = new HashSet<>();
    for (String line : ShippedLines.of(SignWords.class, "signs.tsv")) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(3);
      assertThat(names.add(cells[0])).as("once: " + line).isTrue();
      assertThat(borne.contains(cells[0])).as(line).isTrue();
      assertThat(cells[1]).as(line).isIn("for", "against");
      assertThat(cells[2])
          .as(line)
          .matches("[a-z][a-z ,-]{10,80}")
          .doesNotContain(cells[0])
          .doesNotEndWith(" ");
    }
  }
}
