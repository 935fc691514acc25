package io.quotemark.domain.price;

import io.quotemark.domain.listing.ListingId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A snapshot of price history for some listings, indices and reference rates: each with one series
 * per source.
 */
public final class Tape {
  public static final Tape EMPTY = new Tape(List.of());

  private final Map<ListingId, List<PriceSeries>> series;
  private final List<MinuteBars> minutes;

  public Tape(List<PriceSeries> all) {
    this(all, List.of());
  }

  /**
   * @param minutes of some sessions, from any sources
   */
  public Tape(List<PriceSeries> all, List<MinuteBars> minutes) {
    Map<ListingId, List<PriceSeries>> byListing = new HashMap<>();
    for (PriceSeries one : all) {
      byListing.merge(
          one.listing(),
          List.of(one),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    this.series = Map.copyOf(byListing);
    this.minutes = minutes.stream().sorted(MinuteBars.PREFERENCE).toList();
  }

  /**
   * Several snapshots as one.
   *
   * @param tapes of different listings
   */
  public static Tape of(List<Tape> tapes) {
    return new Tape(
        tapes.stream()
            .flatMap(tape -> tape.series.values().stream())
            .flatMap(List::stream)
            .toList(),
        tapes.stream().flatMap(tape -> tape.minutes.stream()).toList());
  }

  /** The same history with minutes of some sessions. */
  public Tape with(List<MinuteBars> of) {
    return new Tape(series.values().stream().flatMap(List::stream).toList(), of);
  }

  /** All sources of a listing, the preferred one first; empty where nothing is stored. */
  public List<PriceSeries> sources(ListingId listing) {
    return series.getOrDefault(listing, List.of());
  }

  public Optional<PriceSeries> series(ListingId listing) {
    return sources(listing).stream().findFirst();
  }

  public Set<ListingId> listings() {
    return series.keySet();
  }

  /** All minutes there are, the preferred source of a session first. */
  public List<MinuteBars> minutes() {
    return minutes;
  }
}
