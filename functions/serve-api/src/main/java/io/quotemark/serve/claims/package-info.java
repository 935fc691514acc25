/** Claims across articles, and the bars that decided one. */
@NullMarked
package io.quotemark.serve.claims;

import org.jspecify.annotations.NullMarked;
