/** Claims as flat rows: of CSV, events and exported files. */
@NullMarked
package io.quotemark.runtime.rows;

import org.jspecify.annotations.NullMarked;
