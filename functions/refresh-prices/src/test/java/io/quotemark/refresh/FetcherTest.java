package io.quotemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.refresh.Fetcher.Fetched;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.PriceSource.Outcome;
import io.quotemark.storage.prices.RequestBudget.Grant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Patience with a provider: waits are noted, not slept. */
class FetcherTest {
  private static final ListingId LISTING = ListingId.parse("XHKG:0700");
  private static final LocalDate DAY = LocalDate.of(2025, 2, 24);
  private static final Instant NOW = Instant.parse("2025-02-24T10:00:40Z");
  private static final Outcome NONE = new Outcome.NotCovered("none");

  private final Deque<Outcome> answers = new ArrayDeque<>();
  private final Deque<Grant> grants = new ArrayDeque<>();
  private final List<Duration> waits = new ArrayList<>();
  private long millisLeft = 300_000;
  private String unreadable = "";

  @Test
  void unavailable_isAskedAgain_withGrowingWaits() {
    for (int i = 0; i < 3; i++) {
      answers.add(new Outcome.Unavailable("status 503"));
    }
    answers.add(NONE);

    assertThat(fetch()).isEqualTo(new Fetched.Answer(NONE));
    assertThat(waits).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(waits.get(i)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(2L << i));
    }
  }

  @Test
  void unavailable_toTheEnd_isTheAnswer() {
    for (int i = 0; i < 4; i++) {
      answers.add(new Outcome.Unavailable("status 503"));
    }

    assertThat(fetch()).isEqualTo(new Fetched.Answer(new Outcome.Unavailable("status 503")));
    assertThat(answers).isEmpty();
  }

  @Test
  void throttled_waitsAsLongAsTheProviderSays() {
    answers.add(new Outcome.Throttled(Duration.ofSeconds(17)));
    answers.add(NONE);

    assertThat(fetch()).isEqualTo(new Fetched.Answer(NONE));
    assertThat(waits).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void throttled_forLongerThanTheRun_stopsIt() {
    answers.add(new Outcome.Throttled(Duration.ofHours(1)));

    assertThat(fetch()).isInstanceOf(Fetched.Stop.class);
    assertThat(waits).isEmpty();
  }

  @Test
  void deniedOrBad_isNotAskedAgain() {
    answers.add(new Outcome.Denied("status 401"));

    assertThat(fetch()).isEqualTo(new Fetched.Answer(new Outcome.Denied("status 401")));
    assertThat(waits).isEmpty();
  }

  @Test
  void keyThatCannotBeRead_isDenied_soThatTheNextProviderIsAsked() {
    unreadable = "parameter /q/eodhd could not be read: ParameterNotFound";

    assertThat(fetch()).isEqualTo(new Fetched.Answer(new Outcome.Denied(unreadable)));
  }

  @Test
  void budgetOfTheMinute_isWaitedFor() {
    grants.add(new Grant.NextMinute(NOW.plusSeconds(20)));
    answers.add(NONE);

    assertThat(fetch()).isEqualTo(new Fetched.Answer(NONE));
    assertThat(waits.getFirst()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
  }

  @Test
  void budgetOfTheDay_stopsTheRun_withoutARequest() {
    grants.add(new Grant.NextDay(Instant.parse("2025-02-25T00:00:00Z")));

    assertThat(fetch())
        .isEqualTo(
            new Fetched.Stop("the requests of the day are used up until 2025-02-25T00:00:00Z"));
  }

  @Test
  void noTimeLeft_stopsTheRun_withoutARequest() {
    millisLeft = Fetcher.RESERVE.toMillis() - 1;

    assertThat(fetch()).isEqualTo(new Fetched.Stop("the run's time is over"));
  }

  private Fetched fetch() {
    PriceProvider provider =
        new PriceProvider() {
          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public int requests() {
            return 2;
          }

          @Override
          public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant now) {
            if (!unreadable.isEmpty()) {
              throw new KeyUnreadable(unreadable, null);
            }
            return answers.removeFirst();
          }
        };
    Fetcher.Budget budget =
        (requests, now) -> {
          assertThat(requests).isEqualTo(2);
          return grants.isEmpty() ? new Grant.Granted() : grants.removeFirst();
        };
    return new Fetcher(
            provider, budget, Clock.fixed(NOW, ZoneOffset.UTC), waits::add, new Random(3))
        .fetch(provider, LISTING, DAY, DAY, () -> millisLeft);
  }
}
