package io.quotemark.market;

import static io.quotemark.market.Cases.CALENDARS;
import static io.quotemark.market.Cases.HONG_KONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.market.calendar.TradingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is worked out on reading is what a check with the same prices would have stored. */
class AfterwardsTest {
  private static final Judge JUDGE = new Judge(CALENDARS, Cases.MASTER, Cases.ACCUSING);
  private static final Afterwards AFTERWARDS = new Afterwards(CALENDARS, Cases.MASTER);
  private static final ListingId INDEX = ListingId.index("HSI");
  private static final TradingCalendar CALENDAR = CALENDARS.of(HONG_KONG);

  /** After the close of that Monday in Hong Kong. */
  private static final Article ARTICLE = Cases.article(Cases.at("2025-02-24T03:55:00-05:00"));

  private static final LocalDate DAY_ZERO = LocalDate.parse("2025-02-25");

  @Test
  void openReaction_growsWithThePrices_asACheckWouldHaveIt() {
    CheckedArticle stored = checked(ARTICLE, 0);
    for (int sessions : new int[] {0, 1, 5, 19, 20, 24}) {
      CheckedArticle read = AFTERWARDS.with(stored, tape(DAY_ZERO.minusDays(20), sessions));

      assertThat(reaction(read)).isEqualTo(reaction(checked(ARTICLE, sessions)));
      assertThat(Objects.requireNonNull(reaction(read)).complete()).isEqualTo(sessions >= 20);
    }
    Reaction over = Objects.requireNonNull(reaction(AFTERWARDS.with(stored, tape(DAY_ZERO, 20))));
    assertThat(over.returns()).as("no close before day zero").isEmpty();
  }

  @Test
  void asksForTheListingItsSistersAndTheirIndices_aroundPublicationOnly() {
    TapeRequest needs = AFTERWARDS.needs(checked(ARTICLE, 3)).orElseThrow();

    assertThat(needs.listings()).isEqualTo(Set.of(HONG_KONG, INDEX));
    assertThat(needs.from()).isBetween(DAY_ZERO.minusDays(40), DAY_ZERO.minusDays(12));
    assertThat(needs.to()).isBetween(CALENDAR.plusSessions(DAY_ZERO, 20), DAY_ZERO.plusDays(60));
  }

  @Test
  void whatIsFinal_isLeftAsItIs() {
    CheckedArticle stored = checked(ARTICLE, 20);

    assertThat(AFTERWARDS.needs(stored)).isEmpty();
    assertThat(AFTERWARDS.with(stored, tape(DAY_ZERO.minusDays(20), 3))).isEqualTo(stored);
  }

  @Test
  void listingThatHadNoPricesThen_getsItsReactionFromThoseOfNow() {
    CheckedArticle stored = JUDGE.judge(ARTICLE, statements(), Tape.EMPTY);
    assertThat(reaction(stored)).isNull();

    CheckedArticle read = AFTERWARDS.with(stored, tape(DAY_ZERO.minusDays(20), 6));

    assertThat(reaction(read)).isEqualTo(reaction(checked(ARTICLE, 6)));
  }

  @Test
  void articleWithoutAMoment_hasNone() {
    CheckedArticle stored =
        checked(Cases.article(PublicationTime.on(LocalDate.parse("2025-02-24"))), 5);

    assertThat(AFTERWARDS.needs(stored)).isEmpty();
    assertThat(AFTERWARDS.with(stored, tape(DAY_ZERO.minusDays(20), 9))).isEqualTo(stored);
  }

  private static CheckedArticle checked(Article article, int sessionsAfter) {
    return JUDGE.judge(article, statements(), tape(LocalDate.parse("2024-01-02"), sessionsAfter));
  }

  private static Statements statements() {
    Claim level =
        Cases.claim(ClaimKind.PRICE_LEVEL, HONG_KONG, "136")
            .value(new BigDecimal("136"), BigDecimal.ONE)
            .currency("HKD", null)
            .build();
    return new Statements(List.of(), List.of(), List.of(level), "rules-7", List.of());
  }

  private static @Nullable Reaction reaction(CheckedArticle checked) {
    return checked.context().getFirst().reaction();
  }

  /** Prices that no two sessions have in common, to so many sessions after day zero. */
  private static Tape tape(LocalDate from, int sessionsAfter) {
    return new Tape(
        List.of(
            series(HONG_KONG, from, sessionsAfter, 130),
            series(INDEX, from, sessionsAfter, 23_000)));
  }

  private static PriceSeries series(
      ListingId listing, LocalDate from, int sessionsAfter, double level) {
    LocalDate last = CALENDAR.plusSessions(DAY_ZERO, sessionsAfter);
    List<String> rows = new ArrayList<>();
    for (LocalDate day = CALENDAR.onOrAfter(from); !day.isAfter(last); day = CALENDAR.next(day)) {
      double price = level * (1 + Math.sin(day.toEpochDay() * level) / 50);
      rows.add(
          String.format(
              Locale.ROOT,
              "%s %.2f %.2f %.2f %.2f",
              day,
              price,
              price * 1.01,
              price * 0.99,
              price));
    }
    return Cases.series(listing, rows.toArray(String[]::new));
  }
}
