/** Price files and scheduled runs to the price table, and the re-checks that follow from them. */
@NullMarked
package io.quotemark.refresh;

import org.jspecify.annotations.NullMarked;
