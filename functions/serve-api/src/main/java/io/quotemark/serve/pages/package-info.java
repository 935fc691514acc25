/** Pages for people, rendered on the server; every value is encoded by the type that carries it. */
@NullMarked
package io.quotemark.serve.pages;

import org.jspecify.annotations.NullMarked;
