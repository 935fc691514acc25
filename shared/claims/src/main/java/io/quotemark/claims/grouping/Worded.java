package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.statements.Draft;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.claim.Wording.Naming;
import java.util.HashSet;
import java.util.Set;

/** How plainly a sentence says what its claims were read from. */
final class Worded {
  private final Sentence sentence;
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
  Worded(Sentence sentence, int statements) {
    this.sentence = sentence;
    this.statements = statements;
    int amounts = 0;
    int moments = 0;
    int periods = 0;
    boolean hours = false;
    boolean modal = false;
    Set<String> named = new HashSet<>();
    for (Chunk chunk : sentence.chunks()) {
      amounts += chunk.category().isAmount() ? 1 : 0;
      TimeExpression time = chunk instanceof Chunk.Time said ? said.time() : null;
      moments += time != null || chunk.category() == Category.SPAN ? 1 : 0;
      periods += chunk.category() == Category.SPAN || (time != null && time.isPeriod()) ? 1 : 0;
      hours |= chunk.category() == Category.HOURS;
      modal |= chunk.category() == Category.MODAL;
      if (chunk instanceof Chunk.Name(var category, int from, int to, Mention name, var skipped)) {
        named.add(name.issuer() == null ? name.printed() : name.issuer().name());
      } else if (chunk.category() == Category.INDEX || chunk.category() == Category.CURRENCY) {
        named.add(sentence.tokens().printed(chunk.from(), chunk.to() - 1));
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
    int first = sentence.get(0).from();
    int last = sentence.get(sentence.size() - 1).to();
    return new Wording(
        sentence.number(),
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
    Mention name = subject.name();
    boolean here = name != null && name.from() >= first && name.to() <= last && name.to() > 0;
    if (name != null && here && printed(subject.kind(), name)) {
      if (name.isTicker() || name.listing() != null) {
        return Naming.TICKER;
      }
      return subject.kind() == Subject.Kind.COMPANY ? Naming.COMPANY : Naming.NAMED;
    }
    return subject.head() >= 0 ? Naming.REFERENCE : Naming.CARRIED;
  }

  /** Whether a name stands there, and no word that was found to mean its bearer: "its shares". */
  private boolean printed(Subject.Kind kind, Mention name) {
    if (name.refersBack()) {
      return false;
    }
    if (kind == Subject.Kind.INDEX || kind == Subject.Kind.CURRENCY) {
      return true;
    }
    int last = sentence.chunksBefore(name.from() + 1) - 1;
    return last >= 0 && sentence.get(last) instanceof Chunk.Name chunk && name.from() < chunk.to();
  }

  private int between(Draft draft) {
    int head = draft.subject().head();
    if (head < 0 || head >= sentence.size()) {
      return 0;
    }
    Chunk chunk = sentence.get(head);
    int from = Math.min(chunk.to(), draft.to());
    int to = Math.max(chunk.from(), draft.from());
    return Math.max(0, sentence.chunksBefore(to) - sentence.chunksBefore(from));
  }
}
