package io.quotemark.market.odds;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.verdict.Verdict;
import java.util.List;

/**
 * All that counts for or against a claim that failed.
 *
 * @param verdict what the check found
 * @param shape of the figure beside the true one
 * @param digits that the figure prints, leading and closing zeros left out
 * @param distance of the figure from the tape: of a level as a natural logarithm, of a move in
 *     percentage points; not a number where there is none
 * @param beaten sessions since a highest or lowest was last beaten; −1 where that is not asked
 * @param others other readings that the tape bears out
 * @param stated whether the session is stated
 * @param anchored whether another claim of the statement agrees with it
 * @param close whether it is worded as the close and printed near it after it
 * @param clear whether the session is clear enough to accuse
 * @param ago sessions between the claim's and the last one that the article can know; −1 unknown
 */
record Features(
    Claim claim,
    Verdict verdict,
    Group group,
    Shape shape,
    int digits,
    double distance,
    int beaten,
    List<OtherReading> others,
    boolean stated,
    boolean anchored,
    boolean close,
    boolean clear,
    int ago,
    Beside beside) {
  Features {
    others = List.copyOf(others);
  }
}
