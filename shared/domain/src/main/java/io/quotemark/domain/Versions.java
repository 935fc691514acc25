package io.quotemark.domain;

/**
 * What a verdict rests on (rule 16); a newer one of these re-checks.
 *
 * @param rules of finding and judging claims
 * @param master the securities master
 * @param bars digest over the bars that were looked at
 */
public record Versions(String rules, String master, String bars) {}
