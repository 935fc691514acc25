package io.quotemark.market.verdicts;

import io.quotemark.domain.claim.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The claims of an article by the statement that makes them. */
public final class ClaimGroups {
  /** A sentence is cut at 350 tokens; a claim takes one at the least. */
  private static final int MOST_OF_ONE_GROUP = 350;

  private ClaimGroups() {}

  /**
   * Groups in reading order. One of more claims than a sentence can make is split, as claims of a
   * group are compared with each other.
   */
  public static List<List<Claim>> of(List<Claim> claims) {
    List<List<Claim>> groups = new ArrayList<>();
    Map<String, List<Claim>> open = new HashMap<>();
    for (Claim claim : claims) {
      String key = claim.group().isEmpty() ? "alone:" + claim.id() : claim.group();
      List<Claim> group = open.get(key);
      if (group == null || group.size() == MOST_OF_ONE_GROUP) {
        group = new ArrayList<>();
        open.put(key, group);
        groups.add(group);
      }
      group.add(claim);
    }
    return List.copyOf(groups);
  }
}
