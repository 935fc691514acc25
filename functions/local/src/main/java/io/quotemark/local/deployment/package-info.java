/** A running Quotemark as an operator reaches it: the local cloud, or a stack in an account. */
@NullMarked
package io.quotemark.local.deployment;

import org.jspecify.annotations.NullMarked;
