package io.quotemark.market.odds;

import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.price.PriceField;
import org.jspecify.annotations.Nullable;

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
            case FIELD -> features.claim().field() != PriceField.CLOSE;
            case NEXT_SESSION, EARLIER_SESSION, ARTICLE -> false;
          };
      boolean telling = other.rare() || features.digits() > 2;
      if (plain && telling) {
        return true;
      }
    }
    return false;
  }

  /** Whether words or a tag, not a guess, say which of an issuer's listings is meant. */
  private static boolean named(@Nullable ListingChoice choice) {
    return choice == null
        || choice.rejected().isEmpty()
        || choice.hasEvidence(ListingEvidence.Kind.WORDS)
        || choice.hasEvidence(ListingEvidence.Kind.BRACKET);
  }
}
