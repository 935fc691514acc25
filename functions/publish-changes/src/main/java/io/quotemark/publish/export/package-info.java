/** What changed in a day, as files. */
@NullMarked
package io.quotemark.publish.export;

import org.jspecify.annotations.NullMarked;
