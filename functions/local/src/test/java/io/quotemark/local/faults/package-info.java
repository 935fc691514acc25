/** What can go wrong between the functions and AWS, done to them on purpose. */
@NullMarked
package io.quotemark.local.faults;

import org.jspecify.annotations.NullMarked;
