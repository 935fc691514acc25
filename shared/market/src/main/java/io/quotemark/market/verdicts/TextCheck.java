package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;

/** How a kind of claim is decided that needs no bar of its own listing. Checks hold no state. */
sealed interface TextCheck permits FxPairCheck, SessionDateCheck, TagCheck {
  Finding check(Claim claim, Publication publication, Market market);
}
