/** The API reference for people: openapi.json as pages, one for each of its tags. */
@NullMarked
package io.quotemark.serve.reference;

import org.jspecify.annotations.NullMarked;
