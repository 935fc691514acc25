package io.quotemark.domain.verdict;

import io.quotemark.domain.price.MinuteBars;
import java.util.List;

/**
 * Minutes that a verdict rests on.
 *
 * @param source who delivered them
 * @param deciding in their order
 */
public record DecidingMinutes(String source, List<MinuteBars.Minute> deciding) {
  public DecidingMinutes {
    deciding = List.copyOf(deciding);
  }
}
