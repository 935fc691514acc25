/**
 * Rules as values: patterns over items, read from a data file, and the engine that settles them.
 */
@NullMarked
package io.quotemark.claims.statements.rules;

import org.jspecify.annotations.NullMarked;
