/** Dates and times as news prints them. */
@NullMarked
package io.quotemark.reading.dates;

import org.jspecify.annotations.NullMarked;
