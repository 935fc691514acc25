package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import io.quotemark.text.PlainText;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many closes lie beyond a price: "only seven closes have been higher". */
final class RankReader {
  /** More than this nobody counts. */
  private static final int MOST_DIGITS = 2;

  private final Sentence sentence;

  /**
   * @param sentence the one that all matches are of
   */
  RankReader(Sentence sentence) {
    this.sentence = sentence;
  }

  @Nullable Figure rank(Match match) {
    Integer count = count(match.value());
    Direction direction = direction(match);
    boolean closes = sentence.language().words(WordGroup.CLOSES).contains(printed(match.anchor()));
    TimeExpression compared = compared(match);
    boolean ever = compared != null && compared.window() == Window.AllTime.RECORD;
    // "has closed higher only four times this month" counts days that it rose
    boolean says = closes || (ever && sentence.get(match.anchor()).field() == PriceField.CLOSE);
    return count == null || direction == null || !says || !only(match.value())
        ? null
        : new Figure.Rank(match, count, direction, compared);
  }

  /** Whether the words say that there are no more: some languages' word is a chunk of its own. */
  private boolean only(int value) {
    return sentence.isBehind(value, WordGroup.ONLY)
        || (value > 0 && sentence.language().words(WordGroup.ONLY).contains(printed(value - 1)));
  }

  private @Nullable Integer count(int chunk) {
    String word = printed(chunk);
    Map<String, Integer> spelled = sentence.language().spelledPoints();
    if (spelled.containsKey(word)) {
      return spelled.get(word);
    }
    boolean digits = PlainText.isAsciiDigits(word);
    return digits && word.length() <= MOST_DIGITS ? Integer.valueOf(word) : null;
  }

  private @Nullable Direction direction(Match match) {
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      switch (chunk.category()) {
        case COMPARATIVE -> {
          return chunk.direction();
        }
        case CROSS -> {
          return chunk.direction();
        }
        default -> {
          // look on
        }
      }
    }
    return null;
  }

  /** The stretch named in the match or right behind it. */
  private @Nullable TimeExpression compared(Match match) {
    for (int i = match.start(); i <= match.end() && i < sentence.size(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && (time.window() != null || time.since() != null)) {
        return time;
      }
      if (sentence.category(i) == Category.RECORD) {
        return TimeExpression.ever(sentence.get(i).to());
      }
    }
    return null;
  }

  private String printed(int chunk) {
    return sentence.printed(chunk).toLowerCase(Locale.ROOT);
  }
}
