/**
 * enrich-articles: messages of the articles queue to checked articles; the only writer of the
 * articles table.
 */
@NullMarked
package io.quotemark.enrich;

import org.jspecify.annotations.NullMarked;
