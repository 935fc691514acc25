package io.quotemark.claims.statements.lattice;

import io.quotemark.domain.Issuer;
import io.quotemark.domain.Listing;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands in the text.
 *
 * @param from its first token
 * @param to the token behind its last
 * @param issuer who is meant; null for a name the securities master does not know
 * @param listing the listing printed with it, else null
 * @param score 0 to 1, how sure the issuer is
 * @param tag a ticker, not a name
 */
public record Mentioned(
    int from,
    int to,
    String printed,
    @Nullable Issuer issuer,
    @Nullable Listing listing,
    double score,
    boolean tag) {

  /** A name the securities master does not know. */
  static Mentioned unknown(int from, int to, String printed) {
    return new Mentioned(from, to, printed, null, null, 0, false);
  }

  /** This name with the listing a tag behind it names; the tag also says who it is. */
  Mentioned tagged(Mentioned by) {
    boolean same = issuer == null || issuer.equals(by.issuer());
    return same
        ? new Mentioned(from, to, printed, by.issuer(), by.listing(), by.score(), false)
        : this;
  }
}
