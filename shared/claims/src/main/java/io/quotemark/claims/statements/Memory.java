package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.Securities;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom an article last spoke of, carried from sentence to sentence. */
final class Memory {
  private final Securities securities;

  /** What words such as "its shares" refer to, by each of their tokens. */
  private final Map<Integer, Mentioned> references;

  private final Deque<Subject> recent = new ArrayDeque<>();
  private @Nullable Subject subject;
  private @Nullable Mentioned issuer;
  private @Nullable TimeExpression frame;

  Memory(Securities securities, Map<Integer, Mentioned> references) {
    this.securities = securities;
    this.references = Map.copyOf(references);
  }

  /** The index with the symbol, null where the securities master has none. */
  @Nullable Issuer index(String symbol) {
    return securities.issuerOf(ListingId.index(symbol)).orElse(null);
  }

  /** Whom the words of the item refer to; null where they refer to nobody known. */
  @Nullable Mentioned referent(Item item) {
    return references.get(item.from());
  }

  @Nullable Subject subject() {
    return subject;
  }

  @Nullable Mentioned issuer() {
    return issuer;
  }

  /** The two companies that claims were last about; empty for fewer. */
  List<Subject> recent() {
    return recent.size() < 2 ? List.of() : List.copyOf(recent);
  }

  /** Takes note of what a claim was about. */
  void spokeOf(Subject about) {
    subject = new Subject(about.kind(), -1, about.name(), about.iso());
    if (about.kind() == Subject.Kind.STOCK || about.kind() == Subject.Kind.COMPANY) {
      issuer = about.name() == null ? issuer : about.name();
      if (about.name() != null) {
        recent.removeIf(other -> other.printed().equals(about.printed()));
        recent.addLast(new Subject(about.kind(), -1, about.name(), null));
        if (recent.size() > 2) {
          recent.removeFirst();
        }
      }
    }
  }

  /** Takes note of what the sentence at hand speaks of, for clauses that name nobody. */
  void speaksOf(Subject about) {
    if (subject == null) {
      subject = new Subject(about.kind(), -1, about.name(), about.iso());
    }
  }

  /** The stretch that all figures of the last sentence with any were measured over; else null. */
  @Nullable TimeExpression frame() {
    return frame;
  }

  /** Takes note of the stretch a sentence was about; null where of none or of several. */
  void framed(@Nullable TimeExpression stretch) {
    frame = stretch;
  }

  /** Takes note of the company a sentence without a claim begins with. */
  void passed(Row row) {
    for (Item item : row.items()) {
      if (item.symbol() == Symbol.ISSUER && item.name() != null) {
        issuer = item.name();
        subject = new Subject(Subject.Kind.COMPANY, -1, item.name(), null);
        return;
      }
    }
  }
}
