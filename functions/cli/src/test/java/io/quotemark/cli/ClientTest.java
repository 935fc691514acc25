package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quotemark.client.ApiProblem;
import io.quotemark.client.ArticleSummary;
import io.quotemark.client.FoundClaim;
import io.quotemark.client.Hints;
import io.quotemark.client.Price;
import io.quotemark.client.QuotemarkClient;
import io.quotemark.client.Upload;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.AnswerFinding;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.domain.verdict.Verdict;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** The clients for Java and Python programs, against the local cloud. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientTest {
  private static final ListingId BRINDLEWICK = ListingId.parse("XXXX:BRWK");
  private static final String WRONG =
      "Shares of Brindlewick Lanterns plc (XXXX: BRWK) rose 3.8% on Tuesday and closed at 380p.";

  @TempDir static Path data;
  private Pipeline pipeline;
  private QuotemarkClient client;

  @BeforeAll
  void start() throws Exception {
    pipeline = new Pipeline(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    for (Sample.SampleFile file : Sample.articles()) {
      pipeline.upload("inbox/" + file.name(), file.bytes());
    }
    pipeline.settled();
    client = new QuotemarkClient(pipeline.address());
  }

  @AfterAll
  void stop() {
    client.close();
    pipeline.close();
  }

  @Test
  void check_answersClaimsWithVerdicts() {
    CheckedArticle checked = client.check(WRONG, Hints.NONE.publishedAt("2025-03-11T18:15:00Z"));
    assertThat(checked.claims())
        .extracting(claim -> claim.verdict().outcome())
        .containsExactly(Verdict.Outcome.CONTRADICTED, Verdict.Outcome.VERIFIED);
    assertThatThrownBy(() -> client.check(WRONG, Hints.NONE.publishedAt("yesterday")))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(400);
              assertThat(problem.code()).isEqualTo("invalid_parameter");
              assertThat(problem.detail()).contains("published_at");
            });
  }

  @Test
  void checkAnswer_saysWhatToCite_andCorrectsTheText() {
    String text = "- Brindlewick Lanterns (XXXX: BRWK) closed at 395p on 11 March 2025.";
    CheckedAnswer checked =
        client.checkAnswer(text, Hints.NONE.publishedAt("2025-03-12T09:00:00Z"));
    assertThat(checked.findings())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.standing()).isEqualTo(AnswerFinding.Standing.CONTRADICTED);
          assertThat(finding.cited()).isNotNull();
          assertThat(finding.cited().session()).isEqualTo("2025-03-11");
          assertThat(finding.cited().listing()).isEqualTo(BRINDLEWICK);
        });
    assertThat(checked.corrected()).isEqualTo(text.replace("395p", "380p"));
  }

  @Test
  void submittedDocument_becomesAnArticle() {
    String key =
        client.submit(
            ("Brindlewick\n\nMarch 11, 2025\n\n" + WRONG).getBytes(UTF_8),
            "text/plain",
            Hints.NONE);
    pipeline.settled();
    Upload upload = client.upload(key).orElseThrow();
    assertThat(upload.status()).isEqualTo("done");
    String id = upload.articles().getFirst();
    assertThat(client.article(id).claims()).isNotEmpty();
    assertThat(client.upload("inbox/none")).isEmpty();
    assertThatThrownBy(() -> client.article("none"))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.status()).isEqualTo(404));
  }

  @Test
  void lists_areStreamsOverAllPages() {
    List<String> all =
        client.articles(Map.of("limit", "2")).map(ArticleSummary::id).distinct().toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(4);
    assertThat(client.articles(Map.of()).map(ArticleSummary::id)).containsAll(all);
    List<FoundClaim> wrong =
        client.claims(Map.of("verdict", "contradicted", "limit", "1")).toList();
    assertThat(wrong).hasSizeGreaterThanOrEqualTo(2);
    assertThat(wrong)
        .allSatisfy(found ->
            assertThat(found.claim().verdict().outcome()).isEqualTo(Verdict.Outcome.CONTRADICTED));
    FoundClaim first = wrong.getFirst();
    assertThat(client.claim(first.id()).claim().claim().at()).isEqualTo(first.claim().claim().at());
  }

  @Test
  void price_isOfADay_orThereIsNone() {
    Price price = client.price(BRINDLEWICK, LocalDate.parse("2025-03-11")).orElseThrow();
    assertThat(price.close()).isEqualByComparingTo("3.80");
    assertThat(price.changePercent()).isEqualByComparingTo("-3.80");
    assertThat(price.sample()).isTrue();
    assertThat(client.price(BRINDLEWICK, LocalDate.parse("1980-01-02"))).isEmpty();
    assertThatThrownBy(() -> client.price(ListingId.parse("XXXX:NONE"), null))
        .isInstanceOf(ApiProblem.class);
  }

  @Test
  void clientInPython_doesTheSame() throws Exception {
    assumeTrue(PythonRecipeTest.python(), "python3 is not on this machine");
    Path program = data.resolve("try.py");
    Files.writeString(
        program,
        """
        import sys
        from decimal import Decimal
        sys.path.insert(0, sys.argv[2])
        from quotemark import ApiProblem, Quotemark

        client = Quotemark(sys.argv[1])
        checked = client.check(sys.argv[3], published_at="2025-03-11T18:15:00Z")
        assert [claim["verdict"] for claim in checked["claims"]] == ["contradicted", "verified"], checked
        try:
            client.check("x", published_at="yesterday")
            raise SystemExit("not refused")
        except ApiProblem as problem:
            assert problem.status == 400 and problem.code == "invalid_parameter", problem
            assert "published_at" in problem.detail, problem
        ids = {article["id"] for article in client.articles(limit=2)}
        assert len(ids) >= 4, ids
        wrong = list(client.claims(verdict="contradicted", limit=1))
        assert len(wrong) >= 2, wrong
        assert client.claim(wrong[0]["id"])["claim"]["text"] == wrong[0]["claim"]["text"]
        price = client.price("XXXX:BRWK", "2025-03-11")
        assert Decimal(price["bar"]["close"]) == Decimal("3.8"), price
        assert client.price("XXXX:BRWK", "1980-01-02") is None
        key = client.submit(("Brindlewick\\n\\nMarch 11, 2025\\n\\n" + sys.argv[3]).encode(), "text/plain")
        assert client.wait(key, seconds=60)["status"] == "done"
        """);
    Process run =
        new ProcessBuilder(
                "python3",
                program.toString(),
                pipeline.address().toString(),
                Places.home().resolve("shared/client/python").toString(),
                WRONG)
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8);
    assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(said).isZero();
  }

  @Test
  void clientInPython_signsAsTheSdkDoes() throws Exception {
    assumeTrue(PythonRecipeTest.python(), "python3 is not on this machine");
    String address =
        "https://abc.execute-api.eu-west-1.amazonaws.com/v1/listings/XNAS%3ANVDA/price?as_of=2025-03-11&q=a%20b%2Fc";
    Path program = data.resolve("sign.py");
    Files.writeString(
        program,
        """
        import sys
        from datetime import datetime, timezone
        sys.path.insert(0, sys.argv[1])
        import quotemark
        keys = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI"}
        now = datetime(2026, 3, 11, 18, 15, 0, tzinfo=timezone.utc)
        print(quotemark._signed("POST", sys.argv[2], b"body", "eu-west-1", keys, now)["authorization"])
        """);
    Process run =
        new ProcessBuilder(
                "python3",
                program.toString(),
                Places.home().resolve("shared/client/python").toString(),
                address)
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), UTF_8).strip();
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(address)).build();
    String signed =
        AwsV4HttpSigner.create()
            .sign(r ->
                r.identity(AwsBasicCredentials.create("AKIDEXAMPLE", "wJalrXUtnFEMI"))
                    .request(request)
                    .payload(() -> new ByteArrayInputStream("body".getBytes(UTF_8)))
                    .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-1")
                    .putProperty(
                        HttpSigner.SIGNING_CLOCK,
                        Clock.fixed(Instant.parse("2026-03-11T18:15:00Z"), ZoneOffset.UTC)))
            .request()
            .firstMatchingHeader("Authorization")
            .orElseThrow();
    assertThat(said).isEqualTo(signed);
  }
}
