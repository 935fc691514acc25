package io.quotemark.domain;

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
    return withTicker(id.ticker()).stream().filter(listing -> listing.id().equals(id)).findFirst();
  }

  /** Listings that bear the ticker today, on whatever exchange. */
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
    return index.apply(IssuerKey.CURRENCY_PAIR).stream().filter(Issuer::isCurrencyPair).toList();
  }

  /** The listing with the id today, else the one that bore it until its ticker changed. */
  public Optional<Listing> listingNowOrBefore(ListingId id) {
    ListingId now = former.get(id);
    return listing(id).or(() -> now == null ? Optional.empty() : listing(now));
  }

  /** Listings that bear the ticker today, else one that bore it until its ticker changed. */
  public List<Listing> withTickerNowOrBefore(String ticker) {
    List<Listing> now = withTicker(ticker);
    return now.isEmpty()
        ? former.keySet().stream()
            .filter(before -> before.ticker().equals(ticker))
            .sorted()
            .flatMap(before -> listingNowOrBefore(before).stream())
            .limit(1)
            .toList()
        : now;
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
    return issuerOf(id)
        .map(issuer -> issuer.listings().stream().filter(l -> !l.id().equals(id)).toList())
        .orElse(List.of());
  }
}
