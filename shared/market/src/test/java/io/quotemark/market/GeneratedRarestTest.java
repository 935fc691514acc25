package io.quotemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import io.quotemark.market.StatementMaker.Made;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * The kinds that are made of more than one listing's bars: rates, pairs, parity, indices, ranks,
 * dates. None that is true may be contradicted.
 */
class GeneratedRarestTest {
  private static final int DAYS = 40;
  private static final List<String> CURRENCIES = List.of("EUR", "USD", "HKD", "CNY", "JPY", "GBP");
  private static final ZoneId FRANKFURT = ZoneId.of("Europe/Berlin");

  private final Map<String, Map<Outcome, Integer>> counts = new TreeMap<>();
  private final List<String> accused = new ArrayList<>();
  private final Random random = new Random(20250224);

  @Test
  void judge_ratesAndPairs_separatesTrueFromFalse(TestReporter reporter) {
    ratesAndPairs(Histories.MADE_UP, reporter);
  }

  @Test
  void judge_parityOfDepositaryShares_separatesTrueFromFalse(TestReporter reporter) {
    parityOfDepositaryShares(Histories.MADE_UP, reporter);
  }

  @Test
  void judge_indicesRanksAndDates_separatesTrueFromFalse(TestReporter reporter) {
    indicesRanksAndDates(Histories.MADE_UP, reporter);
  }

  @Tag("proof")
  @Test
  void judge_ratesAndPairsOfRealPrices_separatesTrueFromFalse(TestReporter reporter) {
    ratesAndPairs(Histories.REAL, reporter);
  }

  @Tag("proof")
  @Test
  void judge_parityOfDepositarySharesOfRealPrices_separatesTrueFromFalse(TestReporter reporter) {
    parityOfDepositaryShares(Histories.REAL, reporter);
  }

  @Tag("proof")
  @Test
  void judge_indicesRanksAndDatesOfRealPrices_separatesTrueFromFalse(TestReporter reporter) {
    indicesRanksAndDates(Histories.REAL, reporter);
  }

  private void ratesAndPairs(Histories histories, TestReporter reporter) {
    List<PriceSeries> euro = histories.euroRates();
    Tape tape = new Tape(euro);
    List<LocalDate> days = new ArrayList<>(costs(euro, "USD").tailMap(day("2012-01-02")).keySet());
    for (int n = 0; n < DAYS; n++) {
      LocalDate day = days.get(random.nextInt(days.size() - 1));
      String base = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      String quote = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
      if (!base.equals(quote)) {
        judge(
            tape,
            evening(day),
            RarestStatements.rates(day, base, quote, costs(euro, base), costs(euro, quote)));
      }
    }
    assertShares(reporter);
  }

  private void parityOfDepositaryShares(Histories histories, TestReporter reporter) {
    List<PriceSeries> euro = histories.euroRates();
    PriceSeries depositary = histories.of(Cases.NEW_YORK, "BABA.csv");
    Tape tape = new Tape(Stream.concat(euro.stream(), Stream.of(depositary)).toList());
    NavigableMap<LocalDate, BigDecimal> dollars = costs(euro, "USD");
    NavigableMap<LocalDate, BigDecimal> hongKong = costs(euro, "HKD");
    for (int n = 0; n < DAYS; n++) {
      Bar bar = depositary.bars().get(20 + random.nextInt(depositary.bars().size() - 20));
      if (bar.session().isAfter(day("2019-11-26")) && dollars.containsKey(bar.session())) {
        double rate =
            hongKong.floorEntry(bar.session()).getValue().doubleValue()
                / dollars.floorEntry(bar.session()).getValue().doubleValue();
        judge(tape, evening(bar.session()), RarestStatements.parity(bar, rate));
      }
    }
    assertShares(reporter);
  }

  private void indicesRanksAndDates(Histories histories, TestReporter reporter) {
    List<PriceSeries> indices =
        List.of(
            histories.of(ListingId.index("HSI"), "INDEX-HSI.csv"),
            histories.of(ListingId.index("GSPC"), "INDEX-GSPC.csv"));
    List<PriceSeries> shares =
        List.of(
            histories.of(Cases.HONG_KONG, "9988.HK.csv"),
            histories.of(ListingId.parse("XNAS:AAPL"), "AAPL.csv"));
    Tape tape = new Tape(indices);
    for (int n = 0; n < DAYS; n++) {
      PriceSeries index = indices.get(n % 2);
      int here = 300 + random.nextInt(index.bars().size() - 301);
      LocalDate session = index.bars().get(here).session();
      judge(tape, evening(session.plusDays(1)), RarestStatements.index(index, here));
      PriceSeries share = shares.get(n % 2);
      LocalDate traded =
          share.bars().get(300 + random.nextInt(share.bars().size() - 301)).session();
      judge(tape, evening(traded.plusDays(8)), RarestStatements.dates(share, traded));
    }
    assertShares(reporter);
  }

  private void judge(Tape tape, PublicationTime published, List<Made> statements) {
    for (Made made : statements) {
      Verdict verdict = Cases.judgeAsDeployed(published, tape, made.claim());
      boolean claimedTrue = made.what().startsWith("true");
      boolean found =
          verdict.outcome() == Outcome.CONTRADICTED
              || verdict.outcome() == Outcome.DOUBTFUL
              || !verdict.flags().isEmpty();
      Outcome outcome = !claimedTrue && found ? Outcome.CONTRADICTED : verdict.outcome();
      counts.computeIfAbsent(made.what(), w -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
      if (claimedTrue && outcome == Outcome.CONTRADICTED) {
        accused.add(made.what() + " " + made.claim() + ": " + verdict.reasons());
      }
    }
  }

  private void assertShares(TestReporter reporter) {
    counts.forEach((what, outcomes) -> reporter.publishEntry(what, outcomes.toString()));
    assertThat(accused).as("true statements contradicted").isEmpty();
    assertThat(counts).isNotEmpty();
    counts.forEach((what, outcomes) -> {
      boolean claimedTrue = what.startsWith("true");
      int undecided = claimedTrue ? outcomes.getOrDefault(Outcome.UNVERIFIABLE, 0) : 0;
      int all = outcomes.values().stream().mapToInt(Integer::intValue).sum() - undecided;
      int good =
          claimedTrue
              ? outcomes.getOrDefault(Outcome.VERIFIED, 0)
                  + outcomes.getOrDefault(Outcome.VERIFIED_LOOSE, 0)
              : outcomes.getOrDefault(Outcome.CONTRADICTED, 0);
      // an index's first close lies before any file, so that a rank is rarely decided
      assertThat(all)
          .as("decided of %s: %s", what, outcomes)
          .isGreaterThanOrEqualTo(what.equals("true rank") ? 0 : 1);
      assertThat(good)
          .as("%s: %s", what, outcomes)
          .isGreaterThanOrEqualTo((int) Math.ceil(all * (claimedTrue ? 0.99 : 0.97)));
    });
  }

  /** What one euro cost in the currency, by day. */
  private static NavigableMap<LocalDate, BigDecimal> costs(
      List<PriceSeries> euro, String currency) {
    NavigableMap<LocalDate, BigDecimal> costs = new TreeMap<>();
    ListingId pair = ListingId.currencyPair("EUR", currency.equals("EUR") ? "USD" : currency);
    euro.stream()
        .filter(series -> series.listing().equals(pair))
        .flatMap(series -> series.bars().stream())
        .forEach(
            bar -> costs.put(bar.session(), currency.equals("EUR") ? BigDecimal.ONE : bar.close()));
    return costs;
  }

  private static PublicationTime evening(LocalDate day) {
    return PublicationTime.at(
        day.atTime(22, 45).atZone(FRANKFURT).toOffsetDateTime(), PublicationTime.Quality.DECLARED);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
