/** Words that point at sessions, dates and stretches of time. */
@NullMarked
package io.quotemark.claims.times;

import org.jspecify.annotations.NullMarked;
