package io.quotemark.securities;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.text.PlainText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What issuers are looked up by: tickers, ISINs, and the {@link PlainText#beginning beginnings} of
 * names, those of currency pairs left out. A key may lead to issuers that only begin alike; who
 * looks up compares the rest.
 */
public final class IssuerKey {
  /** Of all currency pairs. */
  static final String CURRENCY_PAIR = "fx:";

  private IssuerKey() {}

  /** All keys of an issuer, sorted. */
  public static Set<String> of(Issuer issuer) {
    Set<String> keys = new TreeSet<>();
    for (Listing listing : issuer.listings()) {
      keys.add(ofTicker(listing.id().ticker()));
      keys.add(ofTicker(listing.ticker()));
      if (listing.isin() != null) {
        keys.add(ofIsin(listing.isin()));
      }
    }
    if (issuer.isCurrencyPair()) {
      keys.add(CURRENCY_PAIR);
    } else {
      keys.addAll(ofName(issuer.name()));
      issuer.aliases().forEach(alias -> keys.addAll(ofName(alias)));
    }
    return keys;
  }

  /**
   * The {@link PlainText#beginnings} of a name, and its {@link PlainText#beginning} alone where it
   * may be printed without the rest: "Alibaba Group Holding Limited" is also "Alibaba".
   */
  public static List<String> ofName(String name) {
    String both = PlainText.beginnings(name);
    String first = PlainText.beginning(name);
    if (both.equals(first)) {
      return List.of(first);
    }
    String second = both.substring(first.length() + 1);
    // one letter or sign: "Eni S.p.A.", "Alibaba, Inc."
    boolean alone = (second.length() == 1 && second.charAt(0) < 128) || LegalForms.trailing(second);
    return alone ? List.of(both, first) : List.of(both);
  }

  static String ofTicker(String ticker) {
    return "ticker:" + ticker;
  }

  static String ofIsin(String isin) {
    return "isin:" + isin;
  }
}
