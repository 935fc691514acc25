package io.quotemark.claims;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.chunks.Chunker;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Discourse;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.grouping.ClaimGrouping;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.rules.Match;
import io.quotemark.claims.rules.RuleMatcher;
import io.quotemark.claims.rules.Trace;
import io.quotemark.claims.statements.Draft;
import io.quotemark.claims.statements.Drafting;
import io.quotemark.claims.statements.StatementReader;
import io.quotemark.claims.times.TimeReader;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the passages of an article sentence by sentence: chunks, matches, statements, claims. */
final class PassageReader {
  /** How sure it is that a text speaks of the company its title names. */
  private static final double TITLE = 0.95;

  /** The same of "the shares" in a text that names one company, but later: no base to accuse on. */
  private static final double ELSEWHERE = 0.8;

  private final Securities securities;
  private final RuleMatcher rules;
  private final Language language;
  private final @Nullable LocalDate published;
  private final ClaimGrouping grouping;
  private final Trace trace;

  /**
   * @param published the article's day, null where it is not known
   * @param grouping receives what each sentence states
   * @param trace receives what each rule did
   */
  PassageReader(
      Securities securities,
      RuleMatcher rules,
      Language language,
      @Nullable LocalDate published,
      ClaimGrouping grouping,
      Trace trace) {
    this.securities = securities;
    this.rules = rules;
    this.language = language;
    this.published = published;
    this.grouping = grouping;
    this.trace = trace;
  }

  /**
   * @param opening the company that the passage before speaks of, null for none
   */
  void read(Passage passage, @Nullable Issuer opening) {
    Discourse discourse = discourse(passage, opening);
    Chunker chunker = chunker(passage);
    Drafting drafting = new Drafting(passage.part(), passage.tokens(), published);
    for (int number = 0; number < passage.tokens().sentenceCount(); number++) {
      Sentence sentence = chunker.sentence(number);
      List<Match> matches = rules.matches(sentence, trace);
      StatementReader statements = new StatementReader(sentence, discourse, drafting);
      List<Draft> found = statements.of(matches);
      List<Draft> drafts = grouping.add(sentence, found, statements.asides());
      boolean traded = false;
      for (Draft draft : drafts) {
        if (draft.subject().trades()) {
          traded = true;
          discourse.spokeOf(draft.subject());
        }
      }
      if (!traded) {
        // a sum in two currencies, say, is about nobody's shares
        discourse.passed(sentence);
      }
    }
  }

  private Discourse discourse(Passage passage, @Nullable Issuer opening) {
    Map<Integer, Mention> references = new HashMap<>();
    for (Mention mention : passage.mentions()) {
      for (int i = mention.from(); mention.refersBack() && i < mention.to(); i++) {
        references.put(i, mention);
      }
    }
    Issuer only = passage.only();
    return new Discourse(
        securities,
        references,
        opening == null ? null : Mention.elsewhere(opening, TITLE),
        only == null ? null : Mention.elsewhere(only, ELSEWHERE));
  }

  private Chunker chunker(Passage passage) {
    Map<Integer, Mention> names = new HashMap<>();
    for (Mention mention : passage.mentions()) {
      if (!mention.refersBack()) {
        names.put(mention.from(), mention);
      }
    }
    Map<Integer, FoundAmount> amounts = new HashMap<>();
    for (FoundAmount amount : passage.amounts()) {
      amounts.put(amount.firstToken(), amount);
    }
    TimeReader times = new TimeReader(language, passage.tokens(), published);
    return new Chunker(passage.tokens(), language, times, amounts, names);
  }
}
