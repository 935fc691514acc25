@NullMarked
package io.quotemark.fetch.feeds;

import org.jspecify.annotations.NullMarked;
