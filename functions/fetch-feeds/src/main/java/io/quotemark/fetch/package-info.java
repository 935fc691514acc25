/** Fetches feeds and requested pages from their publishers and puts them into the inbox. */
@NullMarked
package io.quotemark.fetch;

import org.jspecify.annotations.NullMarked;
