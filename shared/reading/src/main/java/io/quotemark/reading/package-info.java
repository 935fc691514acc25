/**
 * Bytes as they were scraped to an article: charset, format, date, language and furniture are
 * stages behind one facade.
 */
@NullMarked
package io.quotemark.reading;

import org.jspecify.annotations.NullMarked;
