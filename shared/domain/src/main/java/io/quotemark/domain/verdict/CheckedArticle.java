package io.quotemark.domain.verdict;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.price.ListingContext;
import java.util.List;

/**
 * An article with all it says in figures and what price history makes of it: the public contract's
 * main shape.
 *
 * @param sampleData whether anything here rests on sample data
 */
public record CheckedArticle(
    Article article,
    List<Amount> amounts,
    List<Entity> entities,
    List<CheckedClaim> claims,
    List<ListingContext> context,
    List<Conversion> conversions,
    Versions versions,
    boolean sampleData,
    List<String> trace) {
  public CheckedArticle {
    amounts = List.copyOf(amounts);
    entities = List.copyOf(entities);
    claims = List.copyOf(claims);
    context = List.copyOf(context);
    conversions = List.copyOf(conversions);
    trace = List.copyOf(trace);
  }

  /** Prices that its claims wait for, by listing, those that most claims wait for first. */
  public List<EvidenceNeeded> evidenceNeeded() {
    return EvidenceNeeded.of(claims);
  }

  /** The same findings on another form of the same article: without its texts, or with them. */
  public CheckedArticle with(Article form) {
    return with(form, claims);
  }

  public CheckedArticle with(Article form, List<CheckedClaim> claims) {
    return new CheckedArticle(
        form, amounts, entities, claims, context, conversions, versions, sampleData, trace);
  }

  /** The same with another context of its listings. */
  public CheckedArticle withContext(List<ListingContext> other) {
    boolean sample = sampleData || other.stream().anyMatch(ListingContext::sample);
    return new CheckedArticle(
        article, amounts, entities, claims, other, conversions, versions, sample, trace);
  }
}
