/** The annotated passages that rules are measured on; they stand outside the project. */
@NullMarked
package io.quotemark.claims.gold;

import org.jspecify.annotations.NullMarked;
