package io.quotemark.domain.verdict;

/**
 * What a verdict rests on (rule 16); a newer one of these re-checks.
 *
 * @param rules of finding and judging claims
 * @param master the securities master
 * @param bars digest over the bars that were looked at
 */
public record Versions(String rules, String master, String bars) {
  /** Of finding claims: grows with every change that can change what is found. */
  public static final String CLAIM_RULES = "18";

  /** Of judging claims: grows with every change that can change a verdict. */
  public static final String VERDICT_RULES = "verdicts-16";

  /** What a check of now is stamped with. */
  public static final String RULES = CLAIM_RULES + "+" + VERDICT_RULES;
}
