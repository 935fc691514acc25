/** Who is quoted where: issuers, their listings, and the sessions of a listing. */
@NullMarked
package io.quotemark.domain.listing;

import org.jspecify.annotations.NullMarked;
