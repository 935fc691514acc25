package io.quotemark.domain;

import java.util.Set;
import java.util.TreeSet;

/**
 * What issuers are looked up by: tickers, ISINs, and the {@link PlainText#beginning beginnings} of
 * names. A key may lead to issuers that only begin alike; who looks up compares the rest.
 */
public final class IssuerKey {
  /** Of all currency pairs. */
  static final String CURRENCY_PAIR = "fx:";

  private IssuerKey() {}

  /** All keys of an issuer, sorted. */
  public static Set<String> of(Issuer issuer) {
    Set<String> keys = new TreeSet<>();
    keys.add(PlainText.beginning(issuer.name()));
    issuer.aliases().forEach(alias -> keys.add(PlainText.beginning(alias)));
    for (Listing listing : issuer.listings()) {
      keys.add(ofTicker(listing.id().ticker()));
      if (listing.isin() != null) {
        keys.add(ofIsin(listing.isin()));
      }
    }
    if (issuer.isCurrencyPair()) {
      keys.add(CURRENCY_PAIR);
    }
    return keys;
  }

  static String ofTicker(String ticker) {
    return "ticker:" + ticker;
  }

  static String ofIsin(String isin) {
    return "isin:" + isin;
  }
}
