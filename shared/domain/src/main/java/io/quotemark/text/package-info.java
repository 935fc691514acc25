/** Text as this project compares and ships it: folded names, lines of data files. */
@NullMarked
package io.quotemark.text;

import org.jspecify.annotations.NullMarked;
