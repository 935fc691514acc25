package io.quotemark.domain.listing;

import java.time.LocalDate;
import java.util.Comparator;

/** One session of one listing. */
public record ListingSession(ListingId listing, LocalDate session)
    implements Comparable<ListingSession> {
  private static final Comparator<ListingSession> ORDER =
      Comparator.comparing(ListingSession::listing).thenComparing(ListingSession::session);

  @Override
  public int compareTo(ListingSession other) {
    return ORDER.compare(this, other);
  }

  /** {@code XNYS:BABA 2025-02-24}. */
  @Override
  public String toString() {
    return listing + " " + session;
  }
}
