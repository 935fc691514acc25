package io.quotemark.market.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimGroupsTest {
  @Test
  void groups_inReadingOrder_aloneWhereNoneIsNamed() {
    List<Claim> claims =
        List.of(claim(1, "g1"), claim(2, "g2"), claim(3, "g1"), claim(4, ""), claim(5, ""));
    assertThat(ClaimGroups.of(claims))
        .extracting(group -> group.stream().map(Claim::id).toList())
        .containsExactly(List.of("c1", "c3"), List.of("c2"), List.of("c4"), List.of("c5"));
  }

  @Test
  void groups_ofMoreClaimsThanASentenceMakes_areSplit() {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      claims.add(claim(i, "g1"));
    }
    List<List<Claim>> groups = ClaimGroups.of(claims);
    assertThat(groups).extracting(List::size).containsExactly(350, 350, 100);
    assertThat(groups.stream().flatMap(List::stream).toList()).isEqualTo(claims);
  }

  private static Claim claim(int number, String group) {
    return MadeMarket.claim(ClaimKind.MOVE_PCT, "5.0").id("c" + number).group(group).build();
  }
}
