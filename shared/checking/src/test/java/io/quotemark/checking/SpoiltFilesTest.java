package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.fixtures.TestArticle;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Whatever is wrong with a file, it accuses nobody, and what it says wrong is not taken silently.
 */
class SpoiltFilesTest {
  private static final Calendars CALENDARS = Calendars.load();
  private static final Securities MASTER = MasterFile.load();
  private static final Instant DELIVERED = Instant.parse("2025-11-03T12:00:00Z");

  private static final List<Share> SHARES =
      List.of(
          Share.made("XNAS:AAPL", "Apple shares", "$%s", 2, 1),
          Share.made("XTKS:7203", "Toyota's Tokyo-listed shares", "%s yen", 0, 1),
          Share.made("XLON:VOD", "Vodafone's London-listed shares", "%s pence", 2, 100),
          Share.made("XASX:WES", "Shares in Wesfarmers", "A$%s", 2, 1),
          Share.made("XETR:SAP", "SAP's Frankfurt-listed shares", "%s euros", 2, 1),
          Share.made("XHKG:0700", "Tencent's Hong Kong-listed shares", "HK$%s", 2, 1));

  /** Two shares of different exchanges meet each fault. */
  private static final int SHARES_EACH = 2;

  private static final Map<String, PriceSeries> TRUTHS = new HashMap<>();

  private static PriceSeries truth(Share share) {
    return TRUTHS.computeIfAbsent(share.id().toString(), id -> Tapes.made(share, CALENDARS));
  }

  private static String name(Share share) {
    return share.id().toString().replace(':', '_') + ".csv";
  }

  private static PriceFile read(Share share, byte[] bytes) {
    return PriceFiles.parse(name(share), bytes, DELIVERED, MASTER);
  }

  @Test
  void file_thatIsRight_isTheTruth() {
    for (Share share : SHARES) {
      PriceFile file = read(share, Sheet.of(truth(share), share, 700).bytes());
      assertThat(wrong(share, file)).as("%s %s", share.id(), file.problems()).isEmpty();
      assertThat(file.series().getFirst().bars()).hasSameSizeAs(truth(share).bars());
    }
  }

  /** Wrong bars that nothing in the file gives away. They are loaded, and accuse nobody. */
  private static final Set<String> PLAUSIBLE =
      Set.of(
          "averages",
          "a high with its point moved",
          "a low with its point moved",
          "filled in with the bar before",
          "a split a week late",
          "two files that contradict each other");

  @Test
  void spoiltFile_accusesNobody_andWhatItSaysWrong_isNotTakenSilently() {
    List<String> accusations = new ArrayList<>();
    Set<String> silent = new TreeSet<>();
    int files = 0;
    for (Map.Entry<String, Function<Sheet, byte[]>> fault : SpoiltFiles.all().entrySet()) {
      for (int n = 0; n < SHARES_EACH; n++) {
        Share share = SHARES.get(files % SHARES.size());
        files++;
        int here = here(truth(share));
        PriceFile file = read(share, fault.getValue().apply(Sheet.of(truth(share), share, here)));
        String what = fault.getKey() + ", " + share.id();
        boolean said = !file.problems().isEmpty() || !file.takenFor().isEmpty();
        List<String> wrong = wrong(share, file);
        if (!said && !wrong.isEmpty()) {
          silent.add(fault.getKey());
        }
        accused(share, here, file).forEach(one -> accusations.add(what + ": " + one));
      }
    }
    assertThat(files).isGreaterThan(200);
    SoftAssertions both = new SoftAssertions();
    both.assertThat(accusations).as("true sentences contradicted").isEmpty();
    both.assertThat(silent).as("loaded without a word").isEqualTo(PLAUSIBLE);
    both.assertAll();
  }

  /** A session after the split, of the year before, that moved enough to be written about. */
  private static int here(PriceSeries series) {
    int at = series.bars().size() - 220;
    while (Math.abs(new Facts(series, at).move()) < 1
        || !series.bars().get(at).session().isAfter(LocalDate.parse("2024-06-01"))) {
      at++;
    }
    return at;
  }

  /** Bars that are not those of the truth. */
  private static List<String> wrong(Share share, PriceFile file) {
    Map<LocalDate, Bar> truth = new HashMap<>();
    truth(share).bars().forEach(bar -> truth.put(bar.session(), bar));
    List<String> wrong = new ArrayList<>();
    for (PriceSeries series : file.series()) {
      if (!series.listing().equals(share.id())) {
        wrong.add("of " + series.listing());
      }
      for (Bar bar : series.bars()) {
        Bar real = truth.get(bar.session());
        boolean same =
            real != null
                && bar.close().compareTo(real.close()) == 0
                && (!bar.missing().isEmpty()
                    || (bar.high().compareTo(real.high()) == 0
                        && bar.low().compareTo(real.low()) == 0
                        && bar.open().compareTo(real.open()) == 0));
        if (!same) {
          wrong.add(bar.toString());
        }
      }
    }
    return wrong;
  }

  /** True sentences about the session that the file has contradicted. */
  private static List<String> accused(Share share, int here, PriceFile file) {
    Tape tape = new Tape(file.series(), file.minutes());
    Checker checker = Checker.on(MASTER, (listings, from, to) -> tape);
    Facts facts = new Facts(truth(share), here);
    PublicationTime evening =
        PublicationTime.at(
            facts.day.atTime(21, 30).atZone(CALENDARS.of(share.id()).zone()).toOffsetDateTime(),
            PublicationTime.Quality.DECLARED);
    List<String> accused = new ArrayList<>();
    for (Said said : TrueSentences.of(share, facts, new Random(7))) {
      List<CheckedClaim> claims =
          checker.check(TestArticle.of(said.sentence()).published(evening).article()).claims();
      for (CheckedClaim claim : claims) {
        if (claim.verdict().outcome() == Verdict.Outcome.CONTRADICTED) {
          accused.add(
              said.sentence() + " " + claim.verdict().code() + " bars " + bars(file, facts.day));
        }
      }
    }
    return accused;
  }

  private static List<Bar> bars(PriceFile file, LocalDate day) {
    return file.series().stream()
        .flatMap(series -> series.bars().stream())
        .filter(bar -> bar.session().equals(day))
        .toList();
  }
}
