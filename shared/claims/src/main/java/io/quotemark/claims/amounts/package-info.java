/**
 * Sums of money, percentages and other quantities of a text, with their currencies resolved.
 *
 * <p>{@link io.quotemark.claims.amounts.AmountFinder} is the way in. Vocabularies are data files
 * beside this package; each class here is one behaviour over them. Every look ahead and behind is
 * bounded, so the cost is linear in the length of the text.
 */
@NullMarked
package io.quotemark.claims.amounts;

import org.jspecify.annotations.NullMarked;
