package io.quotemark.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The securities master: every issuer and listing that claims can be resolved to, at one named
 * version.
 */
public final class Securities {
  private final String version;
  private final List<Issuer> issuers;
  private final Function<ListingId, @Nullable Issuer> owners;
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
    this(version, List.copyOf(issuers), owners(issuers)::get, former);
  }

  /**
   * @param issuers which never change; they may be made as they are asked for
   * @param owners the issuer of a listing, null where none has it
   */
  public Securities(
      String version,
      List<Issuer> issuers,
      Function<ListingId, @Nullable Issuer> owners,
      Map<ListingId, ListingId> former) {
    this.version = version;
    this.issuers = issuers;
    this.owners = owners;
    this.former = Map.copyOf(former);
  }

  private static Map<ListingId, Issuer> owners(Collection<Issuer> issuers) {
    Map<ListingId, Issuer> owners = new HashMap<>();
    for (Issuer issuer : issuers) {
      for (Listing listing : issuer.listings()) {
        if (owners.put(listing.id(), issuer) != null) {
          throw new IllegalArgumentException(
              "listing " + listing.id() + " stands twice in the securities master");
        }
      }
    }
    return owners;
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
    Issuer issuer = owners.apply(id);
    if (issuer != null) {
      for (Listing listing : issuer.listings()) {
        if (listing.id().equals(id)) {
          return Optional.of(listing);
        }
      }
    }
    return Optional.empty();
  }

  /** The listing with the id today, else the one that bore it until its ticker changed. */
  public Optional<Listing> listingNowOrBefore(ListingId id) {
    ListingId now = former.get(id);
    return listing(id).or(() -> now == null ? Optional.empty() : listing(now));
  }

  /** Tickers that listings bore before, with the listing as it is now. */
  public Map<ListingId, ListingId> former() {
    return former;
  }

  public Optional<Issuer> issuerOf(ListingId id) {
    return Optional.ofNullable(owners.apply(id));
  }

  /** The other listings of the same issuer, primary first. */
  public List<Listing> sisters(ListingId id) {
    Issuer issuer = owners.apply(id);
    return issuer == null
        ? List.of()
        : issuer.listings().stream().filter(l -> !l.id().equals(id)).toList();
  }
}
