package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.domain.claim.Direction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moves without a printed figure: multiples, fractions, limits. */
final class MultipleReader {
  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  MultipleReader(Sentence sentence) {
    this.sentence = sentence;
  }

  /** "doubled", "a six-fold increase", "lost a third": about so many percent. */
  Figure multiple(Match match) {
    Chunk chunk = sentence.get(match.value());
    boolean noun = sentence.category(match.value() + 1) == Category.MOVE;
    int says = match.anchor() < 0 ? match.value() : match.anchor();
    String percent = chunk.mark("n");
    return new Figure.Multiple(
        match,
        percent == null ? null : new BigDecimal(percent),
        sentence.get(noun ? match.value() + 1 : says).direction(),
        chunk.has("over") || chunk.skippedHas("over"),
        noun,
        !noun && isOfAnother(match.value() + 1));
  }

  /** "doubled its stake", "lost a quarter of its customers": something else than the price. */
  private boolean isOfAnother(int next) {
    return switch (sentence.category(next)) {
      case WORD, METRIC, NAME, ISSUER -> true;
      // "double last year's output"
      case TIME -> sentence.category(next + 1) == Category.POSSESSIVE;
      case ITS -> sentence.category(next + 1) != Category.CAP;
      case OF ->
          sentence.category(next + 1) != Category.ITS
              || sentence.category(next + 2) != Category.CAP;
      default -> false;
    };
  }

  /** Limit-up or limit-down without a figure. */
  @Nullable Figure limit(Match match, List<Match> matches) {
    if (sentence.category(match.value() + 1) == Category.MARK) {
      return null; // "the limit-down threshold" is a rule of trading
    }
    for (Match other : matches) {
      if (other.rule().product() == Rule.Product.STREAK && other.anchor() == match.value()) {
        return null;
      }
    }
    boolean down = sentence.get(match.value()).has("down");
    return new Figure.Limit(match, down ? Direction.DOWN : Direction.UP);
  }
}
