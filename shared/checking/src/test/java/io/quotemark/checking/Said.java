package io.quotemark.checking;

import io.quotemark.domain.claim.ClaimKind;

/**
 * A sentence of known truth.
 *
 * @param what names the row of the table it is counted in
 * @param kind of the statement it makes, beside others it may make
 */
record Said(String what, ClaimKind kind, String sentence) {}
