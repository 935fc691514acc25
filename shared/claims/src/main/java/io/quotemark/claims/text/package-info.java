/**
 * The article's text as tokens, sentences and paragraphs, and its offsets in code points. Shared by
 * amounts, entities and statements.
 */
@NullMarked
package io.quotemark.claims.text;

import org.jspecify.annotations.NullMarked;
