/** The HTTPS endpoint: a table of routes, answers as JSON for programs and as pages for people. */
@NullMarked
package io.quotemark.serve;

import org.jspecify.annotations.NullMarked;
