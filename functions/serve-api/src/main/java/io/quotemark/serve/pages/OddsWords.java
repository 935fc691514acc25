package io.quotemark.serve.pages;

import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** How likely a statement is false, in words and figures, with what speaks for and against it. */
public final class OddsWords {
  private static final List<Integer> EASY = List.of(2, 3, 4, 5, 10);

  /** A probability is known in thousandths. */
  private static final int MOST = 1_000;

  private OddsWords() {}

  /** {@code 1 in 5 that the statement is false}. */
  public static String chance(BigDecimal confidence) {
    return share(confidence.doubleValue()) + " that the statement is false";
  }

  /** {@code 94 % sure}, {@code more than 99.9 % sure}. */
  public static String sure(BigDecimal confidence) {
    double percent = confidence.doubleValue() * 100;
    if (percent > 99.9) {
      return "more than 99.9 % sure";
    }
    return (percent > 99 ? String.format(Locale.ROOT, "%.1f", percent) : Math.round(percent))
        + " % sure";
  }

  /** Why a doubtful claim is no accusation, in a box of its own; nothing for another verdict. */
  public static Html box(Verdict verdict) {
    Odds odds = verdict.odds();
    if (odds == null || verdict.outcome() != Verdict.Outcome.DOUBTFUL) {
      return Html.EMPTY;
    }
    return Template.of(
            """
            <div class="odds">
            <p>Doubtful: look yourself. <strong>{chance}</strong> <span class="small">(confidence {confidence})</span></p>
            <details><summary>What speaks for and against</summary>{doubts}{supports}</details>
            </div>
            """)
        .with("chance", capital(chance(odds.confidence())))
        .with("confidence", odds.confidence().toPlainString())
        .with("doubts", list("Why this is not an accusation", odds.doubts()))
        .with("supports", list("What speaks for an error", odds.supports()))
        .html();
  }

  /** How sure a contradiction is, as a row of its facts; nothing for another verdict. */
  public static Html row(Verdict verdict) {
    Odds odds = verdict.odds();
    if (odds == null || verdict.outcome() == Verdict.Outcome.DOUBTFUL) {
      return Html.EMPTY;
    }
    return Template.of(
            "<div><dt>Confidence</dt><dd><strong>{chance}</strong> ({confidence}){supports}{doubts}</dd></div>")
        .with("chance", capital(chance(odds.confidence())))
        .with("confidence", odds.confidence().toPlainString())
        .with("supports", list("What speaks for it", odds.supports()))
        .with("doubts", list("What speaks against it", odds.doubts()))
        .html();
  }

  /** A line for a table, nothing for a verdict without odds. */
  public static Html line(Verdict verdict) {
    Odds odds = verdict.odds();
    return odds == null
        ? Html.EMPTY
        : Html.of(
            "<br><span class=\"small\">{} ({})</span>",
            capital(chance(odds.confidence())),
            odds.confidence().toPlainString());
  }

  private static Html list(String title, List<String> reasons) {
    return reasons.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<p class=\"small\">{}:</p><ul>{}</ul>",
            title,
            reasons.stream().map(r -> Html.of("<li>{}</li>", Words.sentence(r))).toList());
  }

  /** {@code 1 in 5}, {@code 19 in 20}: the nearest of what is easily pictured. */
  private static String share(double probability) {
    double least = Math.min(probability, 1 - probability);
    if (least * MOST < 0.5) {
      return probability < 0.5 ? "less than 1 in 1,000" : "more than 999 in 1,000";
    }
    if (least < 0.1) {
      long of = few(least);
      return of(probability < 0.5 ? 1 : of - 1, of);
    }
    long best = 2;
    for (long of : EASY) {
      if (distance(probability, of) < distance(probability, best)) {
        best = of;
      }
    }
    return of(Math.round(probability * best), best);
  }

  private static double distance(double probability, long of) {
    return Math.abs(Math.round(probability * of) / (double) of - probability);
  }

  /** One in how many; from twenty on to one digit. */
  private static long few(double probability) {
    long of = Math.round(1 / probability);
    long step = of < 20 ? 1 : of < 100 ? 10 : of < 1_000 ? 100 : 1_000;
    return Math.round(of / (double) step) * step;
  }

  private static String of(long hits, long all) {
    return String.format(Locale.ROOT, "%,d in %,d", hits, all);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
