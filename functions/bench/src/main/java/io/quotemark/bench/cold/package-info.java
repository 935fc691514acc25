/** What the first answer of a function costs, measured with Lambda's own runtime client. */
@NullMarked
package io.quotemark.bench.cold;

import org.jspecify.annotations.NullMarked;
