package io.quotemark.claims.statements;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.statements.lattice.Lexicon;
import io.quotemark.claims.statements.lattice.Mentioned;
import io.quotemark.claims.statements.lattice.Row;
import io.quotemark.claims.statements.lattice.RowReader;
import io.quotemark.claims.statements.rules.Hit;
import io.quotemark.claims.statements.rules.RuleBook;
import io.quotemark.claims.statements.rules.RuleEngine;
import io.quotemark.claims.statements.time.TimeReader;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Article;
import io.quotemark.domain.Claim;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import io.quotemark.domain.Securities;
import io.quotemark.domain.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the rules over title and text and numbers the claims they make. */
public final class ClaimFinder {
  /** How sure it is that a text speaks of the company its title names. */
  private static final double TITLE = 0.95;

  /** The same of "the shares" in a text that names one company, but later: no base to accuse on. */
  private static final double ELSEWHERE = 0.8;

  private final Securities securities;
  private final ListingChooser chooser = new ListingChooser();
  private final RuleEngine engine = new RuleEngine(RuleBook.shipped());

  public ClaimFinder(Securities securities) {
    this.securities = securities;
  }

  /**
   * One part of an article with its amounts.
   *
   * @param amounts in the order they stand in
   * @param mentions names, tickers and references in the order they stand in
   */
  public record PartText(
      Span.Part part, Tokens tokens, List<FoundAmount> amounts, List<Mention> mentions) {
    public PartText {
      mentions = List.copyOf(mentions);
      amounts = List.copyOf(amounts);
    }

    /** The one company the part names; null where it names none or several. */
    public @Nullable Issuer only() {
      return EntityFinder.only(mentions);
    }
  }

  /**
   * @param page listings the page tags
   * @param home currency of the market the publisher writes for, null if unknown
   * @param trace receives what each rule did
   */
  public List<Claim> find(
      Article article,
      List<PartText> parts,
      Set<Listing> page,
      @Nullable String home,
      List<String> trace) {
    LocalDate published = article.published() == null ? null : article.published().date();
    Assembly assembly = new Assembly(chooser, page, home);
    Mentioned opening = null;
    for (PartText part : parts) {
      String language = article.language() == null ? "en" : article.language();
      Map<Integer, Mentioned> names = new HashMap<>();
      Map<Integer, Mentioned> references = new HashMap<>();
      for (Mention mention : part.mentions()) {
        place(mention, part.tokens(), names, references);
      }
      Issuer issuer = part.only();
      Mentioned only = issuer == null ? null : elsewhere(issuer, ELSEWHERE);
      Memory memory = new Memory(securities, references, opening, only);
      opening = issuer == null ? null : elsewhere(issuer, TITLE);
      Map<Integer, FoundAmount> amounts = new HashMap<>();
      part.amounts().forEach(amount -> amounts.put(amount.firstToken(), amount));
      RowReader rows =
          new RowReader(
              part.tokens(),
              Lexicon.of(language),
              new TimeReader(language, part.tokens(), published),
              amounts,
              names,
              Lexicon.known(language));
      Drafting drafting = new Drafting(part.part(), part.tokens(), published);
      for (int sentence = 0; sentence < part.tokens().sentenceCount(); sentence++) {
        Row row = rows.row(sentence);
        List<Hit> hits = engine.hits(row, trace);
        List<Draft> drafts = new Productions(row, memory, drafting).of(hits);
        assembly.add(row, drafts);
        if (drafts.stream().noneMatch(draft -> draft.subject().trades())) {
          // a sum in two currencies, say, is about nobody's shares
          memory.passed(row);
        } else {
          drafts.stream().map(Draft::subject).filter(Subject::trades).forEach(memory::spokeOf);
        }
      }
    }
    return new ArrayList<>(assembly.claims());
  }

  /** A company that another place of the article names. */
  private static Mentioned elsewhere(Issuer issuer, double score) {
    return new Mentioned(0, 0, issuer.name(), issuer, null, score, false);
  }

  private static void place(
      Mention mention,
      Tokens tokens,
      Map<Integer, Mentioned> names,
      Map<Integer, Mentioned> references) {
    Mentioned placed =
        new Mentioned(
            mention.from(),
            mention.to(),
            tokens.printed(mention.from(), mention.to() - 1),
            mention.issuer(),
            mention.listing(),
            mention.score(),
            mention.kind() == Mention.Kind.TICKER);
    if (mention.kind() == Mention.Kind.REFERENCE) {
      for (int i = mention.from(); i < mention.to(); i++) {
        references.put(i, placed);
      }
    } else {
      names.put(mention.from(), placed);
    }
  }
}
