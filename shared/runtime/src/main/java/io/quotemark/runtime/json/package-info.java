/** The public contract and stored forms as JSON, read and written as streams. */
@NullMarked
package io.quotemark.runtime.json;

import org.jspecify.annotations.NullMarked;
