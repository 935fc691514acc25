/**
 * Verdicts as sentences that a newsroom can print. The words are data, a folder for each language
 * of readers; this is how templates, numbers, dates and currencies become a sentence.
 */
@NullMarked
package io.quotemark.sentences;

import org.jspecify.annotations.NullMarked;
