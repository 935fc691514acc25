package io.quotemark.claims.statements;

import io.quotemark.claims.discourse.Subject;
import io.quotemark.domain.claim.ClaimBuilder;

/**
 * A claim still without id, group and listing.
 *
 * @param claim what is known of it
 * @param subject what it is about
 * @param from first token of its words
 * @param to token behind its last
 */
public record Draft(ClaimBuilder claim, Subject subject, int from, int to) {}
