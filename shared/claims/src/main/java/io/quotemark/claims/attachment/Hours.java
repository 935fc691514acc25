package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.price.PriceField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours a figure was traded in: the words around it, a close that it comes after, and what the
 * sentences before said of the hours they speak of.
 */
public final class Hours {
  private static final int REACH = 8;

  private final Sentence sentence;

  /** What the sentences before speak of; null where of the session itself. */
  private final @Nullable PriceField before;

  public Hours(Sentence sentence, @Nullable PriceField before) {
    this.sentence = sentence;
    this.before = before;
  }

  /** Open, pre or post market, as the words of the sentence say; else null. */
  @Nullable PriceField of(int anchor, int value) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    for (int i = first; i < Math.min(sentence.size(), last + REACH); i++) {
      if (i > last && TimeAttachment.ends(sentence, this, i)) {
        break;
      }
      PriceField field = field(i);
      if (field != null) {
        return field;
      }
    }
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      PriceField field = field(i);
      if (field != null) {
        return field;
      }
      Category category = sentence.category(i);
      if (category == Category.MOTION || category == Category.BUT || category.isAmount()) {
        break;
      }
    }
    return null;
  }

  /** The hours of the sentences before, where this one names no others. */
  @Nullable PriceField carried() {
    for (int i = 0; before != null && i < sentence.size(); i++) {
      Chunk chunk = sentence.get(i);
      boolean closed = chunk.category() == Category.TRADE && closes(chunk);
      boolean floor = chunk.category() == Category.VENUE && sentence.category(i - 1) == Category.IN;
      if (closed
          || floor
          || chunk.category() == Category.HOURS
          || chunk.category() == Category.INDEX) {
        return null; // "slid to $37 on the New York Stock Exchange"
      }
    }
    return before;
  }

  /**
   * What the sentences behind this one may inherit.
   *
   * @param stated the hours that its claims are of, null for those of the session
   * @return pre or post where it speaks of prices of those hours, null where of others or of none
   */
  public @Nullable PriceField told(List<@Nullable PriceField> stated) {
    PriceField told = null;
    for (PriceField field : stated) {
      told = field == PriceField.POST || field == PriceField.PRE ? field : told;
    }
    for (int i = 0; i < sentence.size(); i++) {
      PriceField field = field(i);
      boolean outside = field == PriceField.POST || field == PriceField.PRE;
      if (field != null && !outside) {
        return null;
      }
      for (int j = i - 3; outside && j < i; j++) {
        // "also declined after the bell"
        told = sentence.category(j) == Category.MOTION ? field : told;
      }
    }
    return told;
  }

  /** Whether the sentence speaks of the session itself: "closed at", "in regular trading". */
  public boolean ended() {
    for (int i = 0; i < sentence.size(); i++) {
      Chunk chunk = sentence.get(i);
      if ((chunk.category() == Category.TRADE && closes(chunk))
          || chunk.category() == Category.HOURS) {
        return true;
      }
    }
    return false;
  }

  /** "rose to $31 after closing at $30", "slid to $25 from a close of $26". */
  boolean afterClose(int anchor, int value) {
    int last = Math.max(anchor, value);
    int first = anchor < 0 ? value : Math.min(anchor, value);
    if (sentence.category(first - 1) == Category.TRADE
        || sentence.category(first) == Category.TRADE) {
      return false;
    }
    for (int i = last + 1; i < Math.min(sentence.size(), last + REACH); i++) {
      switch (sentence.category(i)) {
        case TIME -> {
          TimeExpression time = sentence.time(i);
          if (time != null && time.session() != null) {
            return false; // "rose to $31 on Tuesday after closing at $30 on Monday"
          }
        }
        case BUT -> {
          return sentence.get(i).has("after") && closing(i + 1);
        }
        case FROM -> {
          if (fromClose(i)) {
            return undated(i);
          }
        }
        case SEMICOLON, WHICH, AND, MOTION -> {
          return false;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** Whether a close and its price follow: "closing down 3 percent at $30". */
  private boolean closing(int start) {
    for (int i = start; i < Math.min(sentence.size(), start + 2); i++) {
      if (sentence.category(i) == Category.TRADE && closes(sentence.get(i))) {
        return priced(i + 1);
      }
    }
    return false;
  }

  private boolean priced(int start) {
    for (int i = start; i < Math.min(sentence.size(), start + REACH); i++) {
      switch (sentence.category(i)) {
        case AT, TO -> {
          if (sentence.category(i + 1) == Category.MONEY) {
            return !sentence.isLargeSum(i + 1);
          }
        }
        case MOTION, COMPARATIVE, PCT, MONEY, BY, OR, COMMA, IN, VENUE, INDEX, TIME, HOURS -> {
          // "down 3 percent on the Nasdaq at $30"
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  /** "from its New York close of $26", not "from Friday's close". */
  private boolean undated(int from) {
    for (int i = from; i < Math.min(sentence.size(), from + REACH); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.session() != null) {
        return false;
      }
    }
    return true;
  }

  /** "from a close of $23 on Thursday": the day is the close's. */
  boolean fromClose(int from) {
    for (int i = from + 1; i < Math.min(sentence.size(), from + 6); i++) {
      Chunk chunk = sentence.get(i);
      switch (chunk.category()) {
        case TRADE, PRICE -> {
          return closes(chunk) && !chunk.has("before");
        }
        case ITS, TIME, VENUE, INDEX, WORD, POSSESSIVE -> {
          // whose close, and where
        }
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static boolean closes(Chunk chunk) {
    return chunk.field() == PriceField.CLOSE;
  }

  private @Nullable PriceField field(int i) {
    Chunk chunk = sentence.get(i);
    return chunk.category() == Category.HOURS ? chunk.field() : null;
  }
}
