/** Claims and market put together: an article to a checked article. */
@NullMarked
package io.quotemark.checking;

import org.jspecify.annotations.NullMarked;
