/** A running Quotemark as an operator reaches it: the local cloud, or a stack in an account. */
@NullMarked
package io.quotemark.cli.deployment;

import org.jspecify.annotations.NullMarked;
