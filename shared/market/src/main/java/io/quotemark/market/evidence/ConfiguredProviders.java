package io.quotemark.market.evidence;

import io.quotemark.domain.ListingId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The providers that prices are fetched from, in order, as the configuration writes them: {@code
 * none}, {@code eodhd}, or {@code alpaca:XNYS,XNAS;eodhd} with the exchanges of each.
 */
public final class ConfiguredProviders {
  private static final String NONE = "none";

  /** Provider to its exchanges; an empty set for all. */
  private final Map<String, Set<String>> exchanges;

  private ConfiguredProviders(Map<String, Set<String>> exchanges) {
    this.exchanges = exchanges;
  }

  /**
   * @param text null or empty for none
   */
  public static ConfiguredProviders of(@Nullable String text) {
    Map<String, Set<String>> providers = new LinkedHashMap<>();
    for (String one : text == null ? new String[0] : text.split(";")) {
      String[] parts = one.strip().split(":", 2);
      if (!parts[0].isEmpty() && !parts[0].equals(NONE)) {
        providers.put(
            parts[0], parts.length == 1 ? Set.of() : Set.of(parts[1].strip().split("\\s*,\\s*")));
      }
    }
    return new ConfiguredProviders(providers);
  }

  /** Names of those that are asked for a listing; reference rates come from elsewhere. */
  List<String> askedFor(ListingId listing) {
    List<String> names = new ArrayList<>();
    if (!listing.isCurrencyPair()) {
      exchanges.forEach((name, markets) -> {
        if (markets.isEmpty() || markets.contains(listing.mic())) {
          names.add(name);
        }
      });
    }
    return names;
  }
}
