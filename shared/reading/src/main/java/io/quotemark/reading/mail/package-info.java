/** E-mail to its subject, sender, date and readable body. */
@NullMarked
package io.quotemark.reading.mail;

import org.jspecify.annotations.NullMarked;
