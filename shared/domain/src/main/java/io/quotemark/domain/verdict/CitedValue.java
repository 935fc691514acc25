package io.quotemark.domain.verdict;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The value that may be cited in place of a statement's figure.
 *
 * @param value of a price in major units, of a move or return in per cent where {@code percent}
 * @param percent whether it is in per cent
 * @param currency ISO 4217; null for per cent, points and rates
 * @param field the price of the session that it is, of a move the one that it leads to
 * @param session the day it is of, of a stretch its last one
 * @param source who delivered the prices
 */
public record CitedValue(
    BigDecimal value,
    boolean percent,
    @Nullable String currency,
    @Nullable PriceField field,
    @Nullable LocalDate session,
    @Nullable ListingId listing,
    @Nullable String source) {}
