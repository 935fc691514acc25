package io.quotemark.market.verdicts;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Currencies that are written with one sign, so that one of them may be taken for another. */
public final class SharedSigns {
  /** The dollars, and what is written ¥ or 元. */
  static final List<List<String>> GROUPS =
      List.of(
          List.of("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"),
          List.of("CNY", "JPY", "TWD", "HKD"));

  private SharedSigns() {}

  /**
   * Those that may be meant where a currency is printed, without itself.
   *
   * @param currency null for none
   */
  public static Set<String> of(@Nullable String currency) {
    return GROUPS.stream()
        .filter(group -> group.contains(currency))
        .flatMap(List::stream)
        .filter(other -> !other.equals(currency))
        .collect(Collectors.toUnmodifiableSet());
  }
}
