/** A sentence as a list of chunks: amounts, names, times and words of the trade. */
@NullMarked
package io.quotemark.claims.chunks;

import org.jspecify.annotations.NullMarked;
