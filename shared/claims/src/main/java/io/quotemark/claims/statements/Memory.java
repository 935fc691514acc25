package io.quotemark.claims.statements;

import io.quotemark.claims.statements.lattice.Item;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.Symbol;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.LegalForms;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.Securities;
import io.quotemark.domain.SessionWords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom an article last spoke of, carried from sentence to sentence. */
final class Memory {
  /** How many sentences behind one that names hours outside the session may go on about them. */
  private static final int HOURS_REACH = 3;

  /** How many sentences an entry of a chronology may have. */
  private static final int ENTRY_REACH = 4;

  private final Securities securities;

  /** What words such as "its shares" refer to, by each of their tokens. */
  private final Map<Integer, Mentioned> references;

  /** The only company all of the text names; null where it names none or several. */
  private final @Nullable Mentioned only;

  private final Deque<Subject> recent = new ArrayDeque<>();

  /** Whether a company that the master does not hold was spoken of last. */
  private boolean stranger;

  private @Nullable Subject subject;
  private @Nullable Mentioned issuer;
  private @Nullable TimeExpression frame;
  private @Nullable PriceField hours;
  private int sentences;
  private int entry;

  /**
   * @param opening the company the title speaks of, null where there is none
   */
  Memory(
      Securities securities,
      Map<Integer, Mentioned> references,
      @Nullable Mentioned opening,
      @Nullable Mentioned only) {
    this.securities = securities;
    this.references = Map.copyOf(references);
    this.issuer = opening;
    this.only = only;
  }

  /**
   * Whose shares a sentence speaks of that names nobody, in a text that names one company in
   * another sentence.
   */
  @Nullable Mentioned only(Row row) {
    boolean here = row.items().stream().anyMatch(item -> item.symbol() == Symbol.ISSUER);
    return here ? null : only;
  }

  /** The index with the symbol, null where the securities master has none. */
  @Nullable Issuer index(String symbol) {
    return securities.issuerOf(ListingId.index(symbol)).orElse(null);
  }

  /** The pair of two currencies, whichever way it is quoted; null where the master has none. */
  @Nullable Issuer pair(ListingId pair) {
    String turned = pair.ticker().substring(3) + pair.ticker().substring(0, 3);
    return securities
        .issuerOf(pair)
        .or(() -> securities.issuerOf(new ListingId(pair.mic(), turned)))
        .orElse(null);
  }

  /**
   * Whom the words of the item refer to; null where they refer to nobody known.
   *
   * @param named whether the sentence itself names a company before them
   */
  @Nullable Mentioned referent(Item item, boolean named) {
    return stranger && !named ? null : references.get(item.from());
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
        stranger = about.issuer() == null;
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

  /** Pre or post where the sentences before speak of prices of those hours; else null. */
  @Nullable PriceField hours() {
    return sentences > 0 ? hours : null;
  }

  /**
   * Takes note of the hours a sentence speaks of.
   *
   * @param told pre or post, null where it says neither
   * @param ended whether it speaks of the session itself
   */
  void traded(@Nullable PriceField told, boolean ended) {
    sentences = told != null ? HOURS_REACH : ended ? 0 : sentences - 1;
    hours = told == null ? hours : told;
  }

  /** Whether the sentence belongs to an entry of a chronology: "March 9 - The bank …". */
  boolean chronicles() {
    return entry > 0;
  }

  /** Takes note of a sentence that opens an entry of a chronology, and of those behind it. */
  void dated(Row row) {
    int date = row.symbol(0) == Symbol.TIME ? 0 : 1;
    TimeExpression time = row.symbol(date) == Symbol.TIME ? row.get(date).time() : null;
    boolean day =
        time != null
            && (time.session() instanceof SessionWords.OnDate
                || time.session() instanceof SessionWords.Period);
    Symbol next = row.symbol(date + 1);
    boolean hyphen = time != null && row.tokens().is(time.end(), "-");
    boolean opens = day && (next == Symbol.DASH || next == Symbol.COLON || hyphen);
    entry = opens ? ENTRY_REACH : entry - 1;
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
    for (int i = 0; i < row.size(); i++) {
      Mentioned name = row.get(i).name();
      boolean known = row.symbol(i) == Symbol.ISSUER;
      if (name != null && (known || (row.symbol(i) == Symbol.NAME && isCompany(row, i)))) {
        issuer = name;
        stranger = !known;
        subject = new Subject(Subject.Kind.COMPANY, -1, name, null);
        return;
      }
    }
  }

  /** A name with a legal form, or one that opens the sentence and reports figures. */
  static boolean isCompany(Row row, int i) {
    Item item = row.get(i);
    if (LegalForms.contains(row.tokens().get(item.to() - 1).lower())) {
      return true;
    }
    Item next = i + 1 < row.size() ? row.get(i + 1) : item;
    return i <= 1 && next.symbol() == Symbol.SAY && next.has("reports");
  }
}
