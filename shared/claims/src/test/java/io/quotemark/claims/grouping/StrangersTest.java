package io.quotemark.claims.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.Claim;
import io.quotemark.market.listings.MasterFile;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that the securities master does not hold: companies with shares, or none. */
class StrangersTest {
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());
  private static final String CALM =
      "The day was calm. Rain fell in the north. Nobody was hurt. The roads were dry by noon. ";

  private static List<String> subjects(String text) {
    Article article =
        new Article(
            "",
            List.of(),
            List.of(),
            PublicationTime.on(LocalDate.of(2023, 5, 16)),
            null,
            "en",
            null,
            null,
            null,
            List.of(),
            text,
            List.of(),
            0,
            List.of());
    return FINDER.find(article).claims().stream().map(Claim::subject).toList();
  }

  @Test
  void nameWithoutShares_inALongText_isNoCompany() {
    assertThat(subjects(CALM + "Brindle Rover was down 34 percent.")).isEmpty();
  }

  @Test
  void nameWhoseSharesAreSpokenOf_isACompany_evenBeforeThat() {
    assertThat(subjects(CALM + "Copperfen jumped 6.9 percent. Shares of Copperfen are new."))
        .containsExactly("Copperfen");
    assertThat(subjects(CALM + "Copperfen jumped 6.9 percent. Copperfen's shares are new."))
        .containsExactly("Copperfen");
  }

  @Test
  void nameWithATagOrAPrice_isACompany() {
    assertThat(subjects(CALM + "Copperfen (NASDAQ: CPFN) jumped 6.9 percent."))
        .containsExactly("Copperfen");
    assertThat(subjects(CALM + "Copperfen jumped 6.9 percent to $15.30.")).hasSize(2);
  }

  @Test
  void nameInAShortText_mayBeACompany() {
    assertThat(subjects("Copperfen was down 34 percent.")).containsExactly("Copperfen");
  }

  @Test
  void knownCompany_needsNoProof_andClaimsAreNumberedWithoutGaps() {
    List<Claim> claims =
        FINDER
            .find(
                new Article(
                    "",
                    List.of(),
                    List.of(),
                    PublicationTime.on(LocalDate.of(2023, 5, 16)),
                    null,
                    "en",
                    null,
                    null,
                    null,
                    List.of(),
                    CALM + "Brindle Rover was down 34 percent. Boeing fell 2 percent on Monday.",
                    List.of(),
                    0,
                    List.of()))
            .claims();

    assertThat(claims).extracting(Claim::id).containsExactly("c1");
    assertThat(claims).extracting(Claim::subject).containsExactly("Boeing");
  }
}
