/** Prices that claims wait for, and where they can be had. */
@NullMarked
package io.quotemark.serve.evidence;

import org.jspecify.annotations.NullMarked;
