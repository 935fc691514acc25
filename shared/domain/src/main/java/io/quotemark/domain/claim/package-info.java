/**
 * What an article says about prices: amounts, names and statements, resolved but not yet checked.
 */
@NullMarked
package io.quotemark.domain.claim;

import org.jspecify.annotations.NullMarked;
