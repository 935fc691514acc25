package io.quotemark.refresh;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.PriceSeries.Basis;
import io.quotemark.fixtures.EmbeddedDynamo;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.refresh.providers.MarketDays;
import io.quotemark.refresh.providers.PriceProvider;
import io.quotemark.refresh.providers.PriceSource;
import io.quotemark.runtime.log.JsonLog;
import io.quotemark.runtime.messages.PriceNeed;
import io.quotemark.securities.Securities;
import io.quotemark.storage.articles.ListingDirectory.Named;
import io.quotemark.storage.prices.Coverage;
import io.quotemark.storage.prices.MinuteRequests;
import io.quotemark.storage.prices.MinuteTable;
import io.quotemark.storage.prices.PriceRequests;
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
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs on a real table; the provider answers from a script, the articles are in memory. */
abstract class ScriptedRuns {
  static final ListingId TENCENT = ListingId.parse("XHKG:0700");
  static final ListingId INDEX = ListingId.parse("INDEX:HSI");
  static final Calendars CALENDARS = Calendars.load();
  static final LocalDate ARTICLE = LocalDate.of(2025, 2, 1);

  @RegisterExtension final EmbeddedDynamo local = EmbeddedDynamo.prices("prices");
  final DynamoDbClient dynamo = local.client();
  final Coverage coverage = new Coverage(dynamo, "prices");
  final RunBook book = new RunBook(dynamo, "prices");
  final Watchlist watchlist = new Watchlist(dynamo, "prices");
  final Map<String, List<Named>> named = new HashMap<>();
  final Map<ListingId, PriceSource.Outcome> refusals = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final List<String> queued = new ArrayList<>();
  final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  int budget = 100;
  boolean queueIsDown;
  boolean ratesOnly;
  LocalDate failedDay = LocalDate.MIN;
  boolean secondSource;
  @Nullable NeededPrices needed;
  final PriceRequests requests = new PriceRequests(dynamo, "prices");
  PriceSource scripted = new Scripted();

  /** Tuesday 25 February 2025, after Hong Kong's close. */
  Instant now = Instant.parse("2025-02-25T10:00:00Z");

  @BeforeEach
  void nameAListing() {
    named.put("XHKG", List.of(new Named(TENCENT, ARTICLE, LocalDate.of(2025, 2, 24))));
  }

  void need(String message, String from, String to) {
    refresh();
    Objects.requireNonNull(needed)
        .on(
            new PriceNeed(TENCENT, LocalDate.parse(from), LocalDate.parse(to)),
            message,
            () -> 300_000);
  }

  void run(String at) {
    refresh().run(Refresh.Order.scheduled(at, List.of("XHKG")), () -> 300_000);
  }

  Refresh refresh() {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
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
            new FinalReactions(CALENDARS, clock));
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
    Stretches stretches = new Stretches(sources, coverage, CALENDARS);
    Supplier<Deliveries> deliveries =
        () ->
            new Deliveries(
                prices, new MinuteTable(dynamo, "prices"), rechecks, coverage, clock, log);
    NeededMinutes minutes =
        new NeededMinutes(
            sources, new MinuteRequests(dynamo, "prices"), deliveries, CALENDARS, clock, log);
    needed = new NeededPrices(stretches, requests, deliveries, CALENDARS, clock, log);
    return new Refresh(
        new Wanted(
            mic -> named.getOrDefault(mic, List.of()), watchlist::listings, master, CALENDARS),
        stretches,
        requests,
        minutes,
        deliveries,
        book,
        CALENDARS,
        clock,
        log);
  }

  private boolean served(String exchange) {
    return scripted instanceof MarketDays
        ? exchange.equals("XHKG")
        : ratesOnly == exchange.equals(ListingId.FX);
  }

  BigDecimal price = new BigDecimal("10.5");

  /** Has a bar for every session asked for. */
  class Scripted implements PriceProvider {
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
              .filter(CALENDARS.of("XHKG")::isSession)
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
  final class ScriptedDays implements MarketDays {
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
