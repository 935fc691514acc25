/** The command line of the local cloud. */
@NullMarked
package io.quotemark.local;

import org.jspecify.annotations.NullMarked;
