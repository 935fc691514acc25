package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.price.PriceField;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Highest and lowest. */
public final class ExtremeReader {
  private static final Window ONE_DAY = new Window.Last(1, Window.Unit.D);

  /** A year as prices are looked back over. */
  private static final Set<Window> YEARS =
      Set.of(
          new Window.Last(52, Window.Unit.W),
          new Window.Last(12, Window.Unit.M),
          new Window.Last(1, Window.Unit.Y));

  private final Sentence sentence;
  private final Elsewhere elsewhere;
  private final SoHigh soHigh;

  /**
   * @param sentence the one that all matches are of
   */
  ExtremeReader(Sentence sentence) {
    this.sentence = sentence;
    this.elsewhere = new Elsewhere(sentence);
    this.soHigh = new SoHigh(sentence);
  }

  /** What an extreme is counted from: a date, or a stretch. */
  private record Stretch(@Nullable PartialDate since, @Nullable Window window) {}

  @Nullable Figure extreme(Match match) {
    if (isReference(match.start())
        || isMissed(match)
        || isEvent(match.start())
        || standing(sentence, match.start(), match.end())
        || (!soHigh.is(match) && elsewhere.holds(match.start(), match.end()))) {
      return null;
    }
    Chunk value = sentence.get(match.value());
    boolean mere = value.category() == Category.PRICE && !value.has("high") && !value.has("low");
    Stretch stretch = mere && sentence.caseless() ? null : stretch(match);
    return stretch == null || !isBestClose(match)
        ? null
        : new Figure.Extreme(
            match,
            direction(match),
            stretch.since(),
            stretch.window(),
            lately(match),
            rank(match),
            field(match),
            priced(match));
  }

  /** "Friday's finish was the best since May"; trading that was the heaviest is no price. */
  private boolean isBestClose(Match match) {
    Chunk value = sentence.get(match.value());
    return value.category() != Category.BIGGEST
        || (value.direction() != null && sentence.get(match.start()).field() == PriceField.CLOSE);
  }

  /** "up 50% from a 52-week low": a point of reference, not today's. */
  private boolean isReference(int start) {
    int before = sentence.category(start - 1) == Category.ITS ? start - 2 : start - 1;
    boolean below =
        sentence.category(before) == Category.CROSS
            && sentence.category(before - 1) == Category.PCT;
    return sentence.category(before) == Category.FROM || below;
  }

  /** "just below its all-time high", "13 points below its record": the price is not there. */
  private boolean isMissed(Match match) {
    int before = sentence.category(match.start() - 1) == Category.ITS ? 2 : 1;
    int at = match.start() - before;
    if (at < 0 || sentence.category(at) != Category.CROSS) {
      return false;
    }
    boolean high = direction(match) == Direction.HIGH;
    return sentence.get(at).direction() == (high ? Direction.DOWN : Direction.UP);
  }

  /** "since its peak": the event that something else is measured from. */
  private boolean isEvent(int start) {
    TimeExpression since = sentence.time(start);
    return since != null
        && (since.openSince() || (!sentence.caseless() && since.since() != null))
        && sentence.category(start + 1) == Category.PEAK;
  }

  private @Nullable Window lately(Match match) {
    return switch (sentence.category(match.value())) {
      case PEAK, TRADE, RECORDPEAK -> elsewhere.lately(match.end());
      default -> null;
    };
  }

  private @Nullable Integer rank(Match match) {
    Integer rank = null;
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      rank = chunk.category() == Category.ORDINAL ? chunk.number() : rank;
    }
    return rank;
  }

  private @Nullable PriceField field(Match match) {
    PriceField said = null;
    for (int i = match.start(); i < match.end(); i++) {
      PriceField field = sentence.get(i).field();
      said = field == null ? said : field;
    }
    return said;
  }

  /**
   * "X has a 52-week low of $20 and a high of $30": figures that stand beside a share all year; no
   * verb says that it is there today.
   */
  public static boolean standing(Sentence sentence, int start, int end) {
    boolean span = false;
    for (int i = start; i < end; i++) {
      span |= sentence.category(i) == Category.SPAN;
    }
    int next =
        switch (sentence.category(end)) {
          case OF, AT, COLON -> end + 1;
          default -> end;
        };
    if (!span || !sentence.category(next).isAmount()) {
      return false;
    }
    if (sentence.isBehind(start, WordGroup.HAVE)) {
      return true;
    }
    for (int i = start - 1; i >= 0; i--) {
      switch (sentence.category(i)) {
        case MOTION, REACH, TRADE, TO, AT, COMMA, CROSS, MOVE, COMPARATIVE, FROM, IN, DASH -> {
          return false;
        }
        case ISSUER, STOCK, NAME, INDEX, PRONOUN -> {
          return true;
        }
        default -> {
          // look on
        }
      }
    }
    return false;
  }

  /** A company's own record needs a word of the market beside it. */
  private boolean priced(Match match) {
    for (int i = 0; i < sentence.size(); i++) {
      switch (sentence.category(i)) {
        case STOCK, PRICE, TRADE -> {
          return true;
        }
        case MOTION -> {
          // "X tumbled 12%, hitting a 10-month low"
          boolean figure = sentence.category(i + 1) == Category.PCT;
          boolean level =
              sentence.category(i + 1) == Category.TO && sentence.category(i + 2) == Category.MONEY;
          if (i < match.start() && (figure || (level && !sentence.isLargeSum(i + 2)))) {
            return true;
          }
        }
        default -> {
          // look on
        }
      }
    }
    if (isOfAYear(match) || new LedTo(sentence).is(match)) {
      return true;
    }
    int next = match.end();
    if (sentence.category(next) == Category.OF || sentence.category(next) == Category.AT) {
      next++;
    }
    if (sentence.category(next) == Category.MONEY && !sentence.isLargeSum(next)) {
      return true;
    }
    Chunk chunk = sentence.get(match.value());
    return chunk.field() != null;
  }

  /** "hit a 52-week high": nothing but a price has one. */
  private boolean isOfAYear(Match match) {
    for (int i = match.start(); i < match.end(); i++) {
      TimeExpression time = sentence.time(i);
      if (time != null && time.window() != null && YEARS.contains(time.window())) {
        return true;
      }
    }
    return false;
  }

  private Direction direction(Match match) {
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      boolean says =
          switch (chunk.category()) {
            case HIGHEST, PEAK, RECORDPEAK, UNSEEN, PRICE -> true;
            default -> false;
          };
      if (says) {
        if (chunk.has("low")) {
          return Direction.LOW;
        }
        if (chunk.has("high")) {
          return Direction.HIGH;
        }
      }
    }
    Category value = sentence.category(match.value());
    if (value == Category.COMPARATIVE || value == Category.BIGGEST) {
      return sentence.get(match.value()).direction() == Direction.DOWN
          ? Direction.LOW
          : Direction.HIGH;
    }
    if (sentence.category(match.value()) == Category.UNSEEN) {
      for (int i = match.start() - 1; i >= 0; i--) {
        Chunk chunk = sentence.get(i);
        if (chunk.category() == Category.PEAK) {
          return chunk.has("low") ? Direction.LOW : Direction.HIGH; // "mínimos no vistos desde"
        }
        Direction direction = chunk.direction();
        if (direction != null) {
          return direction == Direction.DOWN ? Direction.LOW : Direction.HIGH;
        }
      }
    }
    return Direction.HIGH;
  }

  private static boolean isDay(TimeExpression time) {
    return time.session() != null && !(time.session() instanceof SessionWords.Period);
  }

  /** What the words count from; null where they say neither a stretch nor a record. */
  private @Nullable Stretch stretch(Match match) {
    boolean record = false;
    TimeExpression time = null;
    for (int i = match.start(); i < match.end(); i++) {
      Chunk chunk = sentence.get(i);
      String over = chunk.category() == Category.RECORDPEAK ? chunk.mark("over") : null;
      if (over != null) {
        return new Stretch(null, Window.parse(over)); // "ein Jahreshoch"
      }
      record |= chunk.category() == Category.RECORD || chunk.category() == Category.RECORDPEAK;
      if (chunk instanceof Chunk.Time said && (time == null || !isDay(said.time()))) {
        time = said.time(); // "on Friday its lowest close since May"
      }
    }
    if (soHigh.is(match) && !soHigh.saysNever()) {
      return null;
    }
    Stretch ever = record ? new Stretch(null, Window.AllTime.RECORD) : null;
    if (time == null) {
      return ever;
    }
    if (time.since() != null) {
      return new Stretch(time.since(), null);
    }
    boolean unseen = sentence.category(match.value()) == Category.UNSEEN || soHigh.is(match);
    if (unseen
        && time.session() instanceof SessionWords.Period(LocalDate from, LocalDate to)
        && from.isBefore(to)) {
      boolean month = from.getMonthValue() == to.getMonthValue();
      return new Stretch(
          new PartialDate(from.getYear(), month ? from.getMonthValue() : null, null), null);
    }
    if (record || time.session() instanceof SessionWords.OnDate) {
      return ever;
    }
    if (time.window() != null) {
      // "a session low" is one of the day's prices
      return ONE_DAY.equals(time.window()) ? null : new Stretch(null, time.window());
    }
    return time.openSince() ? new Stretch(null, null) : null;
  }
}
