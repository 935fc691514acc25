package io.quotemark.market.odds;

import io.quotemark.domain.verdict.Odds;
import io.quotemark.text.ShippedLines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in words what spoke for and against, the weightiest first. */
final class SignWords {
  /** Below this nobody asks why. */
  static final double SLIGHT = 0.2;

  private static final int MOST = 4;

  static final String NO_SESSION = "the article does not say which session it means";

  /** Of a date whose day of the week is another one: arithmetic, if it was read as printed. */
  static final Odds EXCLUDES_ITSELF =
      new Odds(
          new BigDecimal("0.990"),
          List.of(),
          List.of("the day of the week and the date exclude each other"));

  /**
   * @param against whether it is said where it speaks against the accusation, else where for it
   */
  private record Words(boolean against, String text) {}

  private record Said(double weight, String text) {}

  private final Map<String, Words> words = new HashMap<>();

  private SignWords() {}

  static SignWords shipped() {
    SignWords all = new SignWords();
    for (String line : ShippedLines.of(SignWords.class, "signs.tsv")) {
      String[] cells = line.split("\t", -1);
      all.words.put(cells[0], new Words(cells[1].equals("against"), cells[2]));
    }
    return all;
  }

  Odds odds(double probability, Features features, List<String> signs, Scorecard scorecard) {
    List<Said> against = new ArrayList<>();
    List<Said> supporting = new ArrayList<>();
    for (String sign : signs) {
      double points = scorecard.points(sign);
      Words said = words.get(sign);
      if (said != null && Math.abs(points) >= SLIGHT && said.against() == points < 0) {
        (points < 0 ? against : supporting).add(new Said(Math.abs(points), said.text()));
      }
    }
    List<String> doubts = new ArrayList<>();
    if (!features.clear()) {
      doubts.add(NO_SESSION);
    }
    for (OtherReading other : features.others()) {
      if (other.rare() && doubts.size() < 2) {
        doubts.add("the figure is " + other.words());
      }
    }
    doubts.addAll(texts(against, MOST - doubts.size()));
    return new Odds(
        BigDecimal.valueOf(probability).setScale(3, RoundingMode.HALF_EVEN),
        doubts,
        texts(supporting, MOST));
  }

  private static List<String> texts(List<Said> said, int most) {
    return said.stream()
        .sorted(Comparator.comparingDouble(Said::weight).reversed())
        .map(Said::text)
        .distinct()
        .limit(most)
        .toList();
  }
}
