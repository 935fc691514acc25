package io.quotemark.claims.entities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How print points at a market: prefixes, suffixes and words of markets.tsv. */
final class Markets {
  private final Map<String, List<String>> prefixes = new HashMap<>();
  private final Map<String, List<String>> suffixes = new HashMap<>();
  private final Map<String, List<String>> bloomberg = new HashMap<>();
  private final Map<String, List<String>> words = new HashMap<>();

  /** Read once, for whoever asks first. */
  private static final class Shipped {
    static final Markets MARKETS = new Markets();
  }

  private Markets() {
    for (List<String> row : DataFile.rows("markets.tsv")) {
      String mic = row.getFirst();
      for (String prefix : DataFile.parts(row, 1)) {
        add(prefixes, prefix, mic);
      }
      for (String suffix : DataFile.parts(row, 2)) {
        add(suffixes, suffix, mic);
      }
      for (String code : DataFile.parts(row, 3)) {
        add(bloomberg, code, mic);
      }
      words.put(mic, DataFile.parts(row, 4));
    }
  }

  static Markets shipped() {
    return Shipped.MARKETS;
  }

  /** Markets that a tag's prefix may name ({@code NYSE}); none where it is no market. */
  List<String> ofPrefix(String prefix) {
    return prefixes.getOrDefault(prefix.strip().toUpperCase(Locale.ROOT), List.of());
  }

  List<String> ofSuffix(String suffix) {
    return suffixes.getOrDefault(suffix, List.of());
  }

  List<String> ofBloomberg(String code) {
    return bloomberg.getOrDefault(code, List.of());
  }

  /** Words that say that a share is listed or traded on the market, lower case. */
  List<String> words(String mic) {
    return words.getOrDefault(mic, List.of());
  }

  private static void add(Map<String, List<String>> map, String key, String mic) {
    List<String> mics = map.get(key);
    if (mics == null) {
      mics = new ArrayList<>(1);
      map.put(key, mics);
    }
    mics.add(mic);
  }
}
