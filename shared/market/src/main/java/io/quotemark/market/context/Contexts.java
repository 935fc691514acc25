package io.quotemark.market.context;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.ListingContext.Reaction;
import io.quotemark.domain.price.ListingContext.SessionState;
import io.quotemark.domain.price.ListingContext.Stated;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.securities.Securities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The context block of an article (rules 14 and 15 of docs/claims): for every listing its claims
 * speak of, and for that issuer's other listings with prices in store.
 *
 * <p>For whoever judges claims: ask {@link #needs} and {@link #earliest} what to load, then {@link
 * #of} with the session each listing's claims speak of. Nothing here looks at a clock.
 */
public final class Contexts {
  /** 250 sessions and the 52 weeks, with room for closures. */
  private static final int DAYS_OF_HISTORY = 400;

  private final Calendars calendars;
  private final Securities master;
  private final Benchmarks benchmarks;

  public Contexts(Calendars calendars, Securities master) {
    this.calendars = calendars;
    this.master = master;
    this.benchmarks = Benchmarks.load();
  }

  /** First session that context figures of an event on {@code session} may rest on. */
  public static LocalDate earliest(LocalDate session) {
    return session.minusDays(DAYS_OF_HISTORY);
  }

  /**
   * Listings to have on the tape for the context of these: their sisters, their indices, and the
   * reference rates of all their currencies and of the amounts'.
   */
  public Set<ListingId> needs(Collection<ListingId> claimed, List<Amount> amounts) {
    Set<ListingId> all = new LinkedHashSet<>(claimed);
    for (ListingId id : claimed) {
      for (Listing sister : master.sisters(id)) {
        all.add(sister.id());
      }
    }
    Set<String> currencies = new LinkedHashSet<>(List.of(Conversions.DOLLAR));
    for (ListingId id : List.copyOf(all)) {
      master.listing(id).ifPresent(listing -> currencies.add(listing.currency()));
      all.addAll(benchmarks.of(id, master));
    }
    for (Amount amount : amounts) {
      if (amount.currency() != null) {
        currencies.add(amount.currency());
      }
    }
    currencies.remove(Rates.EURO);
    for (String currency : currencies) {
      all.add(ListingId.currencyPair(Rates.EURO, currency));
    }
    return all;
  }

  /**
   * @param sessions the session that each listing's claims speak of (the first claim's where they
   *     speak of several), in the order the contexts shall have
   * @param stored as {@link #needs} asks; what is missing leaves figures out
   */
  public List<ListingContext> of(
      Article article, Statements statements, Map<ListingId, LocalDate> sessions, Tape stored) {
    Tape tape = traded(stored);
    Map<ListingId, @Nullable LocalDate> all = new LinkedHashMap<>(sessions);
    for (ListingId claimed : sessions.keySet()) {
      for (Listing sister : master.sisters(claimed)) {
        if (tape.series(sister.id()).isPresent() && !all.containsKey(sister.id())) {
          all.put(sister.id(), null);
        }
      }
    }
    List<ListingContext> contexts = new ArrayList<>();
    Instant publication = article.published() == null ? null : article.published().instant();
    for (Map.Entry<ListingId, @Nullable LocalDate> one : all.entrySet()) {
      ListingId id = one.getKey();
      LocalDate session = one.getValue();
      LocalDate event = session == null ? nextAt(id, publication) : session;
      if (event != null) {
        contexts.add(context(id, event, publication, statements, tape));
      }
    }
    return contexts;
  }

  /** A sister nobody claims anything of: the session that ran or came next at publication. */
  private @Nullable LocalDate nextAt(ListingId id, @Nullable Instant publication) {
    TradingCalendar calendar = calendars.of(id);
    return publication == null ? null : calendar.firstToReact(publication);
  }

  private ListingContext context(
      ListingId id,
      LocalDate event,
      @Nullable Instant publication,
      Statements statements,
      Tape tape) {
    TradingCalendar calendar = calendars.of(id);
    @Nullable SessionState state =
        publication == null || !calendars.knows(id) ? null : calendar.state(publication);
    @Nullable PriceSeries series = tape.series(id).filter(s -> !s.bars().isEmpty()).orElse(null);
    if (series == null) {
      return new ListingContext(
          id,
          null,
          null,
          Map.of(),
          null,
          Map.of(),
          null,
          null,
          null,
          state,
          null,
          stated(id, event, statements),
          false);
    }
    boolean over = publication == null || !calendar.close(event).isAfter(publication);
    History history = new History(series, calendar, event);
    LocalDate before = calendar.previous(event);
    int asOf = history.at(before);
    int onEvent = over ? history.at(event) : -1;
    PriceFigures figures = new PriceFigures(history);
    @Nullable Benchmark benchmark = benchmark(id, tape).orElse(null);
    @Nullable Reaction reaction =
        publication == null ? null : reaction(series, benchmark, publication);
    if (asOf < 0) {
      return new ListingContext(
          id,
          null,
          null,
          Map.of(),
          onEvent < 0 ? null : figures.range(onEvent),
          Map.of(),
          null,
          null,
          null,
          state,
          reaction,
          null,
          series.sample());
    }
    return new ListingContext(
        id,
        before,
        history.close(asOf),
        figures.returns(asOf),
        figures.range(onEvent < 0 ? asOf : onEvent),
        figures.volatility(asOf),
        figures.volumeAgainstMean(asOf),
        benchmark == null
            ? null
            : new MarketModels(history, benchmark.index(), benchmark.history()).of(asOf, onEvent),
        new Parities(master, tape, new Rates(tape)).of(id, before),
        state,
        reaction,
        null,
        series.sample(),
        figures.recordHigh(asOf),
        new MarketValues(master, new Rates(tape))
            .of(id, history.close(asOf), before, statements.amounts())
            .orElse(null));
  }

  /** What the price did after publication, empty without prices. */
  public Optional<Reaction> reaction(ListingId id, Instant publication, Tape stored) {
    Tape tape = traded(stored);
    return tape.series(id)
        .filter(series -> !series.bars().isEmpty())
        .map(series -> reaction(series, benchmark(id, tape).orElse(null), publication));
  }

  /** Bars that traded, with all their prices: a context shows levels and ranges. */
  private static Tape traded(Tape stored) {
    List<PriceSeries> traded = new ArrayList<>();
    for (ListingId id : stored.listings()) {
      for (PriceSeries series : stored.sources(id)) {
        if (!series.isStillAdjusted()) {
          traded.add(series.whole());
        }
      }
    }
    return new Tape(traded);
  }

  private Reaction reaction(
      PriceSeries series, @Nullable Benchmark benchmark, Instant publication) {
    TradingCalendar calendar = calendars.of(series.listing());
    return Reactions.of(
        new History(series, calendar, series.bars().getLast().session()),
        benchmark == null ? null : benchmark.history(),
        calendar,
        publication);
  }

  /** The first index of the listing's that has prices, and its history. */
  private Optional<Benchmark> benchmark(ListingId id, Tape tape) {
    for (ListingId index : benchmarks.of(id, master)) {
      @Nullable PriceSeries series =
          tape.series(index).filter(s -> !s.bars().isEmpty()).orElse(null);
      if (series != null) {
        LocalDate last = series.bars().getLast().session();
        return Optional.of(new Benchmark(index, new History(series, calendars.of(index), last)));
      }
    }
    return Optional.empty();
  }

  private record Benchmark(ListingId index, History history) {}

  private static Stated stated(ListingId id, LocalDate event, Statements statements) {
    List<String> printed =
        statements.claims().stream()
            .filter(c -> c.listing() != null && c.listing().id().equals(id))
            .filter(c -> c.kind() == ClaimKind.PRICE_LEVEL || c.kind() == ClaimKind.INDEX_LEVEL)
            .map(Contexts::printed)
            .distinct()
            .toList();
    return new Stated(
        printed,
        "daily bars of %s from %s to %s, as prices/%s_%s.csv"
            .formatted(
                id, earliest(event), event, id.mic(), id.ticker().replaceAll("[^A-Z0-9.-]", "-")));
  }

  private static String printed(Claim claim) {
    BigDecimal value = claim.value();
    return value == null
        ? claim.at().text()
        : value.toPlainString() + (claim.currency() == null ? "" : " " + claim.currency());
  }

  /** Every sum of money of an article, in another currency: {@link Conversions}. */
  public List<Conversion> conversions(Article article, Statements statements, Tape tape) {
    return new Conversions(master).of(article, statements, tape);
  }
}
