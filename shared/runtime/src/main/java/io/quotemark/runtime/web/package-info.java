/** Which addresses of the web may be asked for, before anybody asks. */
@NullMarked
package io.quotemark.runtime.web;

import org.jspecify.annotations.NullMarked;
