/** What {@code template.yaml} says, as the embedded cloud needs it. */
@NullMarked
package io.quotemark.local.template;

import org.jspecify.annotations.NullMarked;
