/**
 * Articles: one and many, as JSON, page, chart and feed. The page of an article is the claims' page
 * too.
 */
@NullMarked
package io.quotemark.serve.articles;

import org.jspecify.annotations.NullMarked;
