/**
 * The API for Java programs: {@link io.quotemark.client.QuotemarkClient}. Its records are those of
 * {@code io.quotemark.domain}.
 */
@NullMarked
package io.quotemark.client;

import org.jspecify.annotations.NullMarked;
