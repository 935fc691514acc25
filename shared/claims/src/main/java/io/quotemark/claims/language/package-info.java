/**
 * What a language is: a folder of data files, read into words of the trade, words of time, number
 * style and marks.
 */
@NullMarked
package io.quotemark.claims.language;

import org.jspecify.annotations.NullMarked;
