/** The embedded cloud: real emulators behind the names of {@code template.yaml}, on loopback. */
@NullMarked
package io.quotemark.local.cloud;

import org.jspecify.annotations.NullMarked;
