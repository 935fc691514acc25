package io.quotemark.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Verdict.Outcome;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Statements of known truth made from real bars and from made-up ones: none that is true may be
 * contradicted, nearly all must be borne out, and nearly all false ones found out.
 */
class GeneratedStatementsTest {
  /** Of a sample; {@code functions/local/proof sentences} makes more. */
  private static final int SESSIONS_EACH = 12 * Integer.getInteger("quotemark.sentences", 1);

  private static final int FEW_SESSIONS_EACH = 4;

  /** History that comparisons reach back over, in sessions. */
  private static final int HEAD = 300;

  private record Source(ListingId listing, String file, String currency) {
    static Source of(String listing, String file, String currency) {
      return new Source(ListingId.parse(listing), file, currency);
    }
  }

  private static final List<Source> SOURCES =
      List.of(
          Source.of("XHKG:9988", "9988.HK.csv", "HKD"),
          Source.of("XHKG:0700", "0700.HK.csv", "HKD"),
          Source.of("XHKG:0005", "0005.HK.csv", "HKD"),
          Source.of("XNYS:BABA", "BABA.csv", "USD"),
          Source.of("XNAS:AAPL", "AAPL.csv", "USD"),
          Source.of("XNAS:NVDA", "NVDA.csv", "USD"),
          Source.of("XNAS:TSLA", "TSLA.csv", "USD"),
          Source.of("XNAS:META", "META.csv", "USD"));

  private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  /** How a statement points at its session, and whether that is enough to accuse it. */
  record Wording(String name, Function<LocalDate, SessionWords> words, boolean certain) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Wording> wordings() {
    return List.of(
        new Wording("date", SessionWords.OnDate::new, true),
        new Wording("weekday", day -> new SessionWords.OnWeekday(day.getDayOfWeek(), false), true),
        new Wording("today", day -> new SessionWords.DaysFromPublication(0), true),
        new Wording("unstated", day -> SessionWords.Unstated.UNSTATED, false));
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void judge_someStatementsMadeFromMadeUpBars_separatesTrueFromFalse(
      Wording wording, TestReporter reporter) {
    separates(Histories.MADE_UP, wording, FEW_SESSIONS_EACH, reporter);
  }

  @Tag("proof")
  @ParameterizedTest
  @MethodSource("wordings")
  void judge_statementsMadeFromRealBars_separatesTrueFromFalse(
      Wording wording, TestReporter reporter) {
    separates(Histories.REAL, wording, SESSIONS_EACH, reporter);
  }

  private void separates(
      Histories histories, Wording wording, int sessionsEach, TestReporter reporter) {
    List<PriceSeries> all =
        SOURCES.stream().map(source -> histories.of(source.listing(), source.file())).toList();
    List<PriceSeries> indices =
        List.of(
            histories.of(ListingId.index("HSI"), "INDEX-HSI.csv"),
            histories.of(ListingId.index("GSPC"), "INDEX-GSPC.csv"));
    Tape tape = new Tape(Stream.concat(all.stream(), indices.stream()).toList());
    Random random = new Random(20250224);
    for (int s = 0; s < SOURCES.size(); s++) {
      PriceSeries series = all.get(s);
      for (int n = 0; n < sessionsEach; n++) {
        int here = HEAD + random.nextInt(series.bars().size() - HEAD - 1);
        if (!series.bars().get(here).lowConfidence()
            && !series.bars().get(here - 1).lowConfidence()) {
          judgeAll(tape, series, SOURCES.get(s).currency(), here, wording);
        }
      }
    }
    counts.forEach((what, outcomes) -> reporter.publishEntry(what, outcomes.toString()));

    assertThat(wrong).as("true statements contradicted").isEmpty();
    assertThat(share("true", Outcome.VERIFIED, Outcome.VERIFIED_LOOSE))
        .as("checkable true statements borne out: %s", counts)
        .isGreaterThanOrEqualTo(0.99);
    assertThat(share("false", Outcome.CONTRADICTED))
        .as("false statements contradicted or flagged: %s", counts)
        .isGreaterThanOrEqualTo(wording.certain() ? 0.97 : 0.6);
  }

  private void judgeAll(Tape tape, PriceSeries series, String currency, int here, Wording wording) {
    LocalDate session = series.bars().get(here).session();
    StatementMaker maker =
        new StatementMaker(series, currency, here, wording.words().apply(session));
    PublicationTime published = evening(series.listing(), session);
    ListingId index = ListingId.index(series.listing().mic().equals("XHKG") ? "HSI" : "GSPC");
    List<StatementMaker.Made> rarer =
        RarerStatements.of(
            series,
            currency,
            here,
            wording.words().apply(session),
            tape.series(index).orElse(null));
    List<StatementMaker.Made> trueOnes = new ArrayList<>(maker.trueOnes());
    List<StatementMaker.Made> falseOnes =
        new ArrayList<>(maker.falseOnes(sister(tape, series.listing(), session)));
    for (StatementMaker.Made made : rarer) {
      if (made.what().startsWith("true")) {
        trueOnes.add(made);
      } else if (wording.certain()) {
        // of a session that nobody named only a close may be held against the article
        falseOnes.add(made);
      }
    }
    for (StatementMaker.Made made : trueOnes) {
      Verdict verdict = Cases.judgeAsDeployed(published, tape, made.claim());
      count(made.what(), verdict.outcome().name());
      if (verdict.outcome() == Outcome.CONTRADICTED) {
        wrong.add(
            series.listing()
                + " "
                + session
                + " "
                + made.what()
                + " "
                + made.claim().at().text()
                + ": "
                + verdict.reasons());
      }
    }
    for (StatementMaker.Made made : falseOnes) {
      Verdict verdict = Cases.judgeAsDeployed(published, tape, made.claim());
      boolean found =
          verdict.outcome() == Outcome.CONTRADICTED
              || verdict.outcome() == Outcome.DOUBTFUL
              || !verdict.flags().isEmpty();
      count(made.what(), found ? Outcome.CONTRADICTED.name() : verdict.outcome().name());
    }
  }

  private static PublicationTime evening(ListingId listing, LocalDate session) {
    ZoneId zone = Cases.CALENDARS.of(listing).zone();
    return PublicationTime.at(
        session.atTime(20, 30).atZone(zone).toOffsetDateTime(), PublicationTime.Quality.DECLARED);
  }

  private static @Nullable BigDecimal sister(Tape tape, ListingId listing, LocalDate session) {
    ListingId other =
        listing.equals(Cases.HONG_KONG)
            ? Cases.NEW_YORK
            : listing.equals(Cases.NEW_YORK) ? Cases.HONG_KONG : listing;
    return tape.series(other)
        .filter(series -> !other.equals(listing))
        .flatMap(
            series -> series.bars().stream().filter(b -> b.session().equals(session)).findFirst())
        .map(Bar::close)
        .orElse(null);
  }

  private void count(String what, String outcome) {
    counts.computeIfAbsent(what, w -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
  }

  /** Share of the outcomes among all that price history could decide. */
  private double share(String truth, Outcome... good) {
    int hits = 0;
    int all = 0;
    for (Map.Entry<String, Map<String, Integer>> entry : counts.entrySet()) {
      if (entry.getKey().startsWith(truth)) {
        for (Map.Entry<String, Integer> outcome : entry.getValue().entrySet()) {
          boolean undecided = truth.equals("true") && outcome.getKey().equals("UNVERIFIABLE");
          all += undecided ? 0 : outcome.getValue();
          hits +=
              List.of(good).contains(Outcome.valueOf(outcome.getKey())) ? outcome.getValue() : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) hits / all;
  }
}
