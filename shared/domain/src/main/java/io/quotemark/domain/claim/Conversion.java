package io.quotemark.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A sum of the article at the last reference rate published before the article (rule 15).
 *
 * @param amount position in the list of amounts
 */
public record Conversion(
    int amount, BigDecimal value, String currency, BigDecimal rate, LocalDate rateDate) {}
