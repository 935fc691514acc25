/** Zip and tar files to their entries, bounded in number and size. */
@NullMarked
package io.quotemark.reading.bundle;

import org.jspecify.annotations.NullMarked;
