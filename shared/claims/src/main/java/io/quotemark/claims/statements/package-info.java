/** Amounts, mentions and words to claims: what an article says about market prices. */
@NullMarked
package io.quotemark.claims.statements;

import org.jspecify.annotations.NullMarked;
