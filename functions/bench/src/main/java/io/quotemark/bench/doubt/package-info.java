/** Real articles against real bars: what is accused, and the points that decide it. */
@NullMarked
package io.quotemark.bench.doubt;

import org.jspecify.annotations.NullMarked;
