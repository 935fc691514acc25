/** parse-uploads: notifications of the bucket to typed messages on the articles queue. */
@NullMarked
package io.quotemark.parse;

import org.jspecify.annotations.NullMarked;
