/** The commands of {@code quotemark}. */
@NullMarked
package io.quotemark.local.cli;

import org.jspecify.annotations.NullMarked;
