/** What is the same for every caller: the API document, health, the page on verdicts, assets. */
@NullMarked
package io.quotemark.serve.about;

import org.jspecify.annotations.NullMarked;
