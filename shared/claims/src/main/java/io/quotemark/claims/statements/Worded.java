package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Wording;
import io.quotemark.domain.Wording.Naming;
import java.util.HashSet;
import java.util.Set;

/** How plainly a sentence says what its claims were read from. */
final class Worded {
  private final Row row;
  private final int statements;
  private final int figures;
  private final int times;
  private final int stretches;
  private final int names;
  private final boolean offHours;
  private final boolean supposed;

  /**
   * @param statements how many claims the sentence makes
   */
  Worded(Row row, int statements) {
    this.row = row;
    this.statements = statements;
    int amounts = 0;
    int moments = 0;
    int periods = 0;
    boolean hours = false;
    boolean modal = false;
    Set<String> named = new HashSet<>();
    for (Item item : row.items()) {
      amounts += item.symbol().isAmount() ? 1 : 0;
      moments += item.time() != null || item.symbol() == Symbol.SPAN ? 1 : 0;
      TimeExpression time = item.time();
      periods += item.symbol() == Symbol.SPAN || (time != null && time.isPeriod()) ? 1 : 0;
      hours |= item.symbol() == Symbol.HOURS;
      modal |= item.symbol() == Symbol.MODAL;
      Mentioned name = item.name();
      if (name != null) {
        named.add(name.issuer() == null ? name.printed() : name.issuer().name());
      } else if (item.symbol() == Symbol.INDEX || item.symbol() == Symbol.CURRENCY) {
        named.add(row.tokens().printed(item.from(), item.to() - 1));
      }
    }
    this.figures = amounts;
    this.times = moments;
    this.stretches = periods;
    this.names = named.size();
    this.offHours = hours;
    this.supposed = modal;
  }

  Wording of(Draft draft) {
    int first = row.get(0).from();
    int last = row.get(row.size() - 1).to();
    return new Wording(
        row.sentence(),
        naming(draft.subject(), first, last),
        between(draft),
        names,
        figures,
        statements,
        times,
        stretches,
        last - first,
        offHours,
        supposed);
  }

  private Naming naming(Subject subject, int first, int last) {
    Mentioned name = subject.name();
    boolean here = name != null && name.from() >= first && name.to() <= last && name.to() > 0;
    if (name != null && here && printed(subject.kind(), name)) {
      if (name.tag() || name.listing() != null) {
        return Naming.TICKER;
      }
      return subject.kind() == Subject.Kind.COMPANY ? Naming.COMPANY : Naming.NAMED;
    }
    return subject.head() >= 0 ? Naming.REFERENCE : Naming.CARRIED;
  }

  /** Whether a name stands there, and no word that was found to mean its bearer: "its shares". */
  private boolean printed(Subject.Kind kind, Mentioned name) {
    if (kind == Subject.Kind.INDEX || kind == Subject.Kind.CURRENCY) {
      return true;
    }
    for (Item item : row.items()) {
      if (item.name() != null && item.from() <= name.from() && name.from() < item.to()) {
        return true;
      }
    }
    return false;
  }

  private int between(Draft draft) {
    int head = draft.subject().head();
    if (head < 0 || head >= row.size()) {
      return 0;
    }
    Item item = row.get(head);
    int from = Math.min(item.to(), draft.to());
    int to = Math.max(item.from(), draft.from());
    int items = 0;
    for (Item one : row.items()) {
      items += one.from() >= from && one.from() < to ? 1 : 0;
    }
    return items;
  }
}
