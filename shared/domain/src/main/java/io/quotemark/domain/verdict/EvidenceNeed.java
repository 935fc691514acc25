package io.quotemark.domain.verdict;

import io.quotemark.domain.listing.ListingId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Prices of one listing that are not in store and that a claim cannot be decided without.
 *
 * @param listing a share, an index, or a currency pair whose reference rates are meant
 * @param from first session, inclusive; null where the claim compares with all the history there is
 * @param to last session, inclusive
 * @param fields what each session must have; with {@link Field#DIVIDENDS} the prices as traded are
 *     meant, because adjusted ones are in store already
 */
public record EvidenceNeed(
    ListingId listing, @Nullable LocalDate from, LocalDate to, Set<Field> fields) {
  /** What a price file holds of a session, or of the days between sessions. */
  public enum Field {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME,
    SPLITS,
    DIVIDENDS,
    /** Bars of a minute each, before, during and after the session. */
    MINUTES
  }

  public EvidenceNeed {
    EnumSet<Field> ordered = EnumSet.noneOf(Field.class);
    ordered.addAll(fields);
    fields = Collections.unmodifiableSet(ordered);
    if (from != null && from.isAfter(to)) {
      throw new IllegalArgumentException("a need cannot end before it starts: " + from + ", " + to);
    }
  }

  /** The same prices over another stretch. */
  public EvidenceNeed over(@Nullable LocalDate first, LocalDate last) {
    return new EvidenceNeed(listing, first, last, fields);
  }

  /** The same stretch with more fields. */
  public EvidenceNeed with(Set<Field> more) {
    Set<Field> all = EnumSet.noneOf(Field.class);
    all.addAll(fields);
    all.addAll(more);
    return new EvidenceNeed(listing, from, to, all);
  }
}
