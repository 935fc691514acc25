/** Price providers behind one port: what they answered, told apart before any of it is believed. */
@NullMarked
package io.quotemark.refresh.providers;

import org.jspecify.annotations.NullMarked;
