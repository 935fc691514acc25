package io.quotemark.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.Bar;
import io.quotemark.domain.ListingId;
import io.quotemark.domain.PriceSeries;
import io.quotemark.domain.PriceSeries.Basis;
import io.quotemark.domain.Securities;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.providers.MarketDays;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.storage.articles.ListingDirectory.Named;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceRequests;
import io.quotemark.storage.prices.PriceRequests.State;
import io.quotemark.storage.prices.PriceTable;
import io.quotemark.storage.prices.RequestBudget.Grant;
import io.quotemark.storage.prices.RunBook;
import io.quotemark.storage.prices.Watchlist;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs on a real table; the provider answers from a script, the articles are in memory. */
class RefreshTest {
  private static final ListingId TENCENT = ListingId.parse("XHKG:0700");
  private static final ListingId INDEX = ListingId.parse("INDEX:HSI");
  private static final LocalDate ARTICLE = LocalDate.of(2025, 2, 1);

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  private final DynamoDbClient dynamo = local.client();
  private final Coverage coverage = new Coverage(dynamo, "prices");
  private final RunBook book = new RunBook(dynamo, "prices");
  private final Watchlist watchlist = new Watchlist(dynamo, "prices");
  private final Map<String, List<Named>> named = new HashMap<>();
  private final Map<ListingId, PriceSource.Outcome> refusals = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> queued = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private int budget = 100;
  private boolean queueIsDown;
  private boolean ratesOnly;
  private LocalDate failedDay = LocalDate.MIN;
  private boolean secondSource;
  private @Nullable NeededPrices needed;
  private final PriceRequests requests = new PriceRequests(dynamo, "prices");
  private PriceSource scripted = new Scripted();

  /** Tuesday 25 February 2025, after Hong Kong's close. */
  private Instant now = Instant.parse("2025-02-25T10:00:00Z");

  @BeforeEach
  void nameAListing() {
    named.put("XHKG", List.of(new Named(TENCENT, ARTICLE, LocalDate.of(2025, 2, 24))));
  }

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

  @Test
  void need_isFetchedExactly_onceForManyArticles_andItsArticlesAreCheckedAgain() {
    need("m1", "2024-05-02", "2025-02-24");
    need("m2", "2024-05-02", "2025-02-24");
    need("m3", "2024-12-02", "2025-02-21");

    assertThat(asked).containsExactly("XHKG:0700 2024-05-02 2025-02-24");
    assertThat(queued).contains("XHKG:0700 2024-05-01");
    assertThat(requests.of(TENCENT))
        .hasValueSatisfying(r -> {
          assertThat(r.state()).isEqualTo(State.ANSWERED);
          assertThat(r.by()).isEqualTo("m1");
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
          assertThat(r.state()).isEqualTo(State.LEFT);
          assertThat(r.by()).isEqualTo("m1");
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

    now = now.plus(PriceRequests.ASK_AGAIN).plusSeconds(1);
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
    LocalDate begins = Calendars.load().of("XHKG").first();
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

  private void need(String message, String from, String to) {
    refresh();
    Objects.requireNonNull(needed)
        .on(
            new PriceNeed(TENCENT, LocalDate.parse(from), LocalDate.parse(to)),
            message,
            () -> 300_000);
  }

  private void run(String at) {
    refresh().run(Refresh.Order.scheduled(at, List.of("XHKG")), () -> 300_000);
  }

  private Refresh refresh() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Calendars calendars = Calendars.load();
    Securities master = new Securities("test", List.of());
    PriceTable prices = new PriceTable(dynamo, "prices");
    JsonLog log =
        new JsonLog(
            new PrintStream(logged, true, UTF_8), "refresh-prices", "test", JsonLog.Level.INFO);
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
                return List.of("all " + from);
              }
            },
            bodies -> {
              if (queueIsDown) {
                throw new IllegalStateException("the queue is down");
              }
              bodies.forEach(body ->
                  queued.add(
                      ((io.quotemark.runtime.messages.ArticleMessage.Recheck)
                              io.quotemark.runtime.messages.ArticleMessage.parse(body))
                          .articleId()));
            },
            prices,
            master,
            new FinalReactions(calendars, clock));
    Fetcher fetcher =
        new Fetcher(
            scripted,
            (requests, at) ->
                budget-- > 0
                    ? new Grant.Granted()
                    : new Grant.NextDay(Instant.parse("2025-02-26T00:00:00Z")),
            clock,
            time -> {},
            new Random(3));
    Sources sources =
        new Sources(
            secondSource
                ? List.of(
                    new Sources.Source(fetcher, this::served),
                    new Sources.Source(second(clock), this::served))
                : List.of(new Sources.Source(fetcher, this::served)));
    Stretches stretches = new Stretches(sources, coverage, calendars);
    Supplier<Deliveries> deliveries =
        () ->
            new Deliveries(
                prices, new MinuteTable(dynamo, "prices"), rechecks, coverage, clock, log);
    needed = new NeededPrices(stretches, requests, deliveries, calendars, clock, log);
    NeededMinutes minutes =
        new NeededMinutes(
            sources, new MinuteRequests(dynamo, "prices"), deliveries, calendars, clock, log);
    return new Refresh(
        new Wanted(
            mic -> named.getOrDefault(mic, List.of()), watchlist::listings, master, calendars),
        stretches,
        requests,
        minutes,
        deliveries,
        book,
        calendars,
        clock,
        log);
  }

  private boolean served(String exchange) {
    return scripted instanceof MarketDays
        ? exchange.equals("XHKG")
        : ratesOnly == exchange.equals(ListingId.FX);
  }

  private BigDecimal price = new BigDecimal("10.5");

  /** Has a bar for every session asked for. */
  private class Scripted implements PriceProvider {
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
      asked.add(listing + " " + from + " " + to);
      Outcome refusal = refusals.get(listing);
      if (refusal != null) {
        return refusal;
      }
      return delivered(listing, from, to, at);
    }

    Outcome delivered(ListingId listing, LocalDate from, LocalDate to, Instant at) {
      List<Bar> bars =
          from.datesUntil(to.plusDays(1))
              .filter(Calendars.load().of("XHKG")::isSession)
              .map(day -> Bar.flat(day, price))
              .toList();
      return new Outcome.Ok(
          new PriceSeries(listing, name(), Basis.AS_TRADED, at, bars, List.of(), List.of(), false),
          List.of());
    }
  }

  private Fetcher second(Clock clock) {
    return new Fetcher(
        new Scripted() {
          @Override
          public String name() {
            return "second";
          }

          @Override
          public Outcome fetch(ListingId listing, LocalDate from, LocalDate to, Instant at) {
            asked.add("second " + listing + " " + from + " " + to);
            return delivered(listing, from, to, at);
          }
        },
        Fetcher.Budget.unlimited(),
        clock,
        time -> {},
        new Random(3));
  }

  /** Has a day of the exchange for each session. */
  private final class ScriptedDays implements MarketDays {
    @Override
    public String name() {
      return "days";
    }

    @Override
    public int requests() {
      return 1;
    }

    @Override
    public Outcome day(String exchange, LocalDate session, Set<ListingId> wanted, Instant at) {
      asked.add(exchange + " " + session + " " + wanted);
      if (session.equals(failedDay)) {
        return new Outcome.BadPayload("no JSON");
      }
      return new Outcome.Day(
          wanted.stream()
              .map(listing ->
                  new PriceSeries(
                      listing,
                      name(),
                      Basis.AS_TRADED,
                      at,
                      List.of(Bar.flat(session, price)),
                      List.of(),
                      List.of(),
                      false))
              .toList(),
          List.of());
    }
  }
}
