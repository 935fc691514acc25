package io.quotemark.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.fixtures.MinuteWalk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.providers.MinuteProvider;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.MinuteNeed;
import io.quotemark.securities.Securities;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceRequests.State;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.RequestBudget.Grant;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NeededMinutesTest {
  private static final ListingSession MONDAY =
      new ListingSession(ListingId.parse("XNYS:BABA"), LocalDate.parse("2025-02-24"));
  private static final MinuteBars BARS =
      MinuteWalk.of("XNYS:BABA", "2025-02-24", "America/New_York")
          .at("04:00", 143)
          .at("19:59", 130)
          .bars(new Random(1));
  private static final Instant MORNING = Instant.parse("2025-02-24T13:02:00Z");

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  private final PriceTable prices = new PriceTable(local.client(), "prices");
  private final MinuteTable minutes = new MinuteTable(local.client(), "prices");
  private final MinuteRequests requests = new MinuteRequests(local.client(), "prices");
  private final List<String> asked = new ArrayList<>();
  private final List<String> queued = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private PriceSource.@Nullable Outcome refusal;
  private boolean queueIsDown;
  private int budget = 100;
  private Instant now = Instant.parse("2025-02-24T14:00:00Z");

  @Test
  void need_isFetchedOnceForManyArticles_asFarAsTheProviderHasIt_andTheyAreCheckedAgain() {
    on("m1", MORNING);
    on("m2", MORNING);
    on("m3", MORNING.minusSeconds(600));

    assertThat(asked)
        .containsExactly("XNYS:BABA 2025-02-24 2025-02-24T09:00:00Z 2025-02-24T13:44:00Z");
    assertThat(prices.minutes(Set.of(MONDAY))).containsExactly(BARS);
    assertThat(queued).containsExactly("XNYS:BABA 2025-02-23");
    assertThat(requests.of(MONDAY).orElseThrow().state()).isEqualTo(State.ANSWERED);
  }

  @Test
  void laterArticle_asksForTheRestOfTheDay() {
    on("m1", MORNING);
    now = Instant.parse("2025-02-25T03:00:00Z");
    on("m2", Instant.parse("2025-02-24T22:30:00Z"));

    assertThat(asked.getLast())
        .isEqualTo("XNYS:BABA 2025-02-24 2025-02-24T09:00:00Z 2025-02-25T01:00:00Z");
  }

  @Test
  void minutesThatTheProviderDoesNotHaveYet_areLeftToTheSchedule() {
    now = MORNING.plusSeconds(120);
    on("m1", MORNING);

    assertThat(asked).isEmpty();
    assertThat(requests.of(MONDAY).orElseThrow().state()).isEqualTo(State.LEFT);
    now = Instant.parse("2025-02-24T21:30:00Z");
    retry();
    assertThat(asked).hasSize(1);
    assertThat(requests.of(MONDAY).orElseThrow().state()).isEqualTo(State.ANSWERED);
    retry();
    assertThat(asked).hasSize(1);
  }

  @Test
  void needOutOfBudget_orThatTheProviderFailsAt_isLeft_andOneItDoesNotHaveIsAnswered() {
    budget = 0;
    on("m1", MORNING);
    assertThat(requests.of(MONDAY).orElseThrow().state()).isEqualTo(State.LEFT);
    budget = 100;
    refusal = new PriceSource.Outcome.Denied("another plan");
    retry();
    assertThat(requests.of(MONDAY).orElseThrow().state()).isEqualTo(State.LEFT);
    refusal = new PriceSource.Outcome.NotCovered("no bars in that time");
    retry();
    assertThat(requests.of(MONDAY).orElseThrow().state()).isEqualTo(State.ANSWERED);
    assertThat(prices.minutes(Set.of(MONDAY))).isEmpty();
  }

  @Test
  void messageThatDiesBeforeTheRechecks_isRepeatedByItsRedelivery() {
    queueIsDown = true;
    assertThatThrownBy(() -> on("m1", MORNING)).hasMessageContaining("down");
    queueIsDown = false;

    on("m2", MORNING);
    assertThat(queued).isEmpty();
    on("m1", MORNING);
    assertThat(queued).containsExactly("XNYS:BABA 2025-02-23");
  }

  private void on(String message, Instant until) {
    made().on(new MinuteNeed(MONDAY, until), message, () -> 300_000);
  }

  private void retry() {
    made().retry(List.of("XNYS"), new Round(new Tally(), deliveries().get(), now, () -> 300_000));
  }

  private Supplier<Deliveries> deliveries() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Rechecks rechecks =
        new Rechecks(
            new Rechecks.Articles() {
              @Override
              public List<String> mentioning(ListingId listing, LocalDate from) {
                return List.of(listing + " " + from);
              }

              @Override
              public List<Rechecks.Mention> mentioning(
                  ListingId listing, LocalDate from, LocalDate to) {
                return List.of();
              }

              @Override
              public List<String> all(LocalDate from) {
                return List.of();
              }
            },
            bodies -> {
              if (queueIsDown) {
                throw new IllegalStateException("the queue is down");
              }
              bodies.forEach(body ->
                  queued.add(
                      new String(body, UTF_8).replaceAll(".*\"article_id\":\"([^\"]*)\".*", "$1")));
            },
            prices,
            new Securities("test", List.of()),
            new FinalReactions(Calendars.load(), clock));
    return () ->
        new Deliveries(
            prices, minutes, rechecks, new Coverage(local.client(), "prices"), clock, log());
  }

  private NeededMinutes made() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Fetcher fetcher =
        new Fetcher(
            new Scripted(),
            (count, at) ->
                budget-- > 0
                    ? new Grant.Granted()
                    : new Grant.NextDay(Instant.parse("2025-02-26T00:00:00Z")),
            clock,
            time -> {},
            new Random(3));
    return new NeededMinutes(
        new Sources(List.of(new Sources.Source(fetcher, "XNYS"::equals))),
        requests,
        deliveries(),
        Calendars.load(),
        clock,
        log());
  }

  private JsonLog log() {
    return new JsonLog(
        new PrintStream(logged, true, UTF_8), "refresh-prices", "test", JsonLog.Level.INFO);
  }

  /** Has the minutes of the Monday. */
  private final class Scripted implements PriceProvider, MinuteProvider {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public int requests() {
      return 1;
    }

    @Override
    public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant at) {
      throw new AssertionError("nobody asked for sessions");
    }

    @Override
    public Outcome minutes(ListingSession of, Instant from, Instant to, Instant at) {
      asked.add(of + " " + from + " " + to);
      PriceSource.Outcome refused = refusal;
      return refused == null ? new Outcome.Minutes(BARS) : refused;
    }
  }
}
