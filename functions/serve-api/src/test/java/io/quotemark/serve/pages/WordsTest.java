package io.quotemark.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.ListingEvidence.Kind;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final ListingId BRWK = ListingId.parse("XXXX:BRWK");

  @ParameterizedTest
  @CsvSource({
    "3, , false, '3 sessions up'",
    "3, 3w, false, '3 weeks up'",
    "3, 3m, false, '3 months up'",
    "3, 3w, true, '3 weeks, ended up'"
  })
  void says_streak_namesWhatItCounts(
      String length, @Nullable String window, boolean ended, String printed) {
    Claim claim =
        Claim.of(ClaimKind.STREAK, new Span(Span.Part.TEXT, 0, 5, "third"))
            .id("c1")
            .group("g1")
            .subject("Brindlewick")
            .rule("streak.ordinal")
            .value(new BigDecimal(length), BigDecimal.ONE)
            .direction(Direction.UP)
            .window(window == null ? null : Window.parse(window))
            .ended(ended)
            .build();
    assertThat(Words.says(claim)).isEqualTo(printed);
  }

  @Test
  void evidenceForAListing_isSaidAsAReaderWould() {
    assertThat(ListingWords.of(new ListingEvidence(Kind.WORDS, "Hong Kong-listed")))
        .isEqualTo("the text says “Hong Kong-listed”");
    assertThat(ListingWords.of(new ListingEvidence(Kind.BRACKET, "XXXX:BRWK")))
        .isEqualTo("the text tags XXXX:BRWK");
    List<ListingEvidence> others =
        List.of(new ListingEvidence(Kind.PAGE, "BABA"), ListingEvidence.PRIMARY);
    assertThat(ListingWords.of(new ListingChoice.Rejected(BRWK, Kind.WORDS, others)))
        .isEqualTo(
            "what the text says weighs more than: the page tags BABA, the issuer's primary listing");
    assertThat(ListingWords.of(new ListingChoice.Rejected(BRWK, Kind.CURRENCY, List.of())))
        .isEqualTo("the currency decided otherwise");
    assertThat(ListingWords.of(new ListingChoice.Rejected(BRWK, null, List.of())))
        .isEqualTo("order decided otherwise");
  }

  @Test
  void time_withAndWithoutAZone_isShortened() {
    assertThat(Words.time("2025-02-24T16:55:00+08:00")).isEqualTo("2025-02-24 16:55 +08:00");
    assertThat(Words.time("2026-11-27T06:58:40.996306208Z")).isEqualTo("2026-11-27 06:58 UTC");
    assertThat(Words.time("2025-02-24")).isEqualTo("2025-02-24");
  }
}
