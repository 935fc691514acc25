/** Claims of one sentence: a figure with its subject, its session and its stretch of time. */
@NullMarked
package io.quotemark.claims.statements;

import org.jspecify.annotations.NullMarked;
