package io.quotemark.serve.articles;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceHistory;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.TapeRequest;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.securities.Securities;
import io.quotemark.serve.chart.Proof;
import io.quotemark.serve.http.AtOnce;
import io.quotemark.serve.pages.ListingNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The prices that the page of an article draws, each listing's read once. */
public final class ArticlePrices {
  /** Days before the first deciding price, so that a reader sees where it came from. */
  private static final int DAYS_BEFORE = 130;

  /** Twenty sessions after publication, and holidays. */
  private static final int DAYS_AFTER = 36;

  /** Nothing in print looks back further. */
  private static final int MOST_YEARS = 40;

  /** Listings that are drawn; an index of the whole market has more than a page can show. */
  private static final int MOST_LISTINGS = 30;

  private final PriceHistory prices;
  private final Securities securities;
  private final Calendars calendars;
  private final ListingNames named;

  public ArticlePrices(PriceHistory prices, Securities securities, Calendars calendars) {
    this.prices = prices;
    this.securities = securities;
    this.calendars = calendars;
    this.named = new ListingNames(securities);
  }

  /**
   * Prices of the listings that claims are of.
   *
   * @param names of listings, for titles of charts
   */
  public record Loaded(
      Map<ListingId, PriceSeries> series,
      Map<ListingId, ListingNames.Name> names,
      Map<ListingId, Listing> listings,
      Calendars calendars,
      @Nullable PublicationTime published) {
    String title(ListingId listing) {
      ListingNames.Name name = names.get(listing);
      return name == null ? listing.toString() : name.text();
    }

    /** Its company alone. */
    String company(ListingId listing) {
      ListingNames.Name name = names.get(listing);
      return name == null ? listing.ticker() : name.company();
    }

    /** What proves the claim; empty where nothing is to be drawn. */
    public Optional<Proof> proof(CheckedClaim checked) {
      ListingId listing = of(checked);
      PriceSeries of = listing == null ? null : series.get(listing);
      return of == null || listing == null
          ? Optional.empty()
          : Proofs.of(checked, of, title(listing), published, calendars.of(listing));
    }
  }

  /**
   * Prices that are on their way.
   *
   * @param tape all of them
   */
  record Loading(AtOnce.Answer<Tape> tape, Function<Tape, Loaded> drawn) {
    Loaded loaded() {
      return drawn.apply(tape.get());
    }
  }

  /** Of all claims. */
  public Loaded of(CheckedArticle checked) {
    return load(checked, listings(checked));
  }

  /** Of one claim. */
  public Loaded of(CheckedArticle checked, CheckedClaim claim) {
    ListingId listing = of(claim);
    return load(checked, listing == null ? Set.of() : Set.of(listing));
  }

  /**
   * Of all claims, with others; each listing's are read once.
   *
   * @param others that somebody else needs of the same listings, or of more
   */
  Loading loading(CheckedArticle checked, Optional<TapeRequest> others, AtOnce asked) {
    return loading(checked, listings(checked), others, asked);
  }

  private Loaded load(CheckedArticle checked, Set<ListingId> listings) {
    try (AtOnce asked = new AtOnce()) {
      return loading(checked, listings, Optional.empty(), asked).loaded();
    }
  }

  private Loading loading(
      CheckedArticle checked, Set<ListingId> listings, Optional<TapeRequest> others, AtOnce asked) {
    PublicationTime published = checked.article().published();
    Map<ListingId, Stretch> stretches = new LinkedHashMap<>();
    for (ListingId listing : listings) {
      Stretch.of(checked, listing, published).ifPresent(stretch -> stretches.put(listing, stretch));
    }
    others.ifPresent(request ->
        request
            .listings()
            .forEach(listing ->
                stretches.merge(
                    listing, new Stretch(request.from(), request.to()), Stretch::with)));
    List<AtOnce.Answer<Tape>> answers = new ArrayList<>();
    stretches.forEach((listing, stretch) ->
        answers.add(asked.ask(() -> prices.load(Set.of(listing), stretch.from(), stretch.to()))));
    return new Loading(
        asked.ask(() -> Tape.of(answers.stream().map(AtOnce.Answer::get).toList())),
        tape -> drawn(listings, tape, published));
  }

  private Loaded drawn(Set<ListingId> listings, Tape tape, @Nullable PublicationTime published) {
    Map<ListingId, PriceSeries> series = new LinkedHashMap<>();
    Map<ListingId, ListingNames.Name> names = new HashMap<>();
    Map<ListingId, Listing> known = new HashMap<>();
    for (ListingId listing : listings) {
      names.put(listing, named.of(listing));
      securities.listing(listing).ifPresent(one -> known.put(listing, one));
      tape.series(listing).ifPresent(found -> series.put(listing, found));
    }
    return new Loaded(series, names, known, calendars, published);
  }

  private record Stretch(LocalDate from, LocalDate to) {
    Stretch with(Stretch other) {
      return new Stretch(
          from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    static Optional<Stretch> of(
        CheckedArticle checked, ListingId listing, @Nullable PublicationTime published) {
      @Nullable LocalDate first = published == null ? null : published.date();
      @Nullable LocalDate last = first;
      for (CheckedClaim claim : checked.claims()) {
        if (!listing.equals(ArticlePrices.of(claim))) {
          continue;
        }
        for (LocalDate day : Proofs.days(claim)) {
          first = first == null || day.isBefore(first) ? day : first;
          last = last == null || day.isAfter(last) ? day : last;
        }
      }
      if (first == null || last == null) {
        return Optional.empty();
      }
      LocalDate oldest = last.minusYears(MOST_YEARS);
      LocalDate from = first.minusDays(DAYS_BEFORE);
      return Optional.of(
          new Stretch(from.isBefore(oldest) ? oldest : from, last.plusDays(DAYS_AFTER)));
    }
  }

  private static Set<ListingId> listings(CheckedArticle checked) {
    Set<ListingId> out = new LinkedHashSet<>();
    for (CheckedClaim claim : checked.claims()) {
      ListingId listing = of(claim);
      if (listing != null && out.size() < MOST_LISTINGS) {
        out.add(listing);
      }
    }
    return out;
  }

  /** The listing whose bars decided, or that the claim is of. */
  static @Nullable ListingId of(CheckedClaim checked) {
    Verdict.Evidence evidence = checked.verdict().evidence();
    return evidence != null && evidence.listing() != null
        ? evidence.listing()
        : checked.claim().listing() == null ? null : checked.claim().listing().id();
  }
}
