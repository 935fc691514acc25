package io.quotemark.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quotemark.domain.article.Article;
import io.quotemark.domain.article.PublicationTime;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.domain.article.Span;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.ClockTime;
import io.quotemark.domain.claim.Conversion;
import io.quotemark.domain.claim.Direction;
import io.quotemark.domain.claim.Entity;
import io.quotemark.domain.claim.Hedge;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.claim.ListingEvidence;
import io.quotemark.domain.claim.ListingEvidence.Kind;
import io.quotemark.domain.claim.Modality;
import io.quotemark.domain.claim.PartialDate;
import io.quotemark.domain.claim.SessionReading;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.Bar;
import io.quotemark.domain.price.ListingContext;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceField;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.CheckedClaim;
import io.quotemark.domain.verdict.DecidingMinutes;
import io.quotemark.domain.verdict.EvidenceNeed;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.domain.verdict.Odds;
import io.quotemark.domain.verdict.Reason;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.domain.verdict.Versions;
import io.quotemark.sentences.Sentences;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckedArticleJsonTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 10);
  private static final ListingId BRWK = ListingId.parse("XXXX:BRWK");

  @Test
  void claimThatWaits_saysForWhat_andReadsBack() {
    EvidenceNeed need =
        new EvidenceNeed(
            ListingId.parse("XHKG:9988"),
            null,
            LocalDate.parse("2025-02-24"),
            Set.of(EvidenceNeed.Field.CLOSE, EvidenceNeed.Field.SPLITS));
    CheckedClaim first = everything().claims().getFirst();
    Verdict waiting =
        new Verdict(
            Verdict.Outcome.PENDING,
            null,
            null,
            List.of(Reason.said("not in yet")),
            Set.of(),
            null,
            List.of(),
            null,
            null,
            null,
            List.of(need));
    CheckedArticle checked =
        everything()
            .with(everything().article(), List.of(new CheckedClaim(first.claim(), waiting)));

    byte[] stored = CheckedArticleJson.write(checked);
    assertThat(CheckedArticleJson.read(stored)).isEqualTo(checked);
    assertThat(Json.read(stored).at("evidence_needed").isPresent())
        .as("where it can be had is no part of what is stored")
        .isFalse();

    EvidenceOffer offer =
        new EvidenceOffer(
            EvidenceOffer.Kind.OFFICIAL_FILE,
            "An exchange's file",
            List.of(
                new EvidenceOffer.Download(
                    "https://exchange.example/20250224", null, LocalDate.parse("2025-02-24"))),
            Set.of(EvidenceNeed.Field.CLOSE),
            "Download it and drop it here.",
            null);
    Node answered =
        Json.read(
                CheckedArticleJson.write(
                    checked, null, needed -> List.of(offer), Sentences.first()))
            .at("evidence_needed")
            .elements()
            .getFirst();
    assertThat(answered.at("listing").text()).isEqualTo("XHKG:9988");
    assertThat(answered.at("claims").texts()).containsExactly(first.claim().id());
    assertThat(answered.at("fields").texts()).containsExactly("close", "splits");
    Node session = answered.at("sessions").elements().getFirst();
    assertThat(session.at("from").textOrNull()).isNull();
    assertThat(session.at("to").text()).isEqualTo("2025-02-24");
    Node where = answered.at("where").elements().getFirst();
    assertThat(where.at("kind").text()).isEqualTo("official_file");
    assertThat(where.at("files").elements().getFirst().at("url").text())
        .isEqualTo("https://exchange.example/20250224");
  }

  @Test
  void read_whatWasWritten_isEqualInEveryField() {
    CheckedArticle checked = everything();
    assertThat(CheckedArticleJson.read(CheckedArticleJson.write(checked))).isEqualTo(checked);
  }

  @Test
  void write_contract_hasDecimalsAsStringsAndLowerCaseWords() {
    Node json = Json.read(CheckedArticleJson.write(everything()));
    Node claim = json.at("claims").elements().getFirst();
    assertThat(claim.at("value").text()).isEqualTo("3.950");
    assertThat(claim.at("verdict").text()).isEqualTo("verified_loose");
    assertThat(claim.at("strength").text()).isEqualTo("within_range");
    assertThat(claim.at("flags").texts()).containsExactly("STALE_AT_PUBLISH", "SAMPLE_DATA");
    assertThat(claim.at("in").text()).isEqualTo("text");
    assertThat(claim.at("basis").at("field").text()).isEqualTo("last");
    assertThat(json.at("article").at("published_at").text()).isEqualTo("2025-03-10T17:40:00Z");
    assertThat(json.at("amounts").elements().getFirst().at("type").text()).isEqualTo("bp");
  }

  @Test
  void read_everySessionWords_comeBack() {
    List<SessionWords> all =
        List.of(
            SessionWords.Unstated.UNSTATED,
            new SessionWords.OnDate(DAY),
            new SessionWords.OnWeekday(DayOfWeek.FRIDAY, false),
            new SessionWords.OnWeekday(DayOfWeek.FRIDAY, true),
            new SessionWords.DaysFromPublication(-1),
            new SessionWords.SessionsFromPublication(0),
            new SessionWords.Period(DAY, DAY.plusDays(4)));
    List<CheckedClaim> claims = new ArrayList<>();
    for (SessionWords words : all) {
      claims.add(
          new CheckedClaim(
              Claim.of(ClaimKind.MOVE_PCT, span("8.4%")).session(words).build(),
              Verdict.unverifiable(Verdict.Unverifiable.NO_PRICE_DATA, Reason.of("prices.none"))));
    }
    CheckedArticle checked = with(claims);
    assertThat(CheckedArticleJson.read(CheckedArticleJson.write(checked)).claims())
        .isEqualTo(claims);
  }

  @Test
  void read_doubtfulClaimOfAGeneratedText_comesBackWithItsOdds() {
    CheckedArticle checked = doubtful();
    byte[] json = CheckedArticleJson.write(checked);
    assertThat(CheckedArticleJson.read(json)).isEqualTo(checked);

    Node read = Json.read(json);
    assertThat(read.at("article").at("source_kind").text()).isEqualTo("generated");
    Node claim = read.at("claims").elements().getFirst();
    assertThat(claim.at("verdict").text()).isEqualTo("doubtful");
    assertThat(claim.at("confidence").text()).isEqualTo("0.200");
    assertThat(claim.at("doubts").texts()).containsExactly("no session is stated", "🏮");
    assertThat(claim.at("supports").texts()).containsExactly("two digits changed places");
    assertThat(claim.at("flags").texts()).containsExactly("SIGN_SLIP", "DIGIT_SLIP", "CLOSE_VENUE");
  }

  @Test
  void verdictWithoutOdds_saysSo_andWhatWasStoredBeforeThereWereAny_isRead() {
    CheckedArticle checked = everything();
    String json = new String(CheckedArticleJson.write(checked), StandardCharsets.UTF_8);
    String odds = "\"confidence\":null,\"doubts\":[],\"supports\":[],";
    String kind = "\"source_kind\":\"news\",";
    assertThat(json).contains(odds, kind);
    String before = json.replace(odds, "").replace(kind, "");
    assertThat(CheckedArticleJson.read(before.getBytes(StandardCharsets.UTF_8))).isEqualTo(checked);
  }

  @Test
  void reasonsOfAListing_keepTheirText_andThoseStoredAsTextAloneAreRead() {
    CheckedArticle checked = everything();
    String json = new String(CheckedArticleJson.write(checked), StandardCharsets.UTF_8);
    String said = ",\"by\":\"bracket\",\"outweighs\":[\"words:new york\",\"primary\"]";
    String order = ",\"by\":null,\"outweighs\":[]";
    assertThat(json)
        .contains(
            "\"why\":\"bracket outweighs words:new york, primary\"" + said,
            "\"why\":\"order\"" + order);
    String before = json.replace(said, "").replace(order, "");
    assertThat(CheckedArticleJson.read(before.getBytes(StandardCharsets.UTF_8))).isEqualTo(checked);
    String unknown = json.replace("bracket:XXXX: BRWK", "moon:full");
    assertThatThrownBy(() -> CheckedArticleJson.read(unknown.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Malformed.class)
        .hasMessage("no evidence for a listing: moon:full");
  }

  @Test
  void reasonsStoredAsSentences_areRead_andSaidAsTheyAre() {
    CheckedClaim claim = everything().claims().getFirst();
    Verdict said =
        Verdict.unverifiable(
            Verdict.Unverifiable.NO_PRICE_DATA, Reason.said("the bar is not in yet"));
    CheckedArticle before = with(List.of(new CheckedClaim(claim.claim(), said)));
    String stored =
        new String(CheckedArticleJson.write(before), StandardCharsets.UTF_8)
            .replace(
                "{\"key\":\"said\",\"facts\":{\"said\":{\"name\":\"the bar is not in yet\"}}}",
                "\"the bar is not in yet\"");
    assertThat(stored).contains("\"reasons\":[\"the bar is not in yet\"]");
    CheckedArticle read = CheckedArticleJson.read(stored.getBytes(StandardCharsets.UTF_8));
    assertThat(read).isEqualTo(before);
    assertThat(Sentences.first().reasons(read.claims().getFirst()))
        .containsExactly("The bar is not in yet.");
  }

  @Test
  void answer_hasSentences_andTheFactsOfTheDecidingOne() {
    CheckedArticle checked = everything();
    Node claim =
        Json.read(CheckedArticleJson.write(checked, null, needed -> List.of(), Sentences.of("de")))
            .at("claims")
            .elements()
            .getFirst();
    assertThat(claim.at("reasons").texts()).hasSize(2).contains("The close was 3.80.");
    assertThat(claim.at("correction").isPresent()).isFalse();
    assertThat(claim.at("repair").text()).isEqualTo("395\u00a0Pence");
    Node explanation = claim.at("explanation");
    assertThat(explanation.at("claimed").text()).isEqualTo("395p 🏮");
    assertThat(explanation.at("when").text()).contains("2025");
    assertThat(explanation.at("key").text()).isEqualTo("level.inside");
    assertThat(explanation.at("facts").at("low").at("price").text()).isEqualTo("3.75");
    assertThat(explanation.at("facts").at("figure").at("price").text()).isEqualTo("5.11 USD");
  }

  @Test
  void codeOfAnOlderAnswer_isRead_andEveryCodeComesBack() {
    for (Verdict.Unverifiable code : Verdict.Unverifiable.values()) {
      CheckedArticle checked =
          with(
              List.of(
                  new CheckedClaim(
                      Claim.of(ClaimKind.MOVE_ABS, span("8")).build(),
                      Verdict.unverifiable(code, Reason.of("why")))));
      assertThat(CheckedArticleJson.read(CheckedArticleJson.write(checked))).isEqualTo(checked);
    }
  }

  @Test
  void readingQuality_isWrittenWhereItWasMeasured_andWhatIsStoredWithoutIt_isRead() {
    Article article = everything().article();
    assertThat(new String(ArticleJson.write(article), StandardCharsets.UTF_8))
        .doesNotContain("reading_quality");
    assertThat(ArticleJson.read(ArticleJson.write(article))).isEqualTo(article);

    Article measured = article.read(.87);
    assertThat(new String(ArticleJson.write(measured), StandardCharsets.UTF_8))
        .contains("\"reading_quality\":\"0.87\"");
    assertThat(ArticleJson.read(ArticleJson.write(measured))).isEqualTo(measured);
  }

  @Test
  void articleOfNews_hasTheBytesOfBeforeThereWereKinds_andThoseOfItsVersion() {
    Article news = everything().article();
    String json = new String(ArticleJson.write(news), StandardCharsets.UTF_8);
    assertThat(json).doesNotContain("source_kind");
    assertThat(ArticleJson.read(ArticleJson.write(news)).sourceKind()).isEqualTo(SourceKind.NEWS);

    Article generated = news.as(SourceKind.GENERATED);
    assertThat(new String(ArticleJson.write(generated), StandardCharsets.UTF_8))
        .contains("\"source_kind\":\"generated\"");
    assertThat(ArticleJson.read(ArticleJson.write(generated))).isEqualTo(generated);
    assertThatThrownBy(() ->
            ArticleJson.read(
                json.replace("\"title\"", "\"source_kind\":\"rumour\",\"title\"")
                    .getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Malformed.class)
        .hasMessageContaining("rumour");
  }

  @Test
  void read_garbage_saysWhere() {
    assertThatThrownBy(
            () -> CheckedArticleJson.read("{\"article\":{}}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Malformed.class)
        .hasMessageContaining("$.");
    assertThatThrownBy(
            () -> Json.read(("[".repeat(100) + "]".repeat(100)).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Json.Malformed.class);
  }

  /**
   * The contract's test reads this file and holds what is answered of it against openapi.json.
   * After a change: {@code -Dquotemark.write=true} writes it.
   */
  @Test
  void everyField_isInTheFileThatTheContractIsHeldAgainst() throws Exception {
    CheckedArticle all = everything();
    CheckedArticle waiting = doubtful();
    byte[] stored =
        CheckedArticleJson.write(
            all.with(
                all.article(),
                List.of(
                    all.claims().getFirst(),
                    waiting.claims().getFirst(),
                    new CheckedClaim(
                        all.claims().getFirst().claim().toBuilder()
                            .sessions(
                                List.of(
                                    new SessionReading(
                                        "on Monday",
                                        all.claims().getFirst().claim().session(),
                                        d("0.997"),
                                        "place:behind")))
                            .build(),
                        new Verdict(
                            Verdict.Outcome.PENDING,
                            null,
                            null,
                            List.of(Reason.said("not in yet")),
                            Set.of(),
                            null,
                            List.of(),
                            null,
                            null,
                            null,
                            List.of(
                                new EvidenceNeed(
                                    BRWK, DAY, DAY, Set.of(EvidenceNeed.Field.CLOSE))))))));
    Path file = Path.of("../../functions/cli/src/test/resources/io/quotemark/cli/every-field.json");
    if (Boolean.getBoolean("quotemark.write")) {
      Files.write(file, stored);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(stored);
  }

  private static CheckedArticle doubtful() {
    CheckedArticle all = everything();
    CheckedClaim one = all.claims().getFirst();
    Verdict verdict = one.verdict();
    return all.with(
        all.article().as(SourceKind.GENERATED),
        List.of(
            new CheckedClaim(
                one.claim(),
                new Verdict(
                    Verdict.Outcome.DOUBTFUL,
                    null,
                    null,
                    verdict.reasons(),
                    Set.of(
                        Verdict.Flag.SIGN_SLIP, Verdict.Flag.DIGIT_SLIP, Verdict.Flag.CLOSE_VENUE),
                    verdict.basis(),
                    verdict.alternatives(),
                    verdict.evidence(),
                    verdict.repair(),
                    new Odds(
                        d("0.200"),
                        List.of("no session is stated", "🏮"),
                        List.of("two digits changed places")),
                    List.of()))));
  }

  private static Span span(String text) {
    return new Span(Span.Part.TEXT, 3, 3 + text.codePointCount(0, text.length()), text);
  }

  private static BigDecimal d(String text) {
    return new BigDecimal(text);
  }

  private static CheckedArticle with(List<CheckedClaim> claims) {
    CheckedArticle all = everything();
    return new CheckedArticle(
        all.article(),
        all.amounts(),
        all.entities(),
        claims,
        all.context(),
        all.conversions(),
        all.versions(),
        true,
        List.of());
  }

  private static CheckedArticle everything() {
    Article article =
        new Article(
            "Lanterns \"shine\" 🏮",
            List.of("Ottilie Marsh"),
            List.of("Edited by a machine"),
            PublicationTime.at(
                OffsetDateTime.parse("2025-03-10T17:40:00Z"), PublicationTime.Quality.DECLARED),
            PublicationTime.on(DAY.plusDays(1)),
            "en",
            "The Wickham Ledger",
            "https://ledger.example/a",
            "Markets",
            List.of("BRWK"),
            "One.\n\nTwo 🏮.",
            List.of(new Article.Furniture(Article.Furniture.Kind.RISK_WARNING, "es", "Riesgo")),
            8,
            List.of(new Article.Notice(Article.Notice.Kind.CORRECTION, "Corrected: the year")));
    Claim claim =
        Claim.of(ClaimKind.PRICE_LEVEL, span("395p 🏮"))
            .id("c1")
            .group("g1")
            .subject("Brindlewick")
            .listing(
                new ListingChoice(
                    BRWK,
                    d("0.99"),
                    List.of(new ListingEvidence(Kind.BRACKET, "XXXX: BRWK")),
                    List.of(
                        new ListingChoice.Rejected(
                            ListingId.parse("XXXX:BRWKY"),
                            Kind.BRACKET,
                            List.of(
                                new ListingEvidence(Kind.WORDS, "new york"),
                                ListingEvidence.PRIMARY)),
                        new ListingChoice.Rejected(BRWK, null, List.of()))))
            .value(d("3.950"), d("0.01"))
            .currency("GBP", "GBX")
            .second(d("5.11"), d("0.01"), "USD")
            .pair(ListingId.currencyPair("GBP", "USD"))
            .benchmark(ListingId.index("FTSE"))
            .tagged(ListingId.parse("XNAS:BRWK"))
            .field(PriceField.LAST)
            .session(new SessionWords.OnWeekday(DayOfWeek.MONDAY, false))
            .clock(new ClockTime(LocalTime.of(10, 30), ZoneId.of("Europe/London"), true))
            .direction(Direction.HIGH)
            .since(PartialDate.parse("2024-07"))
            .window(Window.parse("52w"))
            .over(Window.parse("1w"))
            .rank(2)
            .hedge(Hedge.AS_MUCH_AS)
            .modality(Modality.PROVISIONAL)
            .ended(true)
            .limit(true)
            .stated(d("3.645"))
            .rule("level-at")
            .build();
    Verdict verdict =
        new Verdict(
            Verdict.Outcome.VERIFIED_LOOSE,
            Verdict.Strength.WITHIN_RANGE,
            null,
            List.of(
                Reason.of("level.inside")
                    .code("field", "close")
                    .price("low", d("3.75"))
                    .price("figure", d("5.11"), "USD")
                    .percent("move", d("-3.8"))
                    .listing("other", BRWK)
                    .day("found", DAY)
                    .time("time", "10:30 GMT")
                    .count("length", 3)
                    .name("source", "x 🏮"),
                Reason.said("The close was 3.80.")),
            Set.of(Verdict.Flag.SAMPLE_DATA, Verdict.Flag.STALE_AT_PUBLISH),
            new Verdict.Basis(PriceField.LAST, DAY),
            List.of(
                new Verdict.Alternative(
                    "last/close",
                    Verdict.Outcome.VERIFIED,
                    DAY.minusYears(1),
                    d("4.0"),
                    "a year before")),
            new Verdict.Evidence(
                BRWK,
                List.of(
                    new Bar(DAY, d("3.78"), d("3.95"), d("3.75"), d("3.95"), 1188932L),
                    Bar.flat(DAY.plusDays(1), d("3.8"))),
                "file:x.csv",
                Instant.parse("2025-03-11T00:00:00Z"),
                d("8.37"),
                new DecidingMinutes(
                    "file:m.csv",
                    List.of(
                        new MinuteBars.Minute(
                            Instant.parse("2025-03-10T10:30:00Z"),
                            d("3.80"),
                            d("3.95"),
                            d("3.79"),
                            d("3.94"),
                            1200))),
                "GBP"),
            Reason.of("repair.price").price("figure", d("3.95")));
    ListingContext context =
        new ListingContext(
            BRWK,
            DAY,
            d("3.645"),
            Map.of("1d", d("1.96")),
            new ListingContext.Range(
                d("2.825"), DAY.minusMonths(5), d("5.09"), DAY.minusMonths(11), d("0.5"), DAY),
            Map.of("20d", d("33.1")),
            d("1.9"),
            new ListingContext.MarketModel(
                ListingId.index("FTSE"),
                d("1.1"),
                d("7.2"),
                d("4.1"),
                DAY.minusYears(1),
                DAY,
                DAY,
                new ListingContext.Abnormal(DAY.minusDays(3), d("-0.4"), d("-0.2"))),
            new ListingContext.Parity(
                BRWK,
                ListingId.parse("XXXX:BRWKY"),
                d("4"),
                d("1.29"),
                d("20.3"),
                d("20.1"),
                d("-0.9"),
                DAY),
            ListingContext.SessionState.CLOSED,
            new ListingContext.Reaction(
                DAY.plusDays(1),
                Map.of("day0", d("-3.8")),
                Map.of("day0", d("-3.1")),
                false,
                Map.of("day0", DAY.plusDays(1))),
            new ListingContext.Stated(List.of("395p"), "prices/XXXX_BRWK.csv"),
            true,
            new ListingContext.RecordHigh(
                d("5.09"), DAY.minusMonths(11), d("-28.4"), DAY.minusYears(3)),
            new ListingContext.MarketValue(
                d("3645000000"),
                "GBP",
                1_000_000_000L,
                DAY,
                List.of(new ListingContext.MarketValue.Part(0, d("2.4")))));
    return new CheckedArticle(
        article,
        List.of(
            new Amount(
                span("25 bp"),
                Amount.Type.BASIS_POINTS,
                d("25"),
                d("1"),
                null,
                null,
                Hedge.ABOUT,
                List.of("USD", "AUD"))),
        List.of(
            new Entity(
                "Brindlewick Lanterns plc",
                d("0.99"),
                List.of(BRWK),
                List.of(span("Brindlewick")))),
        List.of(new CheckedClaim(claim, verdict)),
        List.of(context),
        List.of(new Conversion(0, d("5.1"), "USD", d("1.29"), DAY)),
        new Versions("r1", "m1", "b1"),
        true,
        List.of("level-at fired at 3"));
  }
}
