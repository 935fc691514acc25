/** What an article says in figures: amounts, companies and statements about market prices. */
@NullMarked
package io.quotemark.claims;

import org.jspecify.annotations.NullMarked;
