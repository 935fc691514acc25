/** Documents handed in, and what became of every upload. */
@NullMarked
package io.quotemark.serve.uploads;

import org.jspecify.annotations.NullMarked;
