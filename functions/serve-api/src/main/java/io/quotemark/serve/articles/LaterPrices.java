package io.quotemark.serve.articles;

import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.Afterwards;
import io.quotemark.market.TapeRequest;

/** The reaction of share prices as far as it is known by now; a final one is read as stored. */
final class LaterPrices {
  private final PriceHistory prices;
  private final Afterwards afterwards;

  LaterPrices(PriceHistory prices, Afterwards afterwards) {
    this.prices = prices;
    this.afterwards = afterwards;
  }

  CheckedArticle known(CheckedArticle checked) {
    return afterwards
        .needs(checked)
        .map(request -> afterwards.with(checked, load(request)))
        .orElse(checked);
  }

  private Tape load(TapeRequest request) {
    return prices.load(request.listings(), request.from(), request.to());
  }
}
