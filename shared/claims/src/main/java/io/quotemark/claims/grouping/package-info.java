/** Which claims share a subject, a figure, a sentence, and how plainly each is worded. */
@NullMarked
package io.quotemark.claims.grouping;

import org.jspecify.annotations.NullMarked;
