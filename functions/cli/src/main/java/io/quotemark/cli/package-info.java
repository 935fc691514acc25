/** The commands of {@code quotemark}. */
@NullMarked
package io.quotemark.cli;

import org.jspecify.annotations.NullMarked;
