/**
 * Rules as values: patterns over chunks, read from a data file, and the engine that settles them.
 */
@NullMarked
package io.quotemark.claims.rules;

import org.jspecify.annotations.NullMarked;
