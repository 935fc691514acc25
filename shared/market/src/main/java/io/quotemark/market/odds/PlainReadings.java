package io.quotemark.market.odds;

import io.quotemark.domain.ListingChoice;

/** Other readings that the words allow as plainly as the one that failed: no ground to accuse. */
final class PlainReadings {
  private PlainReadings() {}

  static boolean allow(Features features) {
    for (OtherReading other : features.others()) {
      boolean plain =
          switch (other.kind()) {
            case DAYS, WEEK, MONTH, LONGER, FROM_EXTREME ->
                features.claim().wording().stretches() > 0;
            case EX_DIVIDEND -> true;
            case SENTENCE -> !named(features.claim().listing());
            case FIELD, NEXT_SESSION, EARLIER_SESSION, HUNDREDFOLD, ARTICLE -> false;
          };
      if (plain && other.rare()) {
        return true;
      }
    }
    return false;
  }

  /** Whether words or a tag, not a guess, say which of an issuer's listings is meant. */
  private static boolean named(@org.jspecify.annotations.Nullable ListingChoice choice) {
    return choice == null
        || choice.rejected().isEmpty()
        || choice.why().stream().anyMatch(w -> w.startsWith("words") || w.startsWith("bracket"));
  }
}
