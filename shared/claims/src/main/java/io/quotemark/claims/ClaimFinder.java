package io.quotemark.claims;

import io.quotemark.claims.amounts.AmountContext;
import io.quotemark.claims.amounts.AmountFinder;
import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.ListingChooser;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.grouping.ClaimGrouping;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.rules.RuleBook;
import io.quotemark.claims.rules.RuleMatcher;
import io.quotemark.claims.rules.Trace;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.Moments;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an article's title and text: every amount, every company, every statement about a price.
 */
public final class ClaimFinder {
  /** Version of the rules; a change of any rule or vocabulary raises it. */
  public static final String RULES = Versions.CLAIM_RULES;

  private final Securities securities;
  private final AmountFinder amounts = new AmountFinder();
  private final EntityFinder entities;
  private final RuleMatcher rules;
  private final ListingChooser listings = new ListingChooser();

  public ClaimFinder(Securities securities) {
    this(securities, RuleBook.shipped());
  }

  /**
   * @param book the rules that statements are found by
   */
  public ClaimFinder(Securities securities, RuleBook book) {
    this.securities = securities;
    this.entities = new EntityFinder(securities);
    this.rules = new RuleMatcher(book);
  }

  public Statements find(Article article) {
    return find(article, false);
  }

  /**
   * @param explain whether to keep a trace of which rule fired or lost where
   */
  public Statements find(Article article, boolean explain) {
    AmountContext context = AmountContext.of(article);
    Language language = Language.of(article.language());
    List<Passage> passages = passages(article, language, context);
    LocalDate published = article.published() == null ? null : article.published().date();
    ClaimGrouping grouping =
        new ClaimGrouping(listings, entities.ofPage(article.tickers(), published), context.home());
    Trace trace = new Trace(explain);
    PassageReader reader =
        new PassageReader(securities, rules, language, published, grouping, trace);
    Issuer opening = null;
    for (Passage passage : passages) {
      reader.read(passage, opening);
      opening = passage.only();
    }
    return new Statements(
        amounts(passages),
        Entities.of(passages),
        timed(grouping.claims(), passages, Moments.of(language)),
        RULES,
        trace.lines());
  }

  /** The amounts and the companies that an article prints; no claims. */
  Statements mentions(Article article) {
    List<Passage> passages =
        passages(article, Language.of(article.language()), AmountContext.of(article));
    return new Statements(amounts(passages), Entities.of(passages), List.of(), RULES, List.of());
  }

  private static List<Amount> amounts(List<Passage> passages) {
    List<Amount> printed = new ArrayList<>();
    for (Passage passage : passages) {
      for (FoundAmount amount : passage.amounts()) {
        printed.add(amount.toAmount(passage.part(), passage.tokens().offsets()));
      }
    }
    return printed;
  }

  /** The claims with the times of day that their sentences say they are of. */
  private static List<Claim> timed(List<Claim> claims, List<Passage> passages, Moments moments) {
    Map<Span.Part, Moments.OfText> parts = new EnumMap<>(Span.Part.class);
    passages.forEach(passage -> parts.put(passage.part(), moments.in(passage.tokens())));
    List<Claim> timed = new ArrayList<>();
    for (Claim claim : claims) {
      Moments.OfText of = parts.get(claim.at().in());
      timed.add(of == null ? claim : of.of(claim));
    }
    return timed;
  }

  private List<Passage> passages(Article article, Language language, AmountContext context) {
    List<Passage> passages = new ArrayList<>();
    Issuer opening = null;
    LocalDate day = article.published() == null ? null : article.published().date();
    for (Span.Part part : Span.Part.values()) {
      String text = part == Span.Part.TITLE ? article.title() : article.text();
      Tokens tokens = Tokens.of(text, language.marks());
      List<Mention> mentions =
          entities.find(tokens, article.tickers(), article.language(), opening, day);
      List<FoundAmount> found = amounts.find(tokens, context.withListed(currencies(mentions)));
      passages.add(new Passage(part, tokens, found, mentions));
      opening = passages.getLast().only();
    }
    return passages;
  }

  /** Currencies the securities named trade in, the most mentioned first. */
  private static List<String> currencies(List<Mention> mentions) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      Issuer issuer = mention.named();
      if (!issuer.isIndex() && !issuer.isCurrencyPair()) {
        Listing listing = mention.listing() == null ? issuer.primary() : mention.listing();
        counts.merge(listing.currency(), 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort((one, other) -> Integer.compare(other.getValue(), one.getValue()));
    List<String> currencies = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : sorted) {
      currencies.add(entry.getKey());
    }
    return currencies;
  }
}
