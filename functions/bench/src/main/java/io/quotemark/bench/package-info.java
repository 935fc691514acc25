/** Benchmarks of the core by JMH. What is compared is measured in one run. */
@NullMarked
package io.quotemark.bench;

import org.jspecify.annotations.NullMarked;
