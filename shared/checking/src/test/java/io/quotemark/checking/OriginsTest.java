package io.quotemark.checking;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.domain.price.Tape;
import io.quotemark.domain.verdict.AnswerFinding;
import io.quotemark.domain.verdict.AnswerFinding.Standing;
import io.quotemark.domain.verdict.Origin;
import io.quotemark.fixtures.BesideProject;
import io.quotemark.fixtures.Walk;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.listings.MasterFile;
import io.quotemark.market.prices.PriceFiles;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Where false figures come from: named where it is unique, and hardly ever wrongly. */
class OriginsTest {
  private static final Instant RETRIEVED = Instant.parse("2026-06-01T00:00:00Z");
  private static final double NAMED = 0.95;
  private static final double WRONG = 0.01;
  private static final int EACH = 150;
  private static final Calendars CALENDARS = Calendars.load();
  private static final Securities MASTER = MasterFile.load();

  /** A listing of the test, its sister (or itself) and another company, by their place. */
  private record Trio(PriceSeries of, PriceSeries sister, PriceSeries other, int decimals) {}

  private static final class Count {
    int unique;
    int named;
    int wrong;
    int contradicted;
    int failed;
    int all;

    @Override
    public String toString() {
      return "%d, contradicted %d, failed %d, unique %d, named %d, wrong %d"
          .formatted(all, contradicted, failed, unique, named, wrong);
    }
  }

  private static PriceSeries made(String id, double start, int decimals, boolean pays) {
    ListingId listing = ListingId.parse(id);
    TradingCalendar calendar = CALENDARS.of(listing);
    LocalDate split = calendar.onOrAfter(LocalDate.parse("2024-06-10"));
    List<LocalDate> sessions =
        Walk.sessions(
            LocalDate.parse("2022-06-01"), LocalDate.parse("2025-06-30"), calendar::isSession);
    List<PriceSeries.Dividend> dividends = new ArrayList<>();
    for (int i = 63; pays && i < sessions.size(); i += 63) {
      dividends.add(
          new PriceSeries.Dividend(sessions.get(i), BigDecimal.valueOf(start / 200), null));
    }
    return new PriceSeries(
        listing,
        "made up",
        PriceSeries.Basis.AS_TRADED,
        RETRIEVED,
        Walk.from(start)
            .tick(BigDecimal.ONE.movePointLeft(decimals).toPlainString())
            .split(split, 4)
            .bars(sessions, new Random(id.hashCode())),
        List.of(new PriceSeries.Split(split, new BigDecimal("4"))),
        dividends,
        false);
  }

  private static PriceSeries real(String id, String file) throws IOException {
    String head = "# listing: " + id + "\n# basis: as_traded\n";
    String text = head + Files.readString(BesideProject.required("data/prices/" + file));
    return PriceFiles.parse(file, text.getBytes(StandardCharsets.UTF_8), RETRIEVED)
        .series()
        .getFirst();
  }

  private static String text(Trio trio, WrongFigures.Wrong wrong, WrongFigures figures) {
    BigDecimal others =
        trio.other().bars().stream()
            .filter(bar -> bar.session().equals(wrong.session()))
            .map(bar -> figures.rounded(bar.close()))
            .findFirst()
            .orElse(BigDecimal.ONE);
    return "| Ticker | Date | Close |\n|---|---|---|\n| %s | %s | %s |\n| %s | %s | %s |"
        .formatted(
            code(trio.of()),
            wrong.session(),
            wrong.figure(),
            code(trio.other()),
            wrong.session(),
            others);
  }

  private static String code(PriceSeries series) {
    String ticker = series.listing().ticker();
    return series.listing().mic().equals("XHKG") ? ticker + ".HK" : ticker;
  }

  private static Map<String, Count> measured(List<Trio> trios, int each) {
    Map<String, Count> counts = new TreeMap<>();
    for (Trio trio : trios) {
      Tape tape =
          new Tape(List.of(trio.of(), trio.sister(), trio.other()).stream().distinct().toList());
      AnswerChecker checker =
          new AnswerChecker(Checker.on(MASTER, (listings, from, to) -> tape), MASTER);
      Random random = new Random(trio.of().listing().hashCode());
      WrongFigures figures = new WrongFigures(random, trio.decimals());
      for (int i = 0; i < each; i++) {
        int later = random.nextBoolean() ? 3 : 200;
        WrongFigures.Wrong wrong = figures.next(trio.of(), trio.sister(), trio.other(), later);
        Article answer = answer(text(trio, wrong, figures), wrong.session().plusDays(later));
        for (AnswerFinding finding : checker.check(answer, false).findings()) {
          ListingId of = Objects.requireNonNull(finding.claim().claim().listing()).id();
          if (of.equals(trio.of().listing())) {
            String kind = wrong.origin() == null ? "none" : wrong.origin().name();
            count(counts.computeIfAbsent(kind, k -> new Count()), finding, wrong);
            count(counts.computeIfAbsent("all", k -> new Count()), finding, wrong);
          }
        }
      }
    }
    return counts;
  }

  private static void count(Count count, AnswerFinding finding, WrongFigures.Wrong wrong) {
    count.all++;
    boolean failed =
        finding.standing() == Standing.CONTRADICTED || finding.standing() == Standing.DOUBTFUL;
    if (!failed) {
      return;
    }
    count.failed++;
    count.contradicted += finding.standing() == Standing.CONTRADICTED ? 1 : 0;
    Origin origin = finding.origin();
    boolean right =
        origin != null
            && origin.kind() == wrong.origin()
            && origin.listing().equals(wrong.from().listing())
            && origin.session().equals(wrong.source());
    count.unique += wrong.unique() ? 1 : 0;
    count.named += wrong.unique() && right ? 1 : 0;
    count.wrong += origin != null && !right ? 1 : 0;
  }

  private static Article answer(String text, LocalDate day) {
    return new Article(
            "",
            List.of(),
            List.of(),
            PublicationTime.at(
                day.atTime(LocalTime.of(22, 30)).atOffset(ZoneOffset.UTC),
                PublicationTime.Quality.DECLARED),
            null,
            "en",
            null,
            null,
            null,
            List.of(),
            text,
            List.of(),
            0,
            List.of())
        .as(SourceKind.GENERATED);
  }

  private static void assertNamed(Map<String, Count> counts) {
    if (Boolean.getBoolean("quotemark.failures")) {
      counts.forEach((kind, count) -> System.out.println("origin " + kind + ": " + count));
    }
    Count all = Objects.requireNonNull(counts.get("all"));
    assertThat((double) all.named / all.unique).as(counts.toString()).isGreaterThanOrEqualTo(NAMED);
    assertThat((double) all.wrong / all.failed).as(counts.toString()).isLessThanOrEqualTo(WRONG);
  }

  @Test
  void originsOnMadeUpWalks_areNamed() {
    PriceSeries apple = made("XNAS:AAPL", 180, 2, true);
    PriceSeries ford = made("XNYS:F", 40, 2, true);
    PriceSeries hongKong = made("XHKG:9988", 120, 1, false);
    PriceSeries newYork = made("XNYS:BABA", 125, 2, false);

    assertNamed(
        measured(
            List.of(
                new Trio(apple, apple, ford, 2),
                new Trio(ford, ford, apple, 2),
                new Trio(newYork, hongKong, apple, 2)),
            EACH));
  }

  @Test
  void originsOnRealBars_areNamed() throws IOException {
    PriceSeries apple = real("XNAS:AAPL", "AAPL.csv");
    PriceSeries microsoft = real("XNAS:MSFT", "MSFT.csv");
    PriceSeries nvidia = real("XNAS:NVDA", "NVDA.csv");
    PriceSeries tesla = real("XNAS:TSLA", "TSLA.csv");
    PriceSeries hongKong = real("XHKG:9988", "9988.HK.csv");
    PriceSeries newYork = real("XNYS:BABA", "BABA.csv");
    PriceSeries tencent = real("XHKG:0700", "0700.HK.csv");

    assertNamed(
        measured(
            List.of(
                new Trio(apple, apple, microsoft, 2),
                new Trio(microsoft, microsoft, nvidia, 2),
                new Trio(nvidia, nvidia, apple, 2),
                new Trio(tesla, tesla, apple, 2),
                new Trio(newYork, hongKong, tesla, 2),
                new Trio(hongKong, newYork, tencent, 1)),
            EACH));
  }
}
