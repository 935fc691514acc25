package io.quotemark.claims.rules;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a rule matches, with the numbers of its groups: a matcher that is asked for a group by name
 * copies all of their names first.
 *
 * @param compiled over the letters of categories
 * @param needs what a sentence must have for a match
 * @param anchor the number of the group {@code anchor}, 0 where there is none
 * @param value the same of {@code value}
 * @param second the same of {@code second}
 */
public record RulePattern(Pattern compiled, Needs needs, int anchor, int value, int second) {
  static RulePattern of(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    Map<String, Integer> groups = compiled.namedGroups();
    return new RulePattern(
        compiled,
        Needs.of(pattern),
        groups.getOrDefault("anchor", 0),
        groups.getOrDefault("value", 0),
        groups.getOrDefault("second", 0));
  }
}
