@NullMarked
package io.quotemark.claims.chunks;

import org.jspecify.annotations.NullMarked;
