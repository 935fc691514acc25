package io.quotemark.claims;

import io.quotemark.claims.amounts.AmountContext;
import io.quotemark.claims.amounts.AmountFinder;
import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.statements.ClaimFinder;
import io.quotemark.claims.statements.ClaimFinder.PartText;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.Amount;
import io.quotemark.domain.Article;
import io.quotemark.domain.Claim;
import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import io.quotemark.domain.Securities;
import io.quotemark.domain.Span;
import io.quotemark.domain.Statements;
import io.quotemark.domain.Versions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an article's title and text: every amount, every company, every statement about a price.
 */
public final class StatementFinder {
  /** Version of the rules; a change of any rule or vocabulary raises it. */
  public static final String RULES = Versions.CLAIM_RULES;

  private final AmountFinder amounts = new AmountFinder();
  private final EntityFinder entities;
  private final ClaimFinder claims;

  public StatementFinder(Securities securities) {
    this.entities = new EntityFinder(securities);
    this.claims = new ClaimFinder(securities);
  }

  public Statements find(Article article) {
    return find(article, false);
  }

  /**
   * @param explain whether to keep a trace of which rule fired or lost where
   */
  public Statements find(Article article, boolean explain) {
    AmountContext context = AmountContext.of(article);
    List<PartText> parts = new ArrayList<>();
    List<Amount> printed = new ArrayList<>();
    Issuer opening = null;
    for (Span.Part part : Span.Part.values()) {
      Tokens tokens = Tokens.of(part == Span.Part.TITLE ? article.title() : article.text());
      List<Mention> mentions =
          entities.find(tokens, article.tickers(), article.language(), opening);
      List<FoundAmount> found = amounts.find(tokens, context.withListed(currencies(mentions)));
      parts.add(new PartText(part, tokens, found, mentions));
      opening = parts.getLast().only();
      found.forEach(amount -> printed.add(amount.toAmount(part, tokens.offsets())));
    }
    List<String> trace = new ArrayList<>();
    List<Claim> found =
        claims.find(article, parts, entities.ofPage(article.tickers()), context.home(), trace);
    return new Statements(printed, Entities.of(parts), found, RULES, explain ? trace : List.of());
  }

  /** Currencies the securities named trade in, the most mentioned first. */
  private static List<String> currencies(List<Mention> mentions) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      if (!mention.issuer().isIndex() && !mention.issuer().isCurrencyPair()) {
        Listing listing =
            mention.listing() == null ? mention.issuer().primary() : mention.listing();
        counts.merge(listing.currency(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
