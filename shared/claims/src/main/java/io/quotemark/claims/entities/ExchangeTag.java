package io.quotemark.claims.entities;

import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.ListingId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag in brackets that names an exchange and a ticker: "(NYSE: BABA)".
 *
 * @param from its first token, the bracket
 * @param to the token behind its last
 * @param said the listing as the tag names it, whether or not there is one
 */
public record ExchangeTag(int from, int to, ListingId said) {
  /** Says that no exchange is meant: ISO 10383's code for no market. */
  private static final String NO_MARKET = "XXXX";

  /**
   * The tag in the tokens {@code [from, to)}; null where they name no exchange and ticker. Where
   * the exchange's word may mean two, the one that lists the issuer is meant.
   */
  public static @Nullable ExchangeTag of(Tokens tokens, int from, int to, Issuer issuer) {
    int colon = find(tokens, from + 1, to, ":", "：");
    if (colon < 0 || colon == from + 1) {
      return null;
    }
    int end = find(tokens, colon + 1, to - 1, ";", ",");
    int last = (end < 0 ? to - 1 : end) - 1;
    if (last <= colon) {
      return null;
    }
    List<ListingId> said =
        said(tokens.printed(from + 1, colon - 1), tokens.printed(colon + 1, last));
    for (ListingId id : said) {
      if (issuer.listings().stream().anyMatch(listing -> listing.id().equals(id))) {
        return new ExchangeTag(from, to, id);
      }
    }
    return said.isEmpty() ? null : new ExchangeTag(from, to, said.getFirst());
  }

  private static int find(Tokens tokens, int from, int to, String sign, String other) {
    for (int i = from; i < to; i++) {
      if (tokens.is(i, sign) || tokens.is(i, other)) {
        return i;
      }
    }
    return -1;
  }

  private static List<ListingId> said(String exchange, String ticker) {
    List<ListingId> said = new ArrayList<>();
    for (String mic : Markets.shipped().ofPrefix(exchange)) {
      for (String form : TickerFinder.forms(mic, ticker.strip())) {
        if (!mic.equals(NO_MARKET) && TickerFinder.isTicker(form)) {
          said.add(new ListingId(mic, form));
        }
      }
    }
    return said;
  }
}
