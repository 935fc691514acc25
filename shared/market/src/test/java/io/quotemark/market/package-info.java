@org.jspecify.annotations.NullMarked
package io.quotemark.market;
