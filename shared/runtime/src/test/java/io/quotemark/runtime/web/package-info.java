@NullMarked
package io.quotemark.runtime.web;

import org.jspecify.annotations.NullMarked;
