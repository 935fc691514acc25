/** What stands on a page without being the article. */
@NullMarked
package io.quotemark.reading.furniture;

import org.jspecify.annotations.NullMarked;
