@NullMarked
package io.quotemark.fetch.web;

import org.jspecify.annotations.NullMarked;
