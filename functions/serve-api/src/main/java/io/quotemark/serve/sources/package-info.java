/** Sources: how often their claims held. */
@NullMarked
package io.quotemark.serve.sources;

import org.jspecify.annotations.NullMarked;
