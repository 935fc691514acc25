package io.quotemark.market.odds;

import io.quotemark.domain.claim.Claim;
import java.util.List;

/** Sees the signs of every claim that failed; for fitting the points. */
@FunctionalInterface
public interface Watch {
  Watch NOBODY = (claim, signs) -> {};

  void failed(Claim claim, List<String> signs);
}
