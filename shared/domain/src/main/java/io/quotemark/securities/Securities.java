package io.quotemark.securities;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The securities master: every issuer and listing that claims can be resolved to, at one named
 * version.
 */
public final class Securities {
  private final String version;
  private final List<Issuer> issuers;
  private final Function<String, List<Issuer>> index;
  private final Map<ListingId, ListingId> former;
  private @Nullable Map<ListingId, Listing> listings;

  /**
   * @throws IllegalArgumentException where two issuers claim one listing id
   */
  public Securities(String version, Collection<Issuer> issuers) {
    this(version, issuers, Map.of());
  }

  /**
   * @param former ids under which a listing traded before its ticker changed
   * @throws IllegalArgumentException where two issuers claim one listing id
   */
  public Securities(String version, Collection<Issuer> issuers, Map<ListingId, ListingId> former) {
    this(version, List.copyOf(issuers), index(issuers), former);
  }

  /**
   * @param issuers which never change; they may be made as they are asked for
   * @param index issuers by {@link IssuerKey}, and perhaps some others
   */
  public Securities(
      String version,
      List<Issuer> issuers,
      Function<String, List<Issuer>> index,
      Map<ListingId, ListingId> former) {
    this.version = version;
    this.issuers = issuers;
    this.index = index;
    this.former = Map.copyOf(former);
  }

  private static Function<String, List<Issuer>> index(Collection<Issuer> issuers) {
    Map<String, List<Issuer>> index = new HashMap<>();
    Set<ListingId> ids = new HashSet<>();
    for (Issuer issuer : issuers) {
      for (Listing listing : issuer.listings()) {
        if (!ids.add(listing.id())) {
          throw new IllegalArgumentException(
              "listing " + listing.id() + " stands twice in the securities master");
        }
      }
      IssuerKey.of(issuer)
          .forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(issuer));
    }
    return key -> index.getOrDefault(key, List.of());
  }

  /** Names the data this was built from; verdicts carry it. */
  public String version() {
    return version;
  }

  public List<Issuer> issuers() {
    return issuers;
  }

  /** All of them, in an order that is the same for the same listings. */
  public synchronized Collection<Listing> listings() {
    if (listings == null) {
      listings = new HashMap<>();
      for (Issuer issuer : issuers) {
        for (Listing listing : issuer.listings()) {
          listings.put(listing.id(), listing);
        }
      }
    }
    return listings.values();
  }

  public Optional<Listing> listing(ListingId id) {
    for (Listing listing : withTicker(id.ticker())) {
      if (listing.id().equals(id)) {
        return Optional.of(listing);
      }
    }
    return Optional.empty();
  }

  /** Listings whose id has the ticker, on whatever exchange. */
  public List<Listing> withTicker(String ticker) {
    List<Listing> found = new ArrayList<>(2);
    for (Issuer issuer : index.apply(IssuerKey.ofTicker(ticker))) {
      for (Listing listing : issuer.listings()) {
        if (listing.id().ticker().equals(ticker)) {
          found.add(listing);
        }
      }
    }
    return found;
  }

  /** The listing with the ISIN, the primary one where several have it. */
  public Optional<Listing> withIsin(String isin) {
    return index.apply(IssuerKey.ofIsin(isin)).stream()
        .flatMap(issuer -> issuer.listings().stream())
        .filter(listing -> isin.equals(listing.isin()))
        .findFirst();
  }

  /**
   * Issuers but currency pairs with a name that begins alike, and perhaps some others.
   *
   * @param beginning a key of {@link IssuerKey#ofName}
   */
  public List<Issuer> named(String beginning) {
    return index.apply(beginning);
  }

  public List<Issuer> currencyPairs() {
    List<Issuer> pairs = new ArrayList<>();
    for (Issuer issuer : index.apply(IssuerKey.CURRENCY_PAIR)) {
      if (issuer.isCurrencyPair()) {
        pairs.add(issuer);
      }
    }
    return List.copyOf(pairs);
  }

  /**
   * Listings that bore the ticker on the day, as they are called now: one that has ended since
   * stands before the one of its market that took the ticker over. Where nothing bears it, one that
   * did until its ticker changed.
   *
   * @param mic of the market; null for all
   * @param day null reads as today
   */
  public List<Listing> withTickerOn(String ticker, @Nullable String mic, @Nullable LocalDate day) {
    List<Listing> then = new ArrayList<>(2);
    List<Listing> now = new ArrayList<>(2);
    for (Issuer issuer : index.apply(IssuerKey.ofTicker(ticker))) {
      for (Listing listing : issuer.listings()) {
        boolean bears =
            listing.ticker().equals(ticker) && (mic == null || listing.id().mic().equals(mic));
        if (bears && !listing.ended()) {
          now.add(listing);
        } else if (bears && day != null && listing.validOn(day)) {
          then.add(listing);
        }
      }
    }
    now.removeIf(l -> then.stream().anyMatch(t -> t.id().mic().equals(l.id().mic())));
    List<Listing> found = new ArrayList<>(then.size() + now.size());
    then.forEach(listing -> found.add(continued(listing)));
    found.addAll(now);
    return found.isEmpty() ? renamed(ticker, mic) : found;
  }

  private List<Listing> renamed(String ticker, @Nullable String mic) {
    return former.keySet().stream()
        .filter(b -> b.ticker().equals(ticker) && (mic == null || b.mic().equals(mic)))
        .sorted()
        .flatMap(before -> listing(former.getOrDefault(before, before)).stream())
        .limit(1)
        .toList();
  }

  /** The listing under which the same shares trade now; itself where they do not. */
  private Listing continued(Listing listing) {
    ListingId now = former.get(listing.id());
    return now == null ? listing : listing(now).orElse(listing);
  }

  /** The issuer whose shares those of a former name are now; itself where there are none. */
  public Issuer continued(Issuer issuer) {
    ListingId now = issuer.ended() ? former.get(issuer.primary().id()) : null;
    return now == null ? issuer : issuerOf(now).orElse(issuer);
  }

  /** Tickers that listings bore before, with the listing as it is now. */
  public Map<ListingId, ListingId> former() {
    return former;
  }

  public Optional<Issuer> issuerOf(ListingId id) {
    for (Issuer issuer : index.apply(IssuerKey.ofTicker(id.ticker()))) {
      for (Listing listing : issuer.listings()) {
        if (listing.id().equals(id)) {
          return Optional.of(issuer);
        }
      }
    }
    return Optional.empty();
  }

  /** The other listings of the same issuer, primary first. */
  public List<Listing> sisters(ListingId id) {
    Issuer issuer = issuerOf(id).orElse(null);
    List<Listing> sisters = new ArrayList<>();
    if (issuer != null) {
      for (Listing listing : issuer.listings()) {
        if (!listing.id().equals(id)) {
          sisters.add(listing);
        }
      }
    }
    return List.copyOf(sisters);
  }
}
