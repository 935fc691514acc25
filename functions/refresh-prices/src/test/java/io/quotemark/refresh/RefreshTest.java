package io.quotemark.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.storage.articles.ListingDirectory.Named;
import io.quotemark.storage.prices.RunBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scheduled run or a backfill fetches, and what it leaves for the next. */
class RefreshTest extends ScriptedRuns {
  @Test
  void firstRun_fetchesListingAndIndex_fromBeforeTheEarliestArticle() {
    run("2025-02-25T09:00:00Z");

    LocalDate from = ARTICLE.minusDays(Wanted.HISTORY_DAYS);
    assertThat(asked)
        .containsExactly("INDEX:HSI " + from + " 2025-02-25", "XHKG:0700 " + from + " 2025-02-25");
    assertThat(queued).isNotEmpty();
    assertThat(logged.toString(UTF_8))
        .contains("\"RefreshRuns\":1")
        .contains("\"ListingsFetched\":2")
        .contains("\"time_zones\":\"" + Calendars.timeZoneVersion());
  }

  @Test
  void sameRunTwice_isOnce_andALateOneIsDoneAlready() {
    run("2025-02-25T09:00:00Z");
    asked.clear();

    run("2025-02-25T09:00:00Z");
    run("2025-02-24T09:00:00Z");

    assertThat(asked).isEmpty();
    assertThat(logged.toString(UTF_8).lines().filter(l -> l.contains("run_known"))).hasSize(2);
  }

  @Test
  void nextDay_fetchesWhatIsNew_withAnOverlapForCorrections() {
    run("2025-02-25T09:00:00Z");
    asked.clear();
    queued.clear();
    now = Instant.parse("2025-02-26T10:00:00Z");

    run("2025-02-26T09:00:00Z");

    assertThat(asked)
        .containsExactly("INDEX:HSI 2025-02-20 2025-02-26", "XHKG:0700 2025-02-20 2025-02-26");
    assertThat(queued).contains("XHKG:0700 2025-02-25");
  }

  @Test
  void pricesOfAnotherUnit_areNotStored_andTheirStretchStaysOpen() {
    run("2025-02-25T09:00:00Z");
    queued.clear();
    now = Instant.parse("2025-02-26T10:00:00Z");
    price = new BigDecimal("1050");

    run("2025-02-26T09:00:00Z");

    assertThat(queued).isEmpty();
    assertThat(logged.toString(UTF_8)).contains("bad_payload").contains("100 times the stored");
    assertThat(coverage.of("scripted", ListingId.parse("XHKG:0700")))
        .hasValueSatisfying(
            reach -> assertThat(reach.to()).isEqualTo(LocalDate.parse("2025-02-25")));
  }

  @Test
  void beforeTheClose_theLastClosedSessionIsEnough() {
    run("2025-02-25T09:00:00Z");
    asked.clear();
    now = Instant.parse("2025-02-26T03:00:00Z");

    run("2025-02-26T03:00:00Z");

    assertThat(asked).isEmpty();
    assertThat(book.latest("XHKG")).hasValueSatisfying(e -> assertThat(e.covered()).isEqualTo(2));
  }

  @Test
  void earlierArticle_fetchesItsHistoryToo() {
    run("2025-02-25T09:00:00Z");
    asked.clear();
    now = Instant.parse("2025-02-25T11:00:00Z");
    LocalDate earlier = LocalDate.of(2023, 5, 1);
    named.put("XHKG", List.of(new Named(TENCENT, earlier, ARTICLE)));

    run("2025-02-25T11:00:00Z");

    assertThat(asked)
        .contains("XHKG:0700 " + earlier.minusDays(Wanted.HISTORY_DAYS) + " 2025-02-25");
  }

  @Test
  void budgetUsedUp_stopsCleanly_andTheSameRunGoesOn() {
    budget = 1;
    run("2025-02-25T09:00:00Z");
    assertThat(asked).hasSize(1);
    assertThat(book.latest("XHKG"))
        .hasValue(
            new RunBook.Ended(
                "2025-02-25T09:00:00Z",
                1,
                0,
                0,
                1,
                "the requests of the day are used up until 2025-02-26T00:00:00Z"));

    budget = 100;
    run("2025-02-25T09:00:00Z");

    assertThat(asked).hasSize(2).doesNotHaveDuplicates();
    assertThat(book.latest("XHKG")).hasValueSatisfying(e -> assertThat(e.left()).isZero());
  }

  @Test
  void crashBeforeTheRechecks_losesNone() {
    queueIsDown = true;
    assertThatThrownBy(() -> run("2025-02-25T09:00:00Z")).hasMessageContaining("down");
    assertThat(book.latest("XHKG")).isEmpty();
    queueIsDown = false;

    run("2025-02-25T09:00:00Z");

    assertThat(queued).anyMatch(q -> q.startsWith("XHKG:0700 "));
  }

  @Test
  void listingTheProviderDoesNotHave_isLeftForAWeek() {
    refusals.put(TENCENT, new PriceSource.Outcome.NotCovered("unknown symbol"));
    run("2025-02-25T09:00:00Z");
    asked.clear();

    now = Instant.parse("2025-02-26T10:00:00Z");
    run("2025-02-26T09:00:00Z");
    assertThat(asked).noneMatch(a -> a.startsWith("XHKG:0700"));

    now = Instant.parse("2025-03-05T10:00:00Z");
    run("2025-03-05T09:00:00Z");
    assertThat(asked).anyMatch(a -> a.startsWith("XHKG:0700"));
  }

  @Test
  void keyThatIsRefused_stopsTheRunAfterThree() {
    List<Named> many = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      ListingId id = ListingId.parse("XHKG:000" + i);
      many.add(new Named(id, ARTICLE, ARTICLE));
      refusals.put(id, new PriceSource.Outcome.Denied("status 401"));
    }
    named.put("XHKG", many);
    refusals.put(INDEX, new PriceSource.Outcome.Denied("status 401"));

    run("2025-02-25T09:00:00Z");

    assertThat(asked).hasSize(3);
    assertThat(book.latest("XHKG"))
        .hasValueSatisfying(e -> {
          assertThat(e.left()).isEqualTo(7);
          assertThat(e.why()).contains("denies access");
        });
  }

  @Test
  void watchedListing_isFetched_thoughNoArticleNamesIt() {
    named.clear();
    watchlist.add(TENCENT);
    watchlist.add(ListingId.parse("XNYS:BABA"));

    run("2025-02-25T09:00:00Z");

    assertThat(asked).hasSize(2).anyMatch(a -> a.startsWith("XHKG:0700 2023-12-"));
    watchlist.remove(TENCENT);
    assertThat(watchlist.listings()).containsExactly(ListingId.parse("XNYS:BABA"));
  }

  @Test
  void referenceRates_areFetchedFromTheirOwnSource_whole() {
    refresh().run(Refresh.Order.scheduled("2025-02-25T09:00:00Z", List.of("FX")), () -> 300_000);
    assertThat(asked).isEmpty();
    assertThat(logged.toString(UTF_8)).contains("nothing_to_fetch");

    ratesOnly = true;
    refresh().run(Refresh.Order.scheduled("2025-02-25T15:30:00Z", List.of("FX")), () -> 300_000);

    assertThat(asked).hasSizeGreaterThan(25).contains("FX:EURUSD 1999-01-04 2025-02-24");
  }

  @Test
  void backfill_fetchesAStretch_andLeavesNoGapUnseen() {
    run("2025-02-25T09:00:00Z");
    asked.clear();

    refresh()
        .backfill(
            "r1", TENCENT, LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31), () -> 300_000);

    assertThat(asked).containsExactly("XHKG:0700 2020-01-01 2020-12-31");
    assertThat(coverage.of("scripted", TENCENT))
        .hasValueSatisfying(
            reach -> assertThat(reach.from()).isEqualTo(ARTICLE.minusDays(Wanted.HISTORY_DAYS)));
    assertThat(book.latest(Refresh.ORDERS)).hasValue(new RunBook.Ended("r1", 1, 0, 0, 0, ""));
  }
}
