/**
 * The rules of docs/verdicts.md: one class for each kind of claim, from claim and bars to verdict.
 */
@NullMarked
package io.quotemark.market.verdicts;

import org.jspecify.annotations.NullMarked;
