package io.quotemark.claims;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.entities.EntityFinder;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.listing.Issuer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The title or the text of an article with what was found in its words.
 *
 * @param amounts in the order they stand in
 * @param mentions names, tickers and references in the order they stand in
 */
record Passage(Span.Part part, Tokens tokens, List<FoundAmount> amounts, List<Mention> mentions) {
  Passage {
    mentions = List.copyOf(mentions);
    amounts = List.copyOf(amounts);
  }

  /** The one company it names; null where it names none or several. */
  @Nullable Issuer only() {
    return EntityFinder.only(mentions);
  }
}
