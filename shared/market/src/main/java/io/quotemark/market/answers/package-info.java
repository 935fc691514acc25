/** What may be cited in place of an answer's figures, and where the false ones come from. */
@NullMarked
package io.quotemark.market.answers;

import org.jspecify.annotations.NullMarked;
