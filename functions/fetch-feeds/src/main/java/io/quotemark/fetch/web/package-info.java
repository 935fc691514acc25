/** Requests to hosts that others name: bounded, and never to an address inside a network. */
@NullMarked
package io.quotemark.fetch.web;

import org.jspecify.annotations.NullMarked;
