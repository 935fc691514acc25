/**
 * A simulation of the stack under loads that nobody here can put on AWS: events in order of time,
 * one random seed, so that a run gives the same digits again. {@code functions/bench/scale} writes
 * docs/scale.md.
 */
@NullMarked
package io.quotemark.bench.scale;

import org.jspecify.annotations.NullMarked;
