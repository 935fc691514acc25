package io.quotemark.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The securities master: every issuer and listing that claims can be resolved to, at one named
 * version.
 */
public final class Securities {
  private final String version;
  private final List<Issuer> issuers;
  private final Map<ListingId, Listing> listings = new HashMap<>();
  private final Map<ListingId, Issuer> owners = new HashMap<>();

  private final Map<ListingId, ListingId> former;

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
    this.version = version;
    this.former = Map.copyOf(former);
    this.issuers = List.copyOf(issuers);
    for (Issuer issuer : this.issuers) {
      for (Listing listing : issuer.listings()) {
        if (listings.put(listing.id(), listing) != null) {
          throw new IllegalArgumentException(
              "listing " + listing.id() + " stands twice in the securities master");
        }
        owners.put(listing.id(), issuer);
      }
    }
  }

  /** Names the data this was built from; verdicts carry it. */
  public String version() {
    return version;
  }

  public List<Issuer> issuers() {
    return issuers;
  }

  public Collection<Listing> listings() {
    return listings.values();
  }

  public Optional<Listing> listing(ListingId id) {
    return Optional.ofNullable(listings.get(id));
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
    return Optional.ofNullable(owners.get(id));
  }

  /** The other listings of the same issuer, primary first. */
  public List<Listing> sisters(ListingId id) {
    Issuer issuer = owners.get(id);
    return issuer == null
        ? List.of()
        : issuer.listings().stream().filter(l -> !l.id().equals(id)).toList();
  }
}
