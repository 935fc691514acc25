package io.quotemark.market.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.calendar.Calendars;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimSessionsTest {
  private static final PublicationTime MONDAY_EVENING =
      PublicationTime.at(
          OffsetDateTime.parse("2025-02-24T16:55:00+08:00"), PublicationTime.Quality.DECLARED);

  @Test
  void firstSessionReached_goesBeforeTheLastOpened() {
    assertThat(
            ClaimSessions.of(
                List.of(
                    claim("XHKG:9988", null),
                    claim("XHKG:9988", LocalDate.of(2025, 2, 20)),
                    claim("XHKG:9988", LocalDate.of(2025, 2, 21)),
                    claim("INDEX:HSI", null)),
                Calendars.load(),
                MONDAY_EVENING))
        .containsExactly(
            java.util.Map.entry(ListingId.parse("XHKG:9988"), LocalDate.of(2025, 2, 20)),
            java.util.Map.entry(ListingId.parse("INDEX:HSI"), LocalDate.of(2025, 2, 24)));
  }

  @Test
  void currencyPairsAndUndatedArticles_haveNone() {
    assertThat(
            ClaimSessions.of(List.of(claim("FX:USDHKD", null)), Calendars.load(), MONDAY_EVENING))
        .isEmpty();
    assertThat(ClaimSessions.of(List.of(claim("XHKG:9988", null)), Calendars.load(), null))
        .isEmpty();
  }

  private static CheckedClaim claim(String listing, @Nullable LocalDate session) {
    Claim claim =
        Claim.of(ClaimKind.PRICE_LEVEL, new Span(Span.Part.TEXT, 0, 0, ""))
            .listing(
                new ListingChoice(ListingId.parse(listing), BigDecimal.ONE, List.of(), List.of()))
            .build();
    Verdict verdict =
        session == null
            ? Verdict.unverifiable(Verdict.Unverifiable.NO_PRICE_DATA, "none")
            : new Verdict(
                Verdict.Outcome.VERIFIED,
                Verdict.Strength.EXACT,
                null,
                List.of(),
                Set.of(),
                new Verdict.Basis(PriceField.CLOSE, session),
                List.of(),
                null,
                null);
    return new CheckedClaim(claim, verdict);
  }
}
