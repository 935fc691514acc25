/** Whose price a figure is of, of which session, and over which stretch of time. */
@NullMarked
package io.quotemark.claims.attachment;

import org.jspecify.annotations.NullMarked;
