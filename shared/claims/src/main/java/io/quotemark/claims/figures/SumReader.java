package io.quotemark.claims.figures;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.Rule;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.SessionWords;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Worth, turnover, pairs and rates of currencies, comparisons, and what is never a claim. */
final class SumReader {
  /** How far behind its verb the benchmark of a comparison may stand, in chunks. */
  private static final int BENCHMARK = 5;

  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  SumReader(Sentence sentence) {
    this.sentence = sentence;
  }

  @Nullable Figure worth(Match match, ClaimKind kind) {
    FoundAmount amount = sentence.amount(match.value());
    if (amount == null || !sentence.isLargeSum(match.value())) {
      return null;
    }
    Chunk anchor = sentence.get(match.anchor());
    if (anchor.category() == Category.VALUING && !valuesShares(match.anchor())) {
      return null;
    }
    boolean loss = kind == ClaimKind.CAP_CHANGE && anchor.direction() == Direction.DOWN;
    BigDecimal value = loss ? amount.value().negate() : amount.value();
    return new Figure.Worth(match, kind, value, amount);
  }

  /** "Shares rose to 359p, valuing it at …", not "the deal values it at …". */
  private boolean valuesShares(int valuing) {
    boolean shares = false;
    for (int i = 0; i < sentence.size(); i++) {
      if (sentence.category(i) == Category.DEAL) {
        return false;
      }
      shares |= i < valuing && sentence.category(i) == Category.STOCK;
      // "investors valued X at $5 billion on Monday"
      shares |= valuesOnDay(valuing, i);
    }
    return shares;
  }

  private boolean valuesOnDay(int valuing, int i) {
    TimeExpression time = sentence.time(i);
    boolean known =
        sentence.category(valuing + 1) == Category.ISSUER
            || sentence.category(0) == Category.ISSUER;
    return known && time != null && time.session() instanceof SessionWords.OnWeekday;
  }

  /** Shares or money traded: "turnover in X shares reached …", "3 million shares changed hands". */
  @Nullable Figure turnover(Match match) {
    FoundAmount amount = sentence.amount(match.value());
    Chunk anchor = sentence.get(match.anchor());
    boolean says = anchor.category() == Category.TURNOVER || anchor.has("hands");
    return amount == null || !says ? null : new Figure.Turnover(match, amount);
  }

  /** One sum in two currencies. */
  @Nullable Figure pair(Match match) {
    FoundAmount first = sentence.amount(match.value());
    FoundAmount second = sentence.amount(match.second());
    String quote = first == null ? null : first.currency();
    String base = second == null ? null : second.currency();
    if (first == null
        || second == null
        || second.link() != FoundAmount.Link.PAIR
        || quote == null
        || base == null
        || quote.equals(base)
        || Cut.off(sentence, match.second())
        || isRange(match.second())) {
      return null;
    }
    return new Figure.Pair(match, first, second, base, quote);
  }

  /** "3 to 5 billion francs ($2.8-$4.6 billion)": the sums are the ends of two ranges. */
  private boolean isRange(int second) {
    int behind = sentence.get(second).to();
    boolean dash =
        sentence.tokens().is(behind, "-") || sentence.category(second + 1) == Category.DASH;
    return dash
        || (sentence.category(second + 1) == Category.TO
            && sentence.category(second + 2).isAmount());
  }

  /** "$1 = 0.4993 pounds". */
  @Nullable Figure rate(Match match) {
    FoundAmount base = sentence.amount(match.second());
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    return base == null || number == null || base.value().compareTo(BigDecimal.ONE) != 0
        ? null
        : new Figure.Rate(match, number, base, sentence.amount(match.value()));
  }

  /** "outperformed the Hang Seng". */
  @Nullable Figure comparison(Match match) {
    boolean before = match.start() < match.value();
    boolean bracket = sentence.get(match.value()).has("bracket");
    boolean passive = match.rule().is(Rule.Flag.SUBJECT_BETWEEN);
    if (before && !sentence.caseless() && !bracket && !passive) {
      return null;
    }
    int benchmark = before ? match.start() : benchmark(match.value());
    Direction direction = sentence.get(match.value()).direction();
    if (match.rule().is(Rule.Flag.REVERSED)) {
      direction = direction == Direction.DOWN ? Direction.UP : Direction.DOWN;
    }
    return benchmark < 0 || !comparesMoves(match, benchmark)
        ? null
        : new Figure.Comparison(match, direction, benchmark);
  }

  /** A verb of motion compares only with "more than" behind it. */
  private boolean comparesMoves(Match match, int benchmark) {
    boolean more = sentence.category(match.value()) != Category.MOTION;
    for (int i = match.value() + 1; i <= benchmark; i++) {
      more |= sentence.get(i).skippedHas("over") || sentence.category(i) == Category.COMPARATIVE;
    }
    return more;
  }

  /** The index or market behind the word, -1 where none is; right behind a word such as "beat". */
  private int benchmark(int word) {
    boolean beside = sentence.get(word).has("beside");
    int end = Math.min(sentence.size(), word + BENCHMARK);
    for (int i = word + 1; i < end; i++) {
      switch (sentence.category(i)) {
        case INDEX, STOCK -> {
          // "the benchmark S&P 500"
          boolean named = sentence.name(i) == null && sentence.category(i + 1) == Category.INDEX;
          return named ? i + 1 : i;
        }
        case OF, TO, AT, BY, THAN, TIME, HOURS, BUT, WHICH, FROM -> {
          // "beat on Monday the index"
        }
        default -> {
          if (beside) {
            return -1;
          }
        }
      }
    }
    return -1;
  }

  /** "sees the S&P 500 at 4,500". */
  @Nullable Figure forecast(Match match) {
    PrintedNumber number = PrintedNumber.of(sentence, match.value());
    return number == null || sentence.isLargeSum(match.value())
        ? null
        : new Figure.Forecast(match, number, sentence.amount(match.value()));
  }

  /** A figure that is no claim, named as what it is. */
  @Nullable Figure other(Match match, ClaimKind kind) {
    FoundAmount amount = sentence.amount(match.value());
    return amount == null || sentence.isLargeSum(match.value())
        ? null
        : new Figure.OtherPrice(match, kind, amount);
  }
}
