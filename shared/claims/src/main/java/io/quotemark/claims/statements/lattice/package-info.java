/** A sentence as a row of items: amounts, mentions, times and words of the trade. */
@NullMarked
package io.quotemark.claims.statements.lattice;

import org.jspecify.annotations.NullMarked;
