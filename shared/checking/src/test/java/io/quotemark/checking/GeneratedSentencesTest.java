package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.securities.Securities;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Sentences of known truth through the whole check: none that is true may be contradicted, nearly
 * all must be found and borne out, and nearly all false ones found out.
 */
class GeneratedSentencesTest {
  private static final Calendars CALENDARS = Calendars.load();
  private static final Securities MASTER = MasterFile.load();

  private static final List<Share> REAL =
      List.of(
          Share.of("XHKG:9988", "Alibaba's Hong Kong-listed shares", "9988.HK.csv", "HK$%s"),
          Share.of("XNYS:BABA", "Alibaba's U.S.-listed shares", "BABA.csv", "$%s"),
          Share.of("XHKG:0700", "Tencent's Hong Kong-listed shares", "0700.HK.csv", "HK$%s"),
          Share.of("XHKG:0005", "HSBC's Hong Kong-listed shares", "0005.HK.csv", "HK$%s"),
          Share.of(
              "XHKG:0388", "Shares of Hong Kong Exchanges and Clearing", "0388.HK.csv", "HK$%s"),
          Share.of("XNAS:AAPL", "Shares of Apple Inc", "AAPL.csv", "$%s"),
          Share.of("XNAS:MSFT", "Microsoft shares", "MSFT.csv", "$%s"),
          Share.of("XNAS:NVDA", "Nvidia's shares", "NVDA.csv", "$%s"),
          Share.of("XNAS:TSLA", "Tesla shares", "TSLA.csv", "$%s"),
          Share.index("HSI", "The Hang Seng Index", "INDEX-HSI.csv"),
          Share.index("GSPC", "The S&P 500", "INDEX-GSPC.csv"));

  private static final List<Share> MADE =
      List.of(
          Share.made("XTKS:7203", "Toyota's Tokyo-listed shares", "%s yen", 0, 1),
          Share.made("XLON:VOD", "Vodafone's London-listed shares", "%s pence", 2, 100),
          Share.made("XASX:WES", "Shares in Wesfarmers", "A$%s", 2, 1),
          Share.made("XETR:SAP", "SAP's Frankfurt-listed shares", "%s euros", 2, 1),
          Share.made("XSWX:GIVN", "Givaudan shares", "%s Swiss francs", 2, 1),
          Share.made("XNAS:AAPL", "Apple shares", "$%s", 2, 1),
          Share.made("XHKG:0700", "Tencent's Hong Kong-listed shares", "HK$%s", 2, 1));

  /** Of a sample; {@code functions/local/proof sentences} makes more. */
  private static final int SESSIONS_EACH = 5 * Integer.getInteger("quotemark.sentences", 1);

  private static final int FEW_SESSIONS_EACH = 1;

  /** History that comparisons reach back over, in sessions. */
  private static final int HEAD = 300;

  @Test
  void check_someSentencesFromMadeUpBars_separatesTrueFromFalse(TestReporter reporter) {
    made(FEW_SESSIONS_EACH, reporter);
  }

  @Tag("proof")
  @Test
  void check_sentencesFromRealBars_separatesTrueFromFalse(TestReporter reporter) {
    real(SESSIONS_EACH, reporter);
  }

  @Tag("proof")
  @Test
  void check_sentencesFromMadeUpBars_separatesTrueFromFalse(TestReporter reporter) {
    made(SESSIONS_EACH, reporter);
  }

  private static void real(int sessionsEach, TestReporter reporter) {
    List<PriceSeries> all = new ArrayList<>(REAL.stream().map(Tapes::real).toList());
    all.addAll(Tapes.rates());
    holds(run(REAL, all, sessionsEach, new Random(20250224)), reporter);
  }

  private static void made(int sessionsEach, TestReporter reporter) {
    List<PriceSeries> all = MADE.stream().map(share -> Tapes.made(share, CALENDARS)).toList();
    holds(run(MADE, all, sessionsEach, new Random(7)), reporter);
  }

  private static void holds(Tally tally, TestReporter reporter) {
    reporter.publishEntry("sentences", tally.toString());
    assertThat(tally.accused()).as("true sentences contradicted\n%s", tally).isEmpty();
    assertThat(tally.borneOut()).as("true sentences borne out\n%s", tally).isGreaterThan(0.99);
    assertThat(tally.foundOut()).as("false sentences found out\n%s", tally).isGreaterThan(0.97);
  }

  static Tally run(List<Share> shares, List<PriceSeries> all, int sessionsEach, Random random) {
    Tape tape = new Tape(all);
    Checker checker = Checker.on(MASTER, (listings, from, to) -> tape);
    Tally tally = new Tally();
    for (int s = 0; s < shares.size(); s++) {
      PriceSeries series = all.get(s);
      for (int n = 0; n < sessionsEach; n++) {
        int here = HEAD + random.nextInt(series.bars().size() - HEAD - 1);
        if (sound(series, here)) {
          Facts facts = new Facts(series, here);
          List<Said> said = new ArrayList<>(TrueSentences.of(shares.get(s), facts, random));
          said.addAll(
              FalseSentences.of(shares.get(s), facts, random, sister(tape, shares.get(s), facts)));
          for (Said one : said) {
            tally.count(shares.get(s), facts, one, check(checker, shares.get(s), facts, one));
          }
        }
      }
    }
    return tally;
  }

  /** No row that a source filled in stands where a sentence looks. */
  private static boolean sound(PriceSeries series, int here) {
    return series.bars().subList(here - 6, here + 1).stream().noneMatch(Bar::lowConfidence);
  }

  private static List<CheckedClaim> check(Checker checker, Share share, Facts facts, Said said) {
    PublicationTime evening =
        PublicationTime.at(
            facts.day.atTime(21, 30).atZone(CALENDARS.of(share.id()).zone()).toOffsetDateTime(),
            PublicationTime.Quality.DECLARED);
    Article article = TestArticle.of(said.sentence()).published(evening).article();
    return checker.check(article).claims();
  }

  private static @Nullable Double sister(Tape tape, Share share, Facts facts) {
    return MASTER.sisters(share.id()).stream()
        .flatMap(listing -> tape.sources(listing.id()).stream())
        .flatMap(series -> series.bars().stream())
        .filter(bar -> bar.session().equals(facts.day))
        .map(bar -> bar.close().doubleValue())
        .findFirst()
        .orElse(null);
  }
}
