package io.quotemark.serve.articles;

import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.Afterwards;
import io.quotemark.market.TapeRequest;
import java.util.Optional;

/** The reaction of share prices as far as it is known by now; a final one is read as stored. */
final class LaterPrices {
  private final PriceHistory prices;
  private final Afterwards afterwards;

  LaterPrices(PriceHistory prices, Afterwards afterwards) {
    this.prices = prices;
    this.afterwards = afterwards;
  }

  /** What to load; empty where nothing can have changed. */
  Optional<TapeRequest> needs(CheckedArticle checked) {
    return afterwards.needs(checked);
  }

  Tape load(CheckedArticle checked) {
    return needs(checked)
        .map(request -> prices.load(request.listings(), request.from(), request.to()))
        .orElse(Tape.EMPTY);
  }

  /**
   * @param tape as {@link #needs} asks
   */
  CheckedArticle known(CheckedArticle checked, Tape tape) {
    return needs(checked).isEmpty() ? checked : afterwards.with(checked, tape);
  }
}
