/** What is read: a document, the article in it, when it appeared, and places in its text. */
@NullMarked
package io.quotemark.domain.article;

import org.jspecify.annotations.NullMarked;
