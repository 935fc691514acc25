/** A document of a request, read and checked and not stored. */
@NullMarked
package io.quotemark.serve.check;

import org.jspecify.annotations.NullMarked;
