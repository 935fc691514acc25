/**
 * Statements of structured form: rows of tables, lines of a key and its value, cards of a quote and
 * the like, as an assistant answers in. A label says which price a figure is; whose it is and of
 * which day is told by its row, its line, or the heading above.
 */
@NullMarked
package io.quotemark.claims.answers;

import org.jspecify.annotations.NullMarked;
