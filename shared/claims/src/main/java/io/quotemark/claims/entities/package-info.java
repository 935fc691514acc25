/** Names in a text to issuers, and a claim's issuer to the listing it speaks of. */
@NullMarked
package io.quotemark.claims.entities;

import org.jspecify.annotations.NullMarked;
