package io.quotemark.bench.doubt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.quotemark.bench.doubt.Fit.Example;
import io.quotemark.bench.doubt.Fit.Judged;
import io.quotemark.bench.doubt.Observations.Failed;
import io.quotemark.bench.doubt.Observations.Observed;
import io.quotemark.checking.Checker;
import io.quotemark.claims.ClaimFinder;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.Reading;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.market.Judge;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.market.odds.Scorecard;
import io.quotemark.market.odds.Watch;
import io.quotemark.market.odds.Weighing;
import io.quotemark.reading.ArticleReader;
import io.quotemark.securities.Securities;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fits points on a made-up share and articles about it: true ones, ones whose figure is of
 * something else, and ones with a slip of one digit.
 */
class OddsTest {
  private static final ListingId SHARE = ListingId.parse("XNYS:BRWK");
  private static final int ARTICLES = 120;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);

  private static final Securities MASTER =
      new Securities(
          "test",
          List.of(
              new Issuer(
                  "Brindlewick Holdings",
                  List.of("Brindlewick"),
                  List.of(),
                  List.of(),
                  List.of(
                      new Listing(
                          SHARE, "", "USD", null, null, null, null, null, List.of(), true, null,
                          null, null)))));

  @TempDir static Path folder;
  private static Bars bars = new Bars(List.of());

  @BeforeAll
  static void write() throws IOException {
    Random random = new Random(8);
    TradingCalendar calendar = Calendars.load().of(SHARE);
    StringBuilder rows =
        new StringBuilder(
            "# listing: XNYS:BRWK\n# basis: as_traded\ndate,open,high,low,close,volume\n");
    StringBuilder articles = new StringBuilder();
    StringBuilder slips = new StringBuilder();
    LocalDate day = calendar.onOrAfter(LocalDate.parse("2024-07-01"));
    double price = 400;
    for (int i = 0; i < ARTICLES; i++, day = calendar.plusSessions(day, 1)) {
      price *= Math.exp(.02 * random.nextGaussian());
      BigDecimal close = BigDecimal.valueOf(price).setScale(2, RoundingMode.HALF_EVEN);
      BigDecimal high = close.add(BigDecimal.ONE);
      BigDecimal low = close.subtract(BigDecimal.ONE);
      rows.append("%s,%s,%s,%s,%s,1000\n".formatted(day, close, high, low, close));
      // every second article means another price: no digit of it is right
      BigDecimal printed =
          i % 2 == 0 ? close : close.multiply(new BigDecimal("3.7")).setScale(2, RoundingMode.DOWN);
      articles.append(line("a" + i, day, printed, "")).append('\n');
      String digits = close.toPlainString();
      char second = (char) ('0' + (digits.charAt(1) - '0' + 4) % 10);
      BigDecimal slip = new BigDecimal("" + digits.charAt(0) + second + digits.substring(2));
      slips.append(line("s" + i, day, slip, slipped("a" + i, slip))).append('\n');
    }
    Files.writeString(folder.resolve("brindlewick.csv"), rows);
    zip("articles.jsonl.gz", articles);
    zip("seeded.jsonl.gz", slips);
    bars = Bars.of(Bars.filesOf(folder), MASTER, Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static String text(LocalDate day, BigDecimal printed) {
    return "Brindlewick in a calm market\\n\\nNothing of note happened at the company that day. Shares of Brindlewick closed at $%s on %s, in a session without other news of the company."
        .formatted(printed, DAY.format(day));
  }

  private static String line(String id, LocalDate day, BigDecimal printed, String more) {
    return "{\"id\": \"%s\", \"corpus\": \"made\", \"published_at\": \"%sT23:00:00-05:00\", \"text\": \"%s\"%s}"
        .formatted(id, day, text(day, printed), more);
  }

  private static String slipped(String doc, BigDecimal slip) {
    int at = text(LocalDate.EPOCH, slip).replace("\\n", "\n").indexOf("$");
    String changed = "$" + slip;
    return ", \"doc\": \"%s\", \"slip\": \"digit_level\", \"at\": [%d, %d], \"new\": \"%s\", \"targets\": [{\"kind\": \"PRICE_LEVEL\", \"from\": 0, \"to\": %d}]"
        .formatted(doc, at, at + changed.length(), changed, changed.length());
  }

  private static void zip(String name, CharSequence lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(lines.toString().getBytes(UTF_8));
    }
  }

  private static Observations observations() {
    return new Observations(MASTER, bars);
  }

  @Test
  void texts_ofTheMaterial_areArticlesAndSlipsOfThem() throws IOException {
    List<Material.Text> articles = Material.texts(folder.resolve("articles.jsonl.gz"));
    List<Material.Text> slips = Material.texts(folder.resolve("seeded.jsonl.gz"));

    assertThat(articles).hasSize(ARTICLES).allMatch(text -> text.slip() == null);
    assertThat(articles.getFirst().doc()).isEqualTo("a0");
    assertThat(slips).hasSize(ARTICLES);
    assertThat(slips.get(7).id()).isEqualTo("s7");
    assertThat(slips.get(7).doc()).isEqualTo("a7");
    assertThat(slips.get(7).slip())
        .isEqualTo(
            new Material.Slip(
                "digit_level",
                slips.get(7).text().indexOf('$'),
                7,
                List.of(new Material.Target("PRICE_LEVEL", 0, 7))));
  }

  @Test
  void observations_seeWhatFailed_andWhichOfItIsTheSlip() throws IOException {
    List<Material.Text> articles = Material.texts(folder.resolve("articles.jsonl.gz"));
    Observed right = observations().of(articles.get(0));
    Observed other = observations().of(articles.get(1));
    Observed slip = observations().of(Material.texts(folder.resolve("seeded.jsonl.gz")).getFirst());

    assertThat(right.decided()).isEqualTo(1);
    assertThat(right.failed()).isEmpty();
    assertThat(other.failed()).hasSize(1);
    assertThat(other.slip()).isNull();
    assertThat(other.failed().getFirst().signs()).contains("shape:none:level");
    assertThat(slip.slip()).isNotNull().isEqualTo(slip.failed().getFirst());
    assertThat(slip.failed().getFirst().doc()).isEqualTo("a0");
    assertThat(slip.failed().getFirst().signs()).contains("shape:digit:level", "session:stated");
  }

  @Test
  void slip_rightBehindATitleThatIsTakenAway_isFound() throws IOException {
    Material.Text slip = Material.texts(folder.resolve("seeded.jsonl.gz")).getFirst();
    String early =
        "Brindlewick in a calm market\n\n"
            + slip.text().substring(slip.text().indexOf("Shares of"));
    Material.Text text =
        new Material.Text(
            "early",
            "a0",
            "made",
            new Document(
                early.getBytes(UTF_8),
                null,
                slip.document().contentType(),
                slip.document().hints()),
            new Material.Slip(
                "digit_level",
                early.indexOf('$'),
                7,
                List.of(new Material.Target("PRICE_LEVEL", 0, 7))),
            early);

    assertThat(observations().of(text).slip()).isNotNull();
  }

  @Test
  void confidence_thatIsRightAsOftenAsItSays_isReliable() throws IOException {
    Failed failed = failed("d");
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      judged.add(new Judged(new Example("d" + i, failed, i < 30), .25));
      judged.add(new Judged(new Example("e" + i, failed, i < 94), .95));
    }
    judged.add(new Judged(new Example("f", failed, true), .55));

    assertThat(Reliability.of(judged, 1, 1, 20))
        .extracting(Reliability::low, Reliability::high, Reliability::misread, Reliability::slips)
        .containsExactly(tuple(0.0, .3, 70L, 30L), tuple(.3, 1.0, 6L, 95L));
    Reliability first = Reliability.of(judged, 1, 1, 20).getFirst();
    assertThat(first.mean()).isCloseTo(.25, within(1e-9));
    assertThat(first.shareFalse()).isCloseTo(.3, within(1e-9));
    assertThat(first.from()).isBetween(.2, .25);
    assertThat(first.to()).isBetween(.38, .42);
  }

  @Test
  void confidence_ofAnotherPrior_isMovedByItsOdds_andSlipsWeighWithIt() throws IOException {
    Failed failed = failed("d");
    List<Judged> judged =
        List.of(
            new Judged(new Example("a", failed, true), .5),
            new Judged(new Example("b", failed, false), .5));

    Reliability all = Reliability.of(judged, .01, 9, 100).getFirst();
    assertThat(all.mean()).isCloseTo(.9, within(1e-9));
    assertThat(all.weighed()).isCloseTo(1.09, within(1e-9));
  }

  private static Failed failed(String doc) throws IOException {
    List<Material.Text> articles = Material.texts(folder.resolve("articles.jsonl.gz"));
    return new Failed(doc, observations().of(articles.get(1)).claims().getFirst(), List.of());
  }

  @Test
  void points_ofTheWholeRun_areTheSameTwice_andTellASlipFromAnotherPrice() throws IOException {
    Path one = folder.resolve("one.tsv");
    Path again = folder.resolve("again.tsv");
    Odds.run(observations(), folder, one);
    Odds.run(observations(), folder, again);

    assertThat(points(again)).isEqualTo(points(one));
    assertThat(Files.readAllLines(one)).filteredOn(line -> line.startsWith("#")).hasSize(5);
    Map<String, Double> points = new HashMap<>();
    for (String line : points(one)) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(4);
      assertThat(points.put(cells[0], Double.valueOf(cells[1]))).as(line).isNull();
    }
    assertThat(points.keySet()).contains("base", "session:guessed");
    assertThat(points.getOrDefault("shape:digit:level", 0.0)).isPositive();
    assertThat(points.getOrDefault("shape:none:level", 0.0)).isNegative();

    Scorecard card = new Scorecard(points);
    assertThat(confidence(card, "seeded.jsonl.gz", 2))
        .isGreaterThan(10 * confidence(card, "articles.jsonl.gz", 1));
  }

  private static List<String> points(Path file) throws IOException {
    return new ArrayList<>(
        Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList());
  }

  private static double confidence(Scorecard card, String file, int text) throws IOException {
    Judge judge = new Judge(Calendars.load(), MASTER, new Weighing(card, Watch.NOBODY));
    Checker checker = new Checker(new ClaimFinder(MASTER), judge, bars);
    Reading reading =
        new ArticleReader().read(Material.texts(folder.resolve(file)).get(text).document());
    assertThat(reading).isInstanceOf(Reading.One.class);
    Verdict verdict =
        checker.check(((Reading.One) reading).article()).claims().getFirst().verdict();
    assertThat(verdict.odds()).isNotNull();
    return verdict.odds().confidence().doubleValue();
  }
}
