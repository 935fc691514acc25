package io.quotemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.storage.prices.Progress;
import io.quotemark.storage.prices.Progress.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Prices that an article waits for, asked for at once. */
class NeededPricesTest extends ScriptedRuns {
  @Test
  void need_isFetchedExactly_onceForManyArticles_andItsArticlesAreCheckedAgain() {
    need("m1", "2024-05-02", "2025-02-24");
    need("m2", "2024-05-02", "2025-02-24");
    need("m3", "2024-12-02", "2025-02-21");

    assertThat(asked).containsExactly("XHKG:0700 2024-05-02 2025-02-24");
    assertThat(queued).contains("XHKG:0700 2024-05-01");
    assertThat(requests.of(TENCENT))
        .hasValueSatisfying(r -> {
          assertThat(r.progress().state()).isEqualTo(State.ANSWERED);
          assertThat(r.progress().by()).isEqualTo("m1");
        });
  }

  @Test
  void need_ofOlderPrices_asksForThemToo() {
    need("m1", "2024-05-02", "2025-02-24");
    asked.clear();

    need("m2", "2021-01-04", "2025-02-24");

    assertThat(asked).containsExactly("XHKG:0700 2021-01-04 2025-02-24");
  }

  @Test
  void need_ofASessionThatIsNotOver_isUpToTheLastThatIs() {
    now = Instant.parse("2025-02-25T03:00:00Z");
    need("m1", "2024-05-02", "2025-02-25");

    assertThat(asked).containsExactly("XHKG:0700 2024-05-02 2025-02-24");
  }

  @Test
  void need_whoseMessageDiesBeforeTheRechecks_isRepeatedByItsRedelivery_alone() {
    queueIsDown = true;
    assertThatThrownBy(() -> need("m1", "2024-05-02", "2025-02-24")).hasMessageContaining("down");
    queueIsDown = false;
    asked.clear();

    need("m2", "2024-05-02", "2025-02-24");
    assertThat(queued).as("the other message is at work on it").isEmpty();
    need("m1", "2024-05-02", "2025-02-24");

    assertThat(queued).contains("XHKG:0700 2024-05-01");
  }

  @Test
  void need_outOfBudget_staysForTheSchedule_andIsNotAskedAgainBefore() {
    budget = 0;
    need("m1", "2020-05-04", "2025-02-24");
    need("m2", "2020-05-04", "2025-02-24");
    assertThat(asked).isEmpty();
    assertThat(requests.open("XHKG"))
        .singleElement()
        .satisfies(r -> {
          assertThat(r.progress().state()).isEqualTo(State.LEFT);
          assertThat(r.progress().by()).isEqualTo("m1");
        });

    named.clear();
    budget = 100;
    run("2025-02-25T09:00:00Z");

    assertThat(asked).containsExactly("XHKG:0700 2020-05-04 2025-02-25");
    assertThat(requests.open("XHKG")).isEmpty();
    assertThat(queued).contains("XHKG:0700 2020-05-03");
  }

  @Test
  void need_ofWhatTheProviderDoesNotHave_isNotAskedAgainForEachArticle() {
    refusals.put(TENCENT, new PriceSource.Outcome.NotCovered("unknown symbol"));
    need("m1", "2024-05-02", "2025-02-24");
    need("m2", "2024-05-02", "2025-02-24");
    need("m3", "2020-01-02", "2025-02-24");
    assertThat(asked).hasSize(1);

    now = now.plus(Progress.ASK_AGAIN).plusSeconds(1);
    need("m4", "2024-05-02", "2025-02-24");
    assertThat(asked).hasSize(2);
  }

  @Test
  void need_thatAProviderFailsAt_staysForTheSchedule() {
    refusals.put(TENCENT, new PriceSource.Outcome.Denied("status 401"));
    need("m1", "2024-05-02", "2025-02-24");

    assertThat(requests.open("XHKG")).hasSize(1);
    refusals.clear();
    run("2025-02-25T09:00:00Z");
    assertThat(requests.open("XHKG")).isEmpty();
  }

  @Test
  void secondSource_isAskedForWhatTheFirstLacks_orIsOutOfRequestsFor() {
    refusals.put(TENCENT, new PriceSource.Outcome.NotCovered("unknown symbol"));
    secondSource = true;

    need("m1", "2024-05-02", "2025-02-24");

    assertThat(asked)
        .containsExactly(
            "XHKG:0700 2024-05-02 2025-02-24", "second XHKG:0700 2024-05-02 2025-02-24");
    assertThat(coverage.of("second", TENCENT)).isPresent();
    assertThat(requests.open("XHKG")).isEmpty();
  }
}
