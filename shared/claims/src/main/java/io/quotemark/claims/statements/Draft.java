package io.quotemark.claims.statements;

import io.quotemark.claims.discourse.Subject;
import io.quotemark.domain.Claim;
import io.quotemark.domain.ClaimKind;

/**
 * A claim still without id, group and listing.
 *
 * @param claim what is known of it
 * @param kind its kind
 * @param subject what it is about
 * @param from first token of its words
 * @param to token behind its last
 */
public record Draft(Claim.Builder claim, ClaimKind kind, Subject subject, int from, int to) {}
