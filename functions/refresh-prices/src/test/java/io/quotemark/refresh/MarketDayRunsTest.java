package io.quotemark.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.articles.ListingDirectory.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs on a provider that answers whole days of an exchange. */
class MarketDayRunsTest extends ScriptedRuns {
  @Test
  void marketDays_areOneRequestADay_howeverManyListingsWantThem_theNewestFirst() {
    ListingId other = ListingId.parse("XHKG:0005");
    named.put(
        "XHKG", List.of(new Named(TENCENT, ARTICLE, ARTICLE), new Named(other, ARTICLE, ARTICLE)));
    scripted = new ScriptedDays();
    budget = 1000;
    now = Instant.parse("2025-02-25T10:00:00Z");
    refresh().run(Refresh.Order.scheduled("2025-02-25T09:00:00Z", List.of("XHKG")), () -> 300_000);
    int first = asked.size();
    assertThat(asked.getFirst()).isEqualTo("XHKG 2025-02-25 [XHKG:0005, XHKG:0700]");
    assertThat(asked).doesNotHaveDuplicates();
    assertThat(coverage.of("days", other))
        .hasValueSatisfying(reach -> {
          assertThat(reach.from()).isBeforeOrEqualTo(ARTICLE.minusDays(400));
          assertThat(reach.to()).isEqualTo("2025-02-25");
        });

    now = Instant.parse("2025-02-26T10:00:00Z");
    run("2025-02-26T09:00:00Z");

    assertThat(asked.subList(first, asked.size()))
        .as("what is new, and an overlap for corrections")
        .hasSize(5)
        .first()
        .isEqualTo("XHKG 2025-02-26 [XHKG:0005, XHKG:0700]");
  }

  @Test
  void marketDays_beforeItsCalendarBegins_areNotAskedFor_onceOrEveryNight() {
    scripted = new ScriptedDays();
    budget = 10_000;
    LocalDate begins = CALENDARS.of("XHKG").first();
    need("m1", "1900-01-01", begins.plusWeeks(2).toString());

    assertThat(asked).hasSizeGreaterThan(5);
    assertThat(asked.getLast()).isEqualTo("XHKG " + begins + " [XHKG:0700]");
    assertThat(requests.open("XHKG")).isEmpty();
    asked.clear();
    named.clear();
    run("2025-02-25T09:00:00Z");
    assertThat(asked).isEmpty();
  }

  @Test
  void marketDays_ofWhichOneFails_stayForTheSchedule() {
    scripted = new ScriptedDays();
    failedDay = LocalDate.of(2025, 2, 18);
    need("m1", "2025-02-03", "2025-02-24");
    assertThat(requests.open("XHKG")).hasSize(1);

    failedDay = LocalDate.MIN;
    named.clear();
    run("2025-02-25T09:00:00Z");
    assertThat(requests.open("XHKG")).isEmpty();
  }

  @Test
  void marketDays_outOfBudget_goOnWhereTheyEnded() {
    scripted = new ScriptedDays();
    budget = 10;
    need("m1", "2025-01-02", "2025-02-24");
    assertThat(asked).hasSize(10);
    assertThat(requests.open("XHKG")).hasSize(1);

    budget = 100;
    asked.clear();
    named.clear();
    run("2025-02-25T09:00:00Z");
    assertThat(coverage.of("days", TENCENT))
        .hasValueSatisfying(reach -> assertThat(reach.from()).isBeforeOrEqualTo("2025-01-02"));
    assertThat(requests.open("XHKG")).isEmpty();
  }
}
