package io.quotemark.claims.grouping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Wording;
import io.quotemark.domain.claim.Wording.Naming;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.securities.Securities;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a claim keeps of how its sentence is worded, on a master of two made-up companies. */
class WordedTest {
  private static final ClaimFinder FINDER =
      new ClaimFinder(
          new Securities(
              "test",
              List.of(
                  issuer("Brindlewick Holdings", "Brindlewick", "XNYS:BRWK"),
                  issuer("Copperfen Industries", "Copperfen", "XNYS:CPFN"))));

  private static Issuer issuer(String name, String alias, String listing) {
    return new Issuer(
        name,
        List.of(alias),
        List.of(),
        List.of(),
        List.of(
            new Listing(
                ListingId.parse(listing),
                "",
                "USD",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                true,
                null,
                null,
                null)));
  }

  private static List<Claim> find(String text) {
    return FINDER.find(TestArticle.of(text).published("2023-05-16").article()).claims();
  }

  /** Of the last claim of the text. */
  private static Wording wording(String text) {
    assertThat(find(text)).as(text).isNotEmpty();
    return find(text).getLast().wording();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shares of Brindlewick (NYSE: BRWK) rose 2.4 percent on Monday.|TICKER",
        "Brindlewick shares rose 2.4 percent on Monday.|NAMED",
        "Shares of Brindlewick rose 2.4 percent on Monday.|NAMED",
        "The Dow rose 2.4 percent on Monday.|NAMED",
        "Brindlewick rose 2.4 percent on Monday.|COMPANY",
        "Brindlewick reported a loss. Its shares rose 2.4 percent on Monday.|REFERENCE",
        "Brindlewick reported a loss, and its shares rose 2.4 percent on Monday.|REFERENCE",
        "The company reported a loss. The stock rose 2.4 percent on Monday.|REFERENCE",
        "Brindlewick shares rose on Monday. They closed at $41.20.|CARRIED"
      })
  void naming_isHowTheSentenceNamesWhatItSpeaksOf(String text, Naming naming) {
    assertThat(wording(text).naming()).isEqualTo(naming);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Brindlewick shares rose 2.4 percent on Monday.|1",
        "Brindlewick shares rose 2.4 percent while Copperfen slipped.|2",
        "Brindlewick shares rose 2.4 percent on a day when Brindlewick bought a mill.|1",
        "Brindlewick shares rose 2.4 percent, the Dow was flat, and Copperfen slipped.|3"
      })
  void names_areCountedOnceEach(String text, int names) {
    assertThat(find(text).getFirst().wording().names()).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Brindlewick shares rose 2.4 percent.|0|0",
        "Brindlewick shares rose 2.4 percent on Monday.|1|0",
        "Brindlewick shares rose 2.4 percent on Monday, after a fall on Friday.|2|0",
        "Brindlewick shares rose 2.4 percent this week.|1|1",
        "Brindlewick shares rose 2.4 percent on Monday, and are up 9 percent this year.|2|1"
      })
  void times_areCounted_andStretchesAmongThem(String text, int times, int stretches) {
    Wording wording = wording(text);

    assertThat(wording.times()).isEqualTo(times);
    assertThat(wording.stretches()).isEqualTo(stretches);
  }

  @Test
  void figuresAndStatements_areThoseOfTheSentenceAlone() {
    List<Claim> claims =
        find(
            "Brindlewick shares rose 2.4 percent to $41.20 on Monday. Copperfen shares fell 3 percent.");

    assertThat(claims)
        .extracting(Claim::kind)
        .containsExactly(ClaimKind.MOVE_PCT, ClaimKind.PRICE_LEVEL, ClaimKind.MOVE_PCT);
    assertThat(claims).extracting(c -> c.wording().statements()).containsExactly(2, 2, 1);
    assertThat(claims).extracting(c -> c.wording().figures()).containsExactly(2, 2, 1);
    assertThat(claims.get(0).wording().sentence()).isEqualTo(claims.get(1).wording().sentence());
    assertThat(claims.get(2).wording().sentence()).isNotEqualTo(claims.get(1).wording().sentence());
  }

  @Test
  void between_growsWithTheItemsFromNameToFigure() {
    assertThat(wording("Brindlewick shares rose 2.4 percent on Monday.").between())
        .isLessThan(
            wording("Brindlewick shares on Monday, after two days of calm, rose 2.4 percent.")
                .between());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Brindlewick shares rose 2.4 percent in after-hours trading.|true",
        "Brindlewick shares rose 2.4 percent on Monday.|false"
      })
  void offHours_areNoted(String text, boolean offHours) {
    assertThat(wording(text).offHours()).isEqualTo(offHours);
  }

  @Test
  void words_areTheTokensOfTheSentence() {
    assertThat(wording("Brindlewick shares rose 2.4 percent on Monday.").words())
        .isBetween(7, 9)
        .isLessThan(
            wording("Brindlewick shares rose 2.4 percent on Monday in calm trading.").words());
  }
}
