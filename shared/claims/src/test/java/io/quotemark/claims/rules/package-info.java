/** Statements: rules, vocabularies and the corpus that holds them. */
@NullMarked
package io.quotemark.claims.rules;

import org.jspecify.annotations.NullMarked;
