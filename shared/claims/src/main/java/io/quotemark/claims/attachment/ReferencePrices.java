package io.quotemark.claims.attachment;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a return is measured from where it is no stretch of time: a high or low, an issue price. "50
 * percent above its 52-week low", "down 13 percent from its closing high in late April", "6% higher
 * than the issue price".
 */
final class ReferencePrices {
  /** Chunks between "from" and "high": "its May 2006 all-time closing". */
  private static final int REACH = 5;

  private final Sentence sentence;

  ReferencePrices(Sentence sentence) {
    this.sentence = sentence;
  }

  /**
   * The stretch up to now that begins with the price of reference; open where the words do not say
   * which one it is; null where a move is measured from no such price.
   *
   * @param next the chunk behind the figure
   */
  @Nullable TimeExpression of(int next) {
    int at = start(next);
    return at < 0 ? null : at(at);
  }

  /** The first chunk of the price of reference, negative where there is none. */
  private int start(int next) {
    Category category = sentence.category(next);
    boolean compared =
        category == Category.COMPARATIVE && sentence.category(next + 1) == Category.THAN;
    TimeExpression since = category == Category.TIME ? sentence.time(next) : null;
    int at =
        compared
            ? next + 2
            : category == Category.CROSS
                    || category == Category.FROM
                    || (since != null && since.openSince())
                ? next + 1
                : -1;
    return at > 0 && sentence.category(at) == Category.ITS ? at + 1 : at;
  }

  private @Nullable TimeExpression at(int start) {
    Window of = null;
    PartialDate in = null;
    for (int i = start; i < Math.min(sentence.size(), start + REACH); i++) {
      Chunk chunk = sentence.get(i);
      switch (chunk.category()) {
        case DEAL -> {
          return TimeExpression.openSince(chunk.to());
        }
        case RECORD -> of = Window.AllTime.RECORD;
        case SPAN, TIME -> {
          TimeExpression time = sentence.time(i);
          of = of == null && time != null ? stretch(time) : of;
          in = in == null && time != null ? date(time) : in;
        }
        case PEAK, RECORDPEAK, HIGHEST -> {
          boolean record = chunk.category() == Category.RECORDPEAK;
          return i == start && ofTheDay(i)
              ? null
              : peak(i, record ? Window.AllTime.RECORD : of, in);
        }
        case POSSESSIVE -> {
          // "June's high"
        }
        case TRADE, PRICE -> {
          TimeExpression close = close(start, i, in);
          if (close != null) {
            return close;
          }
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  /**
   * "since its February 1 close"; null for "February's closing high" and "above Friday's close".
   */
  private @Nullable TimeExpression close(int start, int i, @Nullable PartialDate day) {
    int first = sentence.category(start - 1) == Category.ITS ? start - 2 : start - 1;
    boolean since = sentence.category(first) == Category.TIME;
    return since && day != null && day.day() != null
        ? TimeExpression.window(sentence.get(i).to(), new Window.Since(day))
        : null;
  }

  /** "from the day's high": a price of the session itself. */
  private boolean ofTheDay(int peak) {
    PriceField field = sentence.get(peak).field();
    return field == PriceField.HIGH || field == PriceField.LOW;
  }

  private TimeExpression peak(int head, @Nullable Window stretch, @Nullable PartialDate date) {
    Chunk chunk = sentence.get(head);
    Direction direction = chunk.has("low") ? Direction.LOW : Direction.HIGH;
    boolean closing = chunk.field() == PriceField.CLOSE;
    TimeExpression behind = date == null ? behind(head + 1) : null;
    PartialDate in = behind == null ? date : date(behind);
    Window of = stretch == null && behind != null ? stretch(behind) : stretch;
    if (in != null) {
      return TimeExpression.window(chunk.to(), new Window.FromPeak(direction, closing, null, in));
    }
    return of == null
        ? TimeExpression.openSince(chunk.to())
        : TimeExpression.window(chunk.to(), new Window.FromPeak(direction, closing, of, null));
  }

  /** The time behind "high": "of $705.07 set in September"; null where none is. */
  private @Nullable TimeExpression behind(int start) {
    int i = start;
    if (sentence.category(i) == Category.OF || sentence.category(i) == Category.AT) {
      i++;
    }
    if (sentence.category(i).isAmount() || sentence.category(i) == Category.NUM) {
      i++;
    }
    if (sentence.category(i) == Category.COMMA && sentence.category(i + 1) != Category.TIME) {
      i++;
    }
    if (sentence.category(i) == Category.WORD || sentence.category(i) == Category.REACH) {
      i++;
    }
    return sentence.category(i) == Category.TIME ? sentence.time(i) : null;
  }

  /** The stretch up to now that a high is of: "52-week", "of the year"; else null. */
  private static @Nullable Window stretch(TimeExpression time) {
    return switch (time.window()) {
      case Window.ToDate toDate -> toDate;
      case Window.Last last when last.unit() != Window.Unit.D -> last;
      case Window.AllTime all -> all;
      case null, default -> null;
    };
  }

  /** The year, month or day a high was reached; null where the words name none. */
  private static @Nullable PartialDate date(TimeExpression time) {
    if (time.window() instanceof Window.CalendarYear(int year)) {
      return new PartialDate(year, null, null);
    }
    return switch (time.session()) {
      case SessionWords.OnDate(LocalDate day) -> PartialDate.of(day);
      case SessionWords.Period(LocalDate from, LocalDate to) ->
          from.getYear() != to.getYear()
              ? null
              : new PartialDate(
                  from.getYear(),
                  from.getMonthValue() == to.getMonthValue() ? from.getMonthValue() : null,
                  null);
      case null, default -> null;
    };
  }
}
