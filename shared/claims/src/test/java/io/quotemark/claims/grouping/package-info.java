/** Tests of how claims are grouped and worded. */
@NullMarked
package io.quotemark.claims.grouping;

import org.jspecify.annotations.NullMarked;
