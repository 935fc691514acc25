package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.SessionWords;
import io.quotemark.domain.Window;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a return over a stretch of time from the move of one session. */
final class Periods {
  /** Conjunctions that set two returns over one stretch side by side. */
  private static final Set<String> CONTRASTS =
      Set.of(
          "while",
          "whereas",
          "compared with",
          "compared to",
          "versus",
          "vs",
          "während",
          "mientras",
          "mientras que",
          "tandis que",
          "alors que",
          "mentre",
          "enquanto",
          "terwijl",
          "而");

  private static final int REACH = 6;

  private final Row row;
  private final Context context;
  private final Memory memory;

  /** The stretch of the last return in this sentence. */
  private @Nullable TimeExpression last;

  private int lastHead = -1;

  /** The hit asked about last and the answer: who sets a stretch must not inherit it. */
  private @Nullable Hit asked;

  private @Nullable TimeExpression answered;

  private @Nullable TimeExpression year;
  private boolean mixed;

  Periods(Row row, Context context, Memory memory) {
    this.row = row;
    this.context = context;
    this.memory = memory;
  }

  /** The stretch the figure of the hit was gathered over; null for a move of one session. */
  @Nullable TimeExpression of(Hit hit, Subject subject) {
    if (hit.equals(asked)) {
      return answered;
    }
    int anchor = hit.anchor() < 0 ? hit.value() : hit.anchor();
    TimeExpression found = find(hit, anchor, subject);
    asked = hit;
    answered = found;
    boolean calendar = found != null && found.window() instanceof Window.CalendarYear;
    boolean other = year != null && found != null && !Objects.equals(year.window(), found.window());
    mixed |= !calendar || other;
    year = calendar ? found : year;
    if (found != null) {
      last = found;
      lastHead = subject.head();
    }
    return found;
  }

  private @Nullable TimeExpression find(Hit hit, int anchor, Subject subject) {
    if (fromReference(hit.value() + 1) || row.symbol(anchor - 1) == Symbol.DEAL) {
      return TimeExpression.openSince(row.get(hit.value()).to());
    }
    if (row.symbol(hit.value() + 1) == Symbol.WORD && row.get(hit.value() + 1).has("yearago")) {
      return TimeExpression.openSince(row.get(hit.value()).to());
    }
    if (event(hit.start() - 1) && row.symbol(hit.start()).isAmount()) {
      return null;
    }
    if (fallenFrom(anchor)) {
      return TimeExpression.openSince(row.get(hit.value()).to());
    }
    TimeExpression period = context.period(anchor, hit.value());
    if (period != null) {
      return period;
    }
    for (int i = Math.max(0, hit.start() - 2); i < hit.end(); i++) {
      Item item = row.get(i);
      if (item.skippedHas("sum") || item.has("sum")) {
        return TimeExpression.openSince(item.to());
      }
      TimeExpression span = item.time();
      // "4日ぶりに反発": the first rise in four days
      boolean again = row.language().equals("ja") || row.language().equals("ko");
      if (item.symbol() == Symbol.SPAN && span != null && !isOneDay(span) && !again) {
        return span;
      }
    }
    if (last != null && contrasted(hit, anchor, subject)) {
      return last;
    }
    return inFrame(hit, anchor, subject) ? memory.frame() : null;
  }

  /** "In contrast, the index fell 9%", after a sentence on what a past year brought. */
  private boolean inFrame(Hit hit, int anchor, Subject subject) {
    return memory.frame() != null
        && subject.kind() == Subject.Kind.INDEX
        && !levelFollows(hit)
        && context.session(anchor, hit.value()) instanceof SessionWords.Unstated;
  }

  /** The calendar year all returns of the sentence were measured over; null where not all were. */
  @Nullable TimeExpression yearOfAll() {
    return mixed ? null : year;
  }

  /** "从最高的38.5元跌至12.6元，跌幅达67%": from an old price that stands before. */
  private boolean fallenFrom(int anchor) {
    boolean from = false;
    for (int i = 0; row.eastern() && i < anchor; i++) {
      TimeExpression time = row.get(i).time();
      from |= time != null && time.openSince();
      if (from && row.symbol(i) == Symbol.MONEY) {
        return true;
      }
    }
    return false;
  }

  /** "the biggest since an 11% fall on 28 April": the fall is the event, not a return since it. */
  private boolean event(int i) {
    TimeExpression since = row.symbol(i) == Symbol.TIME ? row.get(i).time() : null;
    return since != null
        && (since.openSince() || since.since() != null)
        && row.get(i).to() - row.get(i).from() == 1;
  }

  /**
   * "50% from a 52-week low", "6% higher than the issue price": measured from a price long past.
   */
  private boolean fromReference(int next) {
    Symbol symbol = row.symbol(next);
    if (symbol == Symbol.COMPARATIVE && row.symbol(next + 1) == Symbol.THAN) {
      return reference(next + 2);
    }
    if (symbol == Symbol.CROSS) {
      return row.symbol(next + 1) == Symbol.DEAL
          || (row.symbol(next + 1) == Symbol.ITS && row.symbol(next + 2) == Symbol.DEAL)
          || reference(next + 1);
    }
    return symbol == Symbol.FROM && reference(next + 1);
  }

  private boolean reference(int i) {
    int at = row.symbol(i) == Symbol.ITS ? i + 1 : i;
    return switch (row.symbol(at)) {
      case RECORD, RECORDPEAK, DEAL -> true;
      case PEAK, HIGHEST -> !row.get(at).has("field");
      case SPAN, TIME -> {
        // "from its May 2006 year high"
        boolean two = row.symbol(at + 1) == Symbol.TIME || row.symbol(at + 1) == Symbol.SPAN;
        Symbol peak = row.symbol(two ? at + 2 : at + 1);
        yield peak == Symbol.PEAK || peak == Symbol.RECORDPEAK;
      }
      default -> false;
    };
  }

  /** "up 13% this year while the index fell 2%": another subject, over the same stretch. */
  private boolean contrasted(Hit hit, int anchor, Subject subject) {
    for (int i = hit.start(); i >= Math.max(1, hit.start() - REACH); i--) {
      if (row.symbol(i) == Symbol.BUT) {
        String word =
            row.tokens()
                .printed(row.get(i).from(), row.get(i).to() - 1)
                .toLowerCase(java.util.Locale.ROOT);
        boolean other = subject.head() != lastHead;
        boolean perfect = row.get(anchor).skipped().matches(".*\\bha(ve|s|d) .*");
        return (CONTRASTS.contains(word) && other && !levelFollows(hit)) || perfect;
      }
    }
    return false;
  }

  /** "fell 2% to $40": a level is of one session, and so is the move that led there. */
  private boolean levelFollows(Hit hit) {
    Symbol next = row.symbol(hit.value() + 1);
    return next == Symbol.TO || next == Symbol.AT;
  }

  private static boolean isOneDay(TimeExpression span) {
    return span.window() instanceof Window.Last last
        && last.unit() == Window.Unit.D
        && last.count() == 1;
  }
}
