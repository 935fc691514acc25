/** Which of the supported languages a text is in. */
@NullMarked
package io.quotemark.reading.language;

import org.jspecify.annotations.NullMarked;
