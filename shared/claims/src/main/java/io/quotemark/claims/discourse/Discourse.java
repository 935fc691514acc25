package io.quotemark.claims.discourse;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.securities.LegalForms;
import io.quotemark.securities.Securities;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom an article last spoke of, carried from sentence to sentence. */
public final class Discourse {
  /** How many sentences behind one that names hours outside the session may go on about them. */
  private static final int HOURS_REACH = 3;

  /** How many sentences an entry of a chronology may have. */
  private static final int ENTRY_REACH = 4;

  /**
   * An index that the text spoke of.
   *
   * @param issuer null where the securities master does not hold it
   */
  public record Indexed(Kind kind, @Nullable Issuer issuer) {
    public enum Kind {
      KNOWN,
      /** The last of several that one sentence names. */
      SEVERAL,
      STRANGER,
      /** What people are asked or statisticians count: prices of homes, orders, moods. */
      SURVEY
    }
  }

  private final Securities securities;

  /** What words such as "its shares" refer to, by each of their tokens. */
  private final Map<Integer, Mention> references;

  /** The only company all of the text names; null where it names none or several. */
  private final @Nullable Mention only;

  private final Deque<Subject> recent = new ArrayDeque<>();

  /** Whether a company that the master does not hold was spoken of last. */
  private boolean stranger;

  private @Nullable Subject subject;
  private @Nullable Mention issuer;
  private @Nullable TimeExpression frame;
  private Set<String> framed = Set.of();
  private @Nullable Indexed indexed;
  private @Nullable PriceField hours;
  private int sentences;
  private int entry;

  /**
   * @param opening the company the title speaks of, null where there is none
   */
  public Discourse(
      Securities securities,
      Map<Integer, Mention> references,
      @Nullable Mention opening,
      @Nullable Mention only) {
    this.securities = securities;
    this.references = Map.copyOf(references);
    this.issuer = opening;
    this.only = only;
  }

  /**
   * Whose shares a sentence speaks of that names nobody, in a text that names one company in
   * another sentence.
   */
  public @Nullable Mention only(Sentence sentence) {
    boolean here =
        sentence.chunks().stream().anyMatch(chunk -> chunk.category() == Category.ISSUER);
    return here ? null : only;
  }

  /** The index with the category, null where the securities master has none. */
  public @Nullable Issuer index(String category) {
    return securities.issuerOf(ListingId.index(category)).orElse(null);
  }

  /** The pair of two currencies, whichever way it is quoted; null where the master has none. */
  public @Nullable Issuer pair(ListingId pair) {
    String turned = pair.ticker().substring(3) + pair.ticker().substring(0, 3);
    return securities
        .issuerOf(pair)
        .or(() -> securities.issuerOf(new ListingId(pair.mic(), turned)))
        .orElse(null);
  }

  /**
   * Whom the words of the chunk refer to; null where they refer to nobody known.
   *
   * @param named whether the sentence itself names a company before them
   */
  public @Nullable Mention referent(Chunk chunk, boolean named) {
    return stranger && !named ? null : references.get(chunk.from());
  }

  public @Nullable Subject subject() {
    return subject;
  }

  public @Nullable Mention issuer() {
    return issuer;
  }

  /** The two companies that claims were last about; empty for fewer. */
  public List<Subject> recent() {
    return recent.size() < 2 ? List.of() : List.copyOf(recent);
  }

  /** Takes note of what a claim was about. */
  public void spokeOf(Subject about) {
    subject = new Subject(about.kind(), -1, about.name(), about.iso());
    if (about.kind() == Subject.Kind.STOCK || about.kind() == Subject.Kind.COMPANY) {
      issuer = about.name() == null ? issuer : about.name();
      if (about.name() != null) {
        stranger = about.issuer() == null;
        forget(about.printed());
        recent.addLast(new Subject(about.kind(), -1, about.name(), null));
        if (recent.size() > 2) {
          recent.removeFirst();
        }
      }
    }
  }

  private void forget(String printed) {
    Iterator<Subject> all = recent.iterator();
    while (all.hasNext()) {
      if (all.next().printed().equals(printed)) {
        all.remove();
      }
    }
  }

  /** Takes note of what the sentence at hand speaks of, for clauses that name nobody. */
  public void speaksOf(Subject about) {
    if (subject == null) {
      subject = new Subject(about.kind(), -1, about.name(), about.iso());
    }
  }

  /** Pre or post where the sentences before speak of prices of those hours; else null. */
  public @Nullable PriceField hours() {
    return sentences > 0 ? hours : null;
  }

  /**
   * Takes note of the hours a sentence speaks of.
   *
   * @param told pre or post, null where it says neither
   * @param ended whether it speaks of the session itself
   */
  public void traded(@Nullable PriceField told, boolean ended) {
    sentences = told != null ? HOURS_REACH : ended ? 0 : sentences - 1;
    hours = told == null ? hours : told;
  }

  /** Whether the sentence belongs to an entry of a chronology: "March 9 - The bank …". */
  public boolean chronicles() {
    return entry > 0;
  }

  /** Takes note of a sentence that opens an entry of a chronology, and of those behind it. */
  public void dated(Sentence sentence) {
    int date = sentence.category(0) == Category.TIME ? 0 : 1;
    TimeExpression time = sentence.category(date) == Category.TIME ? sentence.time(date) : null;
    boolean day =
        time != null
            && (time.session() instanceof SessionWords.OnDate
                || time.session() instanceof SessionWords.Period);
    Category next = sentence.category(date + 1);
    boolean hyphen = time != null && sentence.tokens().is(time.end(), "-");
    boolean opens = day && (next == Category.DASH || next == Category.COLON || hyphen);
    entry = opens ? ENTRY_REACH : entry - 1;
  }

  /** The index or survey spoken of last; null where none was. */
  public @Nullable Indexed indexed() {
    return indexed;
  }

  /** Takes note of the index or survey a sentence speaks of; null for none. */
  public void indexed(@Nullable Indexed last) {
    indexed = last == null ? indexed : last;
    if (last != null && last.kind() == Indexed.Kind.SURVEY) {
      // "factory orders are due as well. A decline of 0.5 percent is forecast."
      subject = new Subject(Subject.Kind.OTHER, -1, null, null);
    }
  }

  /** The stretch that all figures of the last sentence with any were measured over; else null. */
  public @Nullable TimeExpression frame() {
    return frame;
  }

  /**
   * Takes note of the stretch a sentence was about; null where of none or of several.
   *
   * @param told whose returns over it the sentence told, as printed
   */
  public void framed(@Nullable TimeExpression stretch, Set<String> told) {
    frame = stretch;
    framed = Set.copyOf(told);
  }

  /** Whether the stretch is a calendar year, of which more than the next sentence may speak. */
  public boolean framedByYear() {
    return frame != null && frame.window() instanceof Window.CalendarYear;
  }

  /** Whether the sentence that set the stretch has told the return of whoever is printed so. */
  public boolean toldInFrame(String printed) {
    return framed.contains(printed);
  }

  /** Takes note of the company a sentence without a claim begins with. */
  public void passed(Sentence sentence) {
    for (int i = 0; i < sentence.size(); i++) {
      Mention name = sentence.name(i);
      boolean known = sentence.category(i) == Category.ISSUER;
      if (name != null
          && (known || (sentence.category(i) == Category.NAME && isCompany(sentence, i)))) {
        issuer = name;
        stranger = !known;
        subject = new Subject(Subject.Kind.COMPANY, -1, name, null);
        return;
      }
    }
  }

  /** A name with a legal form, or one that opens the sentence and reports figures. */
  public static boolean isCompany(Sentence sentence, int i) {
    Chunk chunk = sentence.get(i);
    if (LegalForms.contains(sentence.tokens().get(chunk.to() - 1).lower())) {
      return true;
    }
    Chunk next = i + 1 < sentence.size() ? sentence.get(i + 1) : chunk;
    return i <= 1 && next.category() == Category.SAY && next.has("reports");
  }
}
