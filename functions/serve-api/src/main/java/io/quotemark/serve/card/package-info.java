/** A claim as a picture to share. The only code that draws pixels: no other loads java.awt. */
@NullMarked
package io.quotemark.serve.card;

import org.jspecify.annotations.NullMarked;
