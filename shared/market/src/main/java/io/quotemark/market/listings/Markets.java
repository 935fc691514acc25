package io.quotemark.market.listings;

import java.util.Map;

/** The country of each market in the master, as ISINs begin. */
final class Markets {
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("XNYS", "US"),
          Map.entry("XNAS", "US"),
          Map.entry("XASE", "US"),
          Map.entry("OTCM", "US"),
          Map.entry("XPHS", "US"),
          Map.entry("XTKS", "JP"),
          Map.entry("XHKG", "HK"),
          Map.entry("XLON", "GB"),
          Map.entry("XNSE", "IN"),
          Map.entry("XBOM", "IN"),
          Map.entry("XASX", "AU"),
          Map.entry("XPAR", "FR"),
          Map.entry("BVMF", "BR"),
          Map.entry("XTSE", "CA"),
          Map.entry("XETR", "DE"),
          Map.entry("XKRX", "KR"),
          Map.entry("XKOS", "KR"),
          Map.entry("XSTO", "SE"),
          Map.entry("XSWX", "CH"),
          Map.entry("XSHG", "CN"),
          Map.entry("XSHE", "CN"),
          Map.entry("XTAI", "TW"),
          Map.entry("XMIL", "IT"),
          Map.entry("XAMS", "NL"),
          Map.entry("XOSL", "NO"),
          Map.entry("XMAD", "ES"),
          Map.entry("XCSE", "DK"),
          Map.entry("XHEL", "FI"),
          Map.entry("XBRU", "BE"),
          Map.entry("XBKK", "TH"),
          Map.entry("XJSE", "ZA"),
          Map.entry("XSES", "SG"),
          Map.entry("XSAU", "SA"),
          Map.entry("XMEX", "MX"),
          Map.entry("XDUB", "IE"),
          Map.entry("XSGO", "CL"),
          Map.entry("XIDX", "ID"),
          Map.entry("XTAE", "IL"),
          Map.entry("XNZE", "NZ"),
          Map.entry("XWBO", "AT"),
          Map.entry("XLIS", "PT"),
          Map.entry("XBUE", "AR"));

  private Markets() {}

  /** Two letters; empty for a market that is in no country ({@code XXXX}). */
  static String country(String mic) {
    return COUNTRIES.getOrDefault(mic, "");
  }
}
