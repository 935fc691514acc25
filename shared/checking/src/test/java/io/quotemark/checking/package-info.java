/** Whole sentences through claims and market together. */
@org.jspecify.annotations.NullMarked
package io.quotemark.checking;
