/** What a text has spoken of, sentence by sentence. */
@NullMarked
package io.quotemark.claims.discourse;

import org.jspecify.annotations.NullMarked;
