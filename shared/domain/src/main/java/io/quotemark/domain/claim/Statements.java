package io.quotemark.domain.claim;

import java.util.List;

/**
 * Everything an article says in figures, resolved but unchecked.
 *
 * @param rules version of the rules that found them
 * @param trace which rule fired or lost where, in reading order; empty unless asked for
 */
public record Statements(
    List<Amount> amounts,
    List<Entity> entities,
    List<Claim> claims,
    String rules,
    List<String> trace) {
  public Statements {
    amounts = List.copyOf(amounts);
    entities = List.copyOf(entities);
    claims = List.copyOf(claims);
    trace = List.copyOf(trace);
  }
}
