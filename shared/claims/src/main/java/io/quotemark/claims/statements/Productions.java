package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.domain.ClaimKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes claims of the hits in one sentence. */
final class Productions {
  private final Row row;
  private final Memory memory;
  private final Subjects subjects;
  private final Context context;
  private final Hours hours;
  private final Distribution distribution;
  private final Periods periods;
  private final Moves moves;
  private final Levels levels;
  private final Extremes extremes;
  private final ExtremeMoves extremeMoves;
  private final Streaks streaks;
  private final Others others;

  Productions(Row row, Memory memory, Drafting drafting) {
    this.row = row;
    this.memory = memory;
    this.subjects = new Subjects(row, memory);
    this.distribution = new Distribution(row, memory);
    this.hours = new Hours(row, memory.hours());
    this.context = new Context(row, hours);
    this.periods = new Periods(row, context, memory);
    this.moves = new Moves(row, subjects, context, periods, drafting);
    this.levels = new Levels(row, subjects, new CurrencyPairs(row, memory), context, drafting);
    this.extremes = new Extremes(row, subjects, context, drafting);
    this.extremeMoves = new ExtremeMoves(row, subjects, context, drafting);
    this.streaks = new Streaks(row, subjects, context, drafting);
    this.others = new Others(row, subjects, memory, drafting);
  }

  List<Draft> of(List<Hit> hits) {
    List<Draft> drafts = new ArrayList<>();
    memory.dated(row);
    for (Hit hit : hits) {
      List<Subject> several = spreads(hit) ? distribution.of(hit) : List.of();
      for (Subject subject : several) {
        subjects.force(subject);
        add(one(hit, hits), drafts);
      }
      subjects.force(null);
      if (several.isEmpty()) {
        add(one(hit, hits), drafts);
      }
    }
    memory.traded(hours.told(drafts), hours.ended());
    if (!drafts.isEmpty()) {
      memory.framed(periods.yearOfAll());
    }
    return drafts;
  }

  private void add(@Nullable Draft draft, List<Draft> drafts) {
    if (draft != null) {
      drafts.add(draft);
      if (draft.subject().trades()) {
        memory.speaksOf(draft.subject());
      }
    }
  }

  private static boolean spreads(Hit hit) {
    return switch (hit.rule().product()) {
      case MOVE, RELATIVE, MULTIPLY -> true;
      default -> false;
    };
  }

  private @Nullable Draft one(Hit hit, List<Hit> hits) {
    return switch (hit.rule().product()) {
      case MOVE -> soundMove(hit, hits) ? moves.move(hit) : null;
      case SIGNED -> moves.signed(hit);
      case MULTIPLY -> moves.multiply(hit);
      case LIMIT -> moves.limit(hit, hits);
      case GAP -> moves.gap(hit, hits);
      case LEVEL -> levels.level(hit, hits);
      case EXTREME -> extremes.extreme(hit);
      case EXTREME_MOVE -> extremeMoves.extremeMove(hit);
      case STREAK -> streaks.streak(hit);
      case THRESHOLD -> levels.threshold(hit);
      case RELATIVE -> others.relative(hit);
      case CAP -> others.worth(hit, ClaimKind.MARKET_CAP);
      case CAP_CHANGE -> others.worth(hit, ClaimKind.CAP_CHANGE);
      case TURNOVER -> others.traded(hit, context);
      case PAIR -> others.pair(hit);
      case RATE -> others.rate(hit);
      case TARGET -> others.named(hit, ClaimKind.TARGET);
      case DEAL_PRICE -> others.named(hit, ClaimKind.DEAL_PRICE);
      case EPS -> others.named(hit, ClaimKind.EPS);
      case DIVIDEND -> others.named(hit, ClaimKind.DIVIDEND);
      case YIELD -> others.named(hit, ClaimKind.YIELD);
      case COMMODITY -> others.named(hit, ClaimKind.COMMODITY);
      case FLOW -> others.named(hit, ClaimKind.FLOW);
      case NONE -> null;
    };
  }

  /** "rose 13 percent to $1.6 billion" and "to 41 percent" are no moves of a price. */
  private boolean soundMove(Hit move, List<Hit> hits) {
    for (Hit hit : hits) {
      boolean level = hit.value() >= 0 && hit.start() <= move.value() && hit.value() > move.value();
      if (level
          && hit.rule().product() == io.quotemark.claims.statements.rules.Rule.Product.LEVEL
          && Levels.isLarge(row.get(hit.value()))) {
        return false;
      }
    }
    boolean toFigure = move.rule().name().equals("move.slide");
    if (toFigure
        && row.get(move.anchor()).skipped().matches(".*\\b(ha[sd]|have|is|was|were|are) .*")) {
      // "the chances have risen to 90 percent"
      return false;
    }
    int next = move.value() + 1;
    boolean toShare = row.symbol(next) == Symbol.TO && row.symbol(next + 1) == Symbol.PCT;
    boolean ofSomething = row.symbol(next) == Symbol.OF && row.symbol(next + 1) == Symbol.WORD;
    return !toShare && !ofSomething;
  }
}
