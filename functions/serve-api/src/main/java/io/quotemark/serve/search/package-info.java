/** One search for companies, sources and articles. */
@NullMarked
package io.quotemark.serve.search;

import org.jspecify.annotations.NullMarked;
