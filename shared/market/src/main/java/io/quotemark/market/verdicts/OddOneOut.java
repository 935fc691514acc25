package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Level, move and previous close check each other (rule 3): where the others agree with the bars,
 * the one that does not is named.
 */
final class OddOneOut {
  private OddOneOut() {}

  static void name(Map<Claim, Finding> findings) {
    List<Claim> failed = new ArrayList<>();
    List<Claim> held = new ArrayList<>();
    for (Map.Entry<Claim, Finding> found : findings.entrySet()) {
      Claim claim = found.getKey();
      if (isLevel(claim) || isMove(claim)) {
        if (found.getValue().failed()) {
          failed.add(claim);
        } else if (found.getValue().holds()) {
          held.add(claim);
        }
      }
    }
    if (failed.size() != 1 || held.isEmpty()) {
      return;
    }
    Finding odd = findings.get(failed.getFirst());
    if (odd != null) {
      odd.because(
          "it is the odd one out: %s agrees with the bars".formatted(held.getFirst().at().text()));
      if (odd.computed() != null) {
        odd.repairIfNone(Slips.figure(failed.getFirst(), odd.computed()));
      }
    }
  }

  private static boolean isLevel(Claim claim) {
    return claim.kind() == ClaimKind.PRICE_LEVEL || claim.kind() == ClaimKind.INDEX_LEVEL;
  }

  private static boolean isMove(Claim claim) {
    return switch (claim.kind()) {
      case MOVE_PCT, MOVE_ABS, INDEX_MOVE_PCT, INDEX_MOVE_PTS -> true;
      default -> false;
    };
  }
}
