package io.quotemark.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which listing a claim speaks of, and why.
 *
 * @param score 0 to 1; a contradiction needs at least 0.9 (rule 10)
 * @param why evidence in order of weight, {@code kind:detail} ({@code words:Hong Kong-listed},
 *     {@code currency:HKD})
 */
public record ListingChoice(
    ListingId id, BigDecimal score, List<String> why, List<Rejected> rejected) {
  /** A listing of the same issuer that was considered, and what spoke against it. */
  public record Rejected(ListingId id, String why) {}

  public ListingChoice {
    why = List.copyOf(why);
    rejected = List.copyOf(rejected);
  }
}
