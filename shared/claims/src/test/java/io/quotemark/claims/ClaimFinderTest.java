package io.quotemark.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Statements;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceField;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.listings.MasterFile;
import java.time.DayOfWeek;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The facade: the trace it gives when asked. */
final class ClaimFinderTest {
  private static final ClaimFinder FINDER = new ClaimFinder(MasterFile.load());

  @Test
  void find_explained_namesTheRulesThatFired() {
    Statements explained = FINDER.find(article("Copperfen shares rose 2 percent to $41."), true);
    assertThat(explained.trace())
        .contains("move fired: rose 2 percent", "level fired: rose 2 percent to $41");
    assertThat(FINDER.find(article("Copperfen shares rose 2 percent to $41.")).trace()).isEmpty();
  }

  @Test
  void find_explained_changesNoClaim() {
    Article article = article("Copperfen shares fell 12p to 402p, the lowest since May 2019.");
    assertThat(FINDER.find(article, true).claims()).isEqualTo(FINDER.find(article).claims());
  }

  @Test
  void find_fxPair_spansItsBracket() {
    assertThat(FINDER.find(article("It will invest 150 billion yuan ($20.69 billion).")).claims())
        .singleElement()
        .satisfies(
            pair -> assertThat(pair.at().text()).isEqualTo("150 billion yuan ($20.69 billion)"));
  }

  @Test
  void find_biggestMove_takesTheDayNamedBehindItsComparison() {
    assertThat(
            FINDER
                .find(article("Copperfen shares had their biggest gain since May 2019 on Friday."))
                .claims())
        .singleElement()
        .satisfies(move -> {
          assertThat(move.compared().since()).isEqualTo(PartialDate.parse("2019-05"));
          assertThat(move.session()).isEqualTo(new SessionWords.OnWeekday(DayOfWeek.FRIDAY, false));
        });
    assertThat(
            FINDER
                .find(article("Copperfen shares had their biggest gain since May 2019."))
                .claims())
        .extracting(Claim::session)
        .containsExactly(SessionWords.Unstated.UNSTATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Copperfen shares more than doubled in 2022.|OVER",
        "Copperfen shares rose 18 percent in 2022, after more than tripling in 2021.|OVER",
        "Copperfen shares doubled in 2022.|ABOUT"
      })
  void find_multiple_isOneSidedWhereItSaysMoreThan(String text, Hedge hedge) {
    assertThat(FINDER.find(article(text)).claims().getLast().hedge()).isEqualTo(hedge);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Dow notched its third weekly gain in a row.|en|3w|false",
        "The Dow rose for a fifth straight session this week.|en||false",
        "The Dow snapped a four-week winning streak.|en|4w|true",
        "After three straight weeks of gains, the Dow fell 0.8 percent.|en|3w|true",
        "O Ibovespa avançou na quarta alta seguida.|pt||false"
      })
  void find_streak_countsWhatItsWordsCount(
      String text, String language, @Nullable String window, boolean ended) {
    assertThat(FINDER.find(article("", text, language)).claims())
        .filteredOn(claim -> claim.kind() == ClaimKind.STREAK)
        .singleElement()
        .satisfies(streak -> {
          assertThat(streak.compared().window())
              .isEqualTo(window == null ? null : Window.parse(window));
          assertThat(streak.compared().ended()).isEqualTo(ended);
        });
  }

  @Test
  void find_streakThatWentOn_isNotSaidToBeOver() {
    assertThat(
            FINDER
                .find(article("After three straight days of gains, the Dow rose 0.8 percent."))
                .claims())
        .extracting(Claim::kind)
        .containsExactly(ClaimKind.INDEX_MOVE_PCT);
  }

  @Test
  void find_rateInAThirdCurrency_isOfThatPair() {
    assertThat(FINDER.find(article("The euro rose to 115.20 yen.")).claims())
        .extracting(Claim::pair)
        .containsExactly(ListingId.currencyPair("EUR", "JPY"));
  }

  @Test
  void find_textThatNamesNobody_speaksOfTheTitlesCompany() {
    Article text = article("The shares fell 3 percent.");
    Article titled = article("Nike disappoints", text.text(), "en");
    assertThat(FINDER.find(titled).claims())
        .extracting(claim -> Objects.requireNonNull(claim.listing()).id())
        .containsExactly(ListingId.parse("XNYS:NKE"));
    assertThat(FINDER.find(text).claims()).extracting(Claim::listing).containsOnlyNulls();
  }

  @Test
  void find_move_ofTheOpening_isThatOfTheFirstPrice() {
    assertThat(FINDER.find(article("Copperfen shares opened 2 percent higher.")).claims())
        .extracting(Claim::field)
        .containsExactly(PriceField.OPEN);
    assertThat(FINDER.find(article("Copperfen shares traded 2 percent higher.")).claims())
        .singleElement()
        .satisfies(move -> assertThat(move.field()).isNotEqualTo(PriceField.OPEN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shares of Nvidia Corp. (NASDAQ: NVDA) rose 2% on Monday.",
        "Apple Inc. (AAPL.O) rose 2% on Monday.",
        "Apple, Inc. (NASDAQ: AAPL) rose 2% on Monday.",
        "Tesla, Inc. (NASDAQ: TSLA) shares fell 2% on Monday."
      })
  void find_tagBehindALegalFormAndItsMarks_isOfTheName(String text) {
    assertThat(FINDER.find(article(text)).claims().getFirst().listing())
        .isNotNull()
        .extracting(listing -> listing.why().getFirst().kind())
        .isEqualTo(ListingEvidence.Kind.BRACKET);
  }

  private static Article article(String text) {
    return article("", text, "en");
  }

  private static Article article(String title, String text, String language) {
    return TestArticle.of(text).title(title).language(language).article();
  }
}
