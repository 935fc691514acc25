/** Price files taken by HTTP, and what became of them. */
@NullMarked
package io.quotemark.serve.pricefiles;

import org.jspecify.annotations.NullMarked;
