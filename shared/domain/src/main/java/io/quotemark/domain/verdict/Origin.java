package io.quotemark.domain.verdict;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Where a false figure most likely comes from: the one price that it equals and that may have been
 * taken for the right one.
 *
 * @param listing whose price it is
 * @param session of which day
 * @param field which price of the day; of a move the price that it leads to
 * @param value what stands there, in the unit of the statement
 */
public record Origin(
    Kind kind, ListingId listing, LocalDate session, PriceField field, BigDecimal value) {
  /** What was taken for what. */
  public enum Kind {
    /** Another price of the same session: the high for the close. */
    OTHER_FIELD,
    /** The same price of another session: the day before, a week or exactly a year. */
    OTHER_SESSION,
    /** Another listing of the same company. */
    SISTER_LISTING,
    /** The price divided by splits that came later. */
    SPLIT_ADJUSTED,
    /** The price lowered by dividends that were paid later. */
    DIVIDEND_ADJUSTED,
    /** Another company that the text names. */
    OTHER_COMPANY
  }
}
