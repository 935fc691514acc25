/** The securities master in memory: issuers found by name, ticker or code. */
@NullMarked
package io.quotemark.securities;

import org.jspecify.annotations.NullMarked;
