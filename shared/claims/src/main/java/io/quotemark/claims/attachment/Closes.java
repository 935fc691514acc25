package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;

/**
 * Whether a figure is worded as of the close or the open: "closed 3 percent higher", "was at $40 at
 * the close", "beendete den Handel 3 Prozent im Plus".
 */
public final class Closes {
  private static final int REACH = 8;

  private final Sentence sentence;

  public Closes(Sentence sentence) {
    this.sentence = sentence;
  }

  /**
   * @param first chunk of the figure and its verb
   * @param last chunk of them
   */
  public @Nullable PriceField around(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (says(i) != null) {
        return says(i);
      }
    }
    PriceField before = before(first);
    PriceField beside = before == null ? behind(last) : before;
    return beside == null && sentence.caseless() ? inRow(first) : beside;
  }

  /**
   * "周五收盘，恒生指数涨1%，报16523点": what goes on in the same row of figures is of the close too, unless
   * another subject, day or hour is named, or what was reached for a while.
   */
  private @Nullable PriceField inRow(int first) {
    boolean running = sentence.get(first).skippedHas("peak");
    for (int i = first - 1; i >= 0 && !running; i--) {
      if (says(i) != null) {
        return says(i);
      }
      switch (sentence.category(i)) {
        case MONEY, PCT, PTS, NUM, COMMA, LPAR, RPAR, OR, AT, TO, BY, TRADE, MOTION, MOVE -> {
          running = sentence.get(i).skippedHas("peak") || sentence.get(i).has("peak");
        }
        case ISSUER, NAME, STOCK, INDEX -> {
          int comma = i - 1;
          while (sentence.category(comma) == Category.ISSUER
              || sentence.category(comma) == Category.NAME) {
            comma--;
          }
          return sentence.category(comma) == Category.COMMA && opensSo(comma)
              ? before(comma)
              : null;
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private @Nullable PriceField before(int first) {
    for (int i = first - 1; i >= Math.max(0, first - REACH); i--) {
      if (says(i) != null) {
        return says(i);
      }
      switch (sentence.category(i)) {
        case ISSUER, NAME, STOCK, INDEX, POSSESSIVE, TIME, VENUE, IN, AT, BY, OF, FROM, ITS -> {
          // "at the close on Friday X stood"
        }
        case TRADE, HOURS, COMPARATIVE, WORD, MOVE, CURRENCY -> {
          // "closed out the session on Friday up"
        }
        case COMMA -> {
          if (!opensSo(i)) {
            return null;
          }
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /** "At the close on Friday, …": no verb before the comma, so it is the sentence's. */
  private boolean opensSo(int comma) {
    boolean close = false;
    for (int i = 0; i < comma; i++) {
      close |= says(i) != null;
      switch (sentence.category(i)) {
        case HOURS, TRADE, TIME, AT, IN, BY, OF, FROM, VENUE, POSSESSIVE -> {
          // a phrase of time
        }
        default -> {
          return false;
        }
      }
    }
    return close;
  }

  private @Nullable PriceField behind(int last) {
    for (int i = last + 1; i < Math.min(sentence.size(), last + REACH); i++) {
      if (says(i) != null) {
        return says(i);
      }
      switch (sentence.category(i)) {
        case TIME, VENUE, IN, AT, BY, COMPARATIVE, MOTION, PERSHARE, POSSESSIVE, TRADE, RPAR -> {
          // "up 3 percent at Friday's close"
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  private @Nullable PriceField says(int i) {
    Chunk chunk = sentence.get(i);
    boolean word =
        switch (chunk.category()) {
          case TRADE, HOURS, PRICE, TO, CROSS, MOVE, MOTION -> true;
          default -> false;
        };
    boolean midday =
        sentence.category(i - 1) == Category.HOURS
            && sentence.get(i - 1).field() == PriceField.LAST;
    boolean edge = chunk.field() == PriceField.CLOSE || chunk.field() == PriceField.OPEN;
    return word
            && edge
            && !midday
            && sentence.category(i - 1) != Category.FROM
            && sentence.category(i - 1) != Category.BUT
        ? chunk.field()
        : null;
  }
}
