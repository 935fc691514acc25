/** The routes: what each takes, asks of the stores, and answers. */
@NullMarked
package io.quotemark.serve.api;

import org.jspecify.annotations.NullMarked;
