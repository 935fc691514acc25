/**
 * The articles table: uploads, articles with their versions, and the items that lists are read
 * from.
 */
@NullMarked
package io.quotemark.storage.articles;

import org.jspecify.annotations.NullMarked;
