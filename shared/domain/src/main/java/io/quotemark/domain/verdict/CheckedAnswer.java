package io.quotemark.domain.verdict;

import java.util.List;

/**
 * An assistant's answer with what price history makes of each of its price statements.
 *
 * @param checked all that the check of a text says
 * @param findings of its price statements, in reading order
 * @param corrected the answer with its contradicted figures replaced, else as it was
 */
public record CheckedAnswer(
    CheckedArticle checked, List<AnswerFinding> findings, String corrected) {
  public CheckedAnswer {
    findings = List.copyOf(findings);
  }
}
