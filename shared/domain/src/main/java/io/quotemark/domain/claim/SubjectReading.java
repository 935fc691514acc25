package io.quotemark.domain.claim;

import java.math.BigDecimal;

/**
 * Another company that a claim can be read of, and what speaks for it.
 *
 * @param subject its name as printed
 * @param listing which of its listings would be meant
 * @param plausibility 0 to 1: how likely the words mean it, among all that they may mean
 * @param words what the reading rests on, signs separated by blanks
 */
public record SubjectReading(
    String subject, ListingChoice listing, BigDecimal plausibility, String words) {}
