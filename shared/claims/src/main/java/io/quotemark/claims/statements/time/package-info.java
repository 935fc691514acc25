/** Words that point at sessions, dates and stretches of time. */
@NullMarked
package io.quotemark.claims.statements.time;

import org.jspecify.annotations.NullMarked;
