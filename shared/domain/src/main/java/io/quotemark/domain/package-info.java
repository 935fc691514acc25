/**
 * Values and sealed outcomes that every part of Quotemark speaks in; plain data, no cloud, no JSON,
 * no clock.
 */
@NullMarked
package io.quotemark.domain;

import org.jspecify.annotations.NullMarked;
