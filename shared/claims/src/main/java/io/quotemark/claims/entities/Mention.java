package io.quotemark.claims.entities;

import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Where a text speaks of an issuer.
 *
 * @param from its first token
 * @param to the token behind its last
 * @param listing the one listing that is printed ({@code (NYSE: BABA)}, {@code 9988.HK}), null
 *     where only the issuer is
 * @param score 0 to 1, how sure it is that this issuer is meant
 */
public record Mention(
    int from, int to, Issuer issuer, Kind kind, @Nullable Listing listing, double score) {
  public enum Kind {
    NAME,
    /** A ticker with its market, a Reuters or Bloomberg code, {@code $BABA}. */
    TICKER,
    /** "its shares", "the stock", "the company": who was spoken of last. */
    REFERENCE,
    /** "the e-commerce giant", once introduced. */
    ROLE
  }
}
