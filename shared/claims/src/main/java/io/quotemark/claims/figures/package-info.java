/** What a match says: a move, a level, an extreme, still without whom and when. */
@NullMarked
package io.quotemark.claims.figures;

import org.jspecify.annotations.NullMarked;
