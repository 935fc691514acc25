package io.quotemark.claims.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.ListingEvidence.Kind;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityFinderTest {
  private static final Securities MASTER = MasterFile.load();
  private static final EntityFinder FINDER = new EntityFinder(MASTER);
  private static final ListingChooser CHOOSER = new ListingChooser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Alibaba shares fell on Friday | Alibaba Group Holding Limited",
        "The lender said HSBC Holdings would cut costs | HSBC Holdings Plc",
        "阿里巴巴股价上涨 | Alibaba Group Holding Limited",
        "The Hang Seng ended lower | Hang Seng Index",
        "Goldman Sachs rose 2% | Goldman Sachs Group Inc. (The)",
        "Shares of Target fell after results | Target Corporation",
        "A note on (NYSE: TGT) | Target Corporation",
        "Index .SPX rose | S&P 500"
      })
  void find_name_isTheIssuer(String text, String issuer) {
    assertThat(names(text)).containsExactly(issuer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The target was missed by the team in the spring.",
        "She ate an apple and a shell lay on the beach.",
        "Workers paid 20 euros and 3 yen for lunch in a gap year.",
        "A visa is needed.",
        "On Monday the shares of the group fell in New York trading.",
        "Also the market closed lower and shares fell.",
        "Alibaba Cloud opened a data centre and the market took note.",
        "Demand is weak, said an analyst at Goldman Sachs in a note on stocks."
      })
  void find_ordinaryWords_areNoCompanies(String text) {
    assertThat(names(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tencent (700.HK) rose | XHKG:0700",
        "the maker [HKG: 9988] rose | XHKG:9988",
        "holders of $BABA sold | XNYS:BABA",
        "fund bought BABA US, it said | XNYS:BABA",
        "EAD.PA and AAPL.O fell | XNAS:AAPL"
      })
  void find_ticker_isTheListing(String text, String listing) {
    assertThat(FINDER.find(Tokens.of(text, Language.of("en").marks()), List.of(), "en", null, null))
        .anySatisfy(m ->
            assertThat(m.listing())
                .isNotNull()
                .satisfies(l -> assertThat(l.id()).hasToString(listing)));
  }

  /** The mentions behind the full name of who is meant. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Wells Fargo & Co cut jobs. Shares of Wells fell 2%. | Wells Fargo & Co , Wells",
        "Pfizer, Inc. rose | Pfizer, Inc",
        "Pfizer, Group sales rose | Pfizer",
        "Texas Instruments (NASDAQ: TXN) fell and TI rose. | Texas Instruments , (NASDAQ: TXN , TI",
        "Duke Energy rose. Shares in Duke fell. | Duke Energy , Duke",
        "Duke Energy rose. The Duke of York, a New Duke Band and duke it out. | Duke Energy",
        "Simon Property Group spoke. Simon said so. Simon shares rose. | Simon Property Group , Simon",
        "Shares of Wells fell. Wells Fargo said so. | Wells Fargo",
        "New York Times rose. The New York Stock Exchange closed. | New York Times",
        "Duke Energy fell. Duke Riverside Inc rose, and Duke fell. | Duke Energy"
      })
  void find_shortName_isWhoWasNamedInFull(String text, String mentions) {
    List<Mention> found =
        FINDER.find(Tokens.of(text, Language.of("en").marks()), List.of(), "en", null, null);
    assertThat(
            found.stream()
                .filter(m -> !m.refersBack())
                .map(Mention::printed)
                .collect(java.util.stream.Collectors.joining(" , ")))
        .isEqualTo(mentions);
  }

  /** Who is gone is meant on the days it was listed, beside a word of the market. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Shares of Dell rose 3 percent. | 2008-05-06 | XNAS:DELL",
        "Shares of Dell rose 3 percent. | 2020-05-06 | XNYS:DELL",
        "Shares of Dell rose 3 percent. | - | XNYS:DELL",
        "General Motors shares rose 3 percent. | 2008-05-06 | XNYS:GM_2009",
        "General Motors shares rose 3 percent. | 2012-05-07 | XNYS:GM",
        "Kraft shares rose 3 percent. | 2008-05-06 | XNAS:MDLZ",
        "Kraft shares rose 3 percent. | 2013-05-06 | XNAS:KRFT",
        "The bank (WM.N) fell. | 2008-05-06 | XNYS:WM_2008",
        "The hauler (WM.N) fell. | 2013-05-06 | XNYS:WM",
        "Lehman shares fell 3 percent. | 2008-05-06 | XNYS:LEH"
      })
  void find_nameOrTickerOfTwoLines_isTheOneOfTheDay(String text, LocalDate day, String listing) {
    assertThat(FINDER.find(Tokens.of(text, Language.of("en").marks()), List.of(), "en", null, day))
        .extracting(m -> m.named().primary().id().toString())
        .contains(listing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Lehman shares fell 3 percent. | 2012-05-06",
        "Lehman shares fell 3 percent. | -",
        "She crossed Borders on foot in the rain. | 2008-05-06"
      })
  void find_nameOfOneThatIsGone_otherwise_isNobody(String text, LocalDate day) {
    assertThat(FINDER.find(Tokens.of(text, Language.of("en").marks()), List.of(), "en", null, day))
        .isEmpty();
  }

  @Test
  void find_itsShares_refersToTheCompanyNamedLast() {
    Tokens tokens =
        Tokens.of(
            "Tencent reported results. Its shares rose 2%. Meituan followed. The stock fell.",
            Language.of("en").marks());
    assertThat(
            FINDER.find(tokens, List.of(), "en", null, null).stream()
                .filter(m -> m.kind() == Mention.Kind.REFERENCE)
                .map(m -> m.named().primary().id().toString()))
        .containsExactly("XHKG:0700", "XHKG:3690");
  }

  @Test
  void find_codeGluedToTheName_isTheListing() {
    assertThat(names("NvidiaNVDA.O gained 2%.")).containsExactly("NVIDIA Corporation");
  }

  @Test
  void find_itsSharesAfterAnUnknownCompany_refersToNobody() {
    Tokens tokens =
        Tokens.of(
            "Tencent rose. Then Unheardof Works ZQZQ.O said its shares fell 2%.",
            Language.of("en").marks());
    assertThat(FINDER.find(tokens, List.of(), "en", null, null))
        .extracting(Mention::kind)
        .containsExactly(Mention.Kind.NAME);
  }

  @Test
  void choose_words_outweighThePagesTag() {
    Mention alibaba =
        FINDER
            .find(Tokens.of("Alibaba rose", Language.of("en").marks()), List.of(), "en", null, null)
            .getFirst();
    ListingChoice choice =
        CHOOSER.choose(
            alibaba.named(),
            new ListingChooser.Evidence(
                null,
                "Alibaba's Hong Kong-listed shares rose to HK$139",
                "HKD",
                null,
                null,
                Set.of(),
                FINDER.ofPage(List.of("BABA"), null),
                0.99));
    assertThat(choice.id()).hasToString("XHKG:9988");
    assertThat(choice.score()).isGreaterThanOrEqualTo(new java.math.BigDecimal("0.9"));
    assertThat(choice.why())
        .contains(
            new ListingEvidence(Kind.WORDS, "hong kong-listed"),
            new ListingEvidence(Kind.CURRENCY, "HKD"));
    assertThat(choice.rejected())
        .anySatisfy(r -> {
          assertThat(r.id()).hasToString("XNYS:BABA");
          assertThat(r.by()).isEqualTo(Kind.WORDS);
          assertThat(r.outweighed()).containsExactly(new ListingEvidence(Kind.PAGE, "BABA"));
        });
  }

  @Test
  void choose_otherCurrency_isNeverSure() {
    Mention apple =
        FINDER
            .find(
                Tokens.of("Apple shares fell", Language.of("en").marks()),
                List.of(),
                "en",
                null,
                null)
            .getFirst();
    ListingChoice choice =
        CHOOSER.choose(
            apple.named(),
            new ListingChooser.Evidence(null, "", "EUR", null, null, Set.of(), Set.of(), 0.99));
    assertThat(choice.score()).isLessThan(new java.math.BigDecimal("0.9"));
  }

  private static List<String> names(String text) {
    return EntityFinder.byIssuer(
            FINDER.find(Tokens.of(text, Language.of("en").marks()), List.of(), null, null, null))
        .keySet()
        .stream()
        .map(i -> i.name())
        .toList();
  }
}
