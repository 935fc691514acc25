package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The look before a deployment, against a server that answers as an account would. */
@Isolated("changes where every client of the JVM asks")
class DoctorTest {
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/[0-9]+/eu-west-1/([a-z0-9]+)/aws4_request");
  private static final String BUCKET = "/quotemark-123456789012-eu-west-1";

  @TempDir Path home;
  private final HttpServer server;
  private volatile int identityStatus = 200;
  private volatile int concurrency = 10;
  private volatile int unreserved = 10;
  private volatile int settingsStatus = 200;
  private volatile String stackStatus = "";
  private volatile Map<String, String> parameters = Map.of();
  private volatile int bucketStatus = 404;
  private volatile List<String> objects = List.of();
  private @Nullable String homeBefore;

  DoctorTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  }

  @BeforeEach
  void start() throws IOException {
    Files.copy(Places.home().resolve("template.yaml"), home.resolve("template.yaml"));
    for (String name : List.of("parse-uploads", "enrich-articles", "refresh-prices", "serve-api")) {
      jar(home.resolve("functions/" + name + "/target/" + name + ".jar"));
    }
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange);
          }
        });
    server.start();
    homeBefore = System.getProperty("quotemark.home");
    System.setProperty("quotemark.home", home.toString());
    System.setProperty("aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
    System.setProperty("aws.secretAccessKey", "secret");
  }

  @AfterEach
  void stop() {
    if (homeBefore == null) {
      System.clearProperty("quotemark.home");
    } else {
      System.setProperty("quotemark.home", homeBefore);
    }
    System.clearProperty("aws.endpointUrl");
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    server.stop(0);
  }

  private static void jar(Path file) throws IOException {
    Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.class"));
      zip.write(new byte[100]);
    }
  }

  /** By the service for which a request is signed. */
  private void answer(HttpExchange exchange) throws IOException {
    Matcher scope = SCOPE.matcher(exchange.getRequestHeaders().getFirst("authorization"));
    String service = scope.find() ? scope.group(1) : "unsigned";
    switch (service) {
      case "sts" ->
          say(
              exchange,
              identityStatus,
              identityStatus == 200
                  ? "<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/desk</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"
                  : "<ErrorResponse><Error><Message>The security token is invalid</Message></Error></ErrorResponse>");
      case "lambda" ->
          say(
              exchange,
              settingsStatus,
              settingsStatus == 200
                  ? "{\"AccountLimit\":{\"ConcurrentExecutions\":%d,\"UnreservedConcurrentExecutions\":%d}}"
                      .formatted(concurrency, unreserved)
                  : "{\"Message\":\"not authorized to perform: lambda:GetAccountSettings\"}");
      case "cloudformation" -> stack(exchange);
      case "s3" -> {
        String path = exchange.getRequestURI().getPath();
        boolean bucket = path.equals(BUCKET) || path.equals(BUCKET + "/");
        say(exchange, bucket ? bucketStatus : objects.contains(path) ? 200 : 404, "");
      }
      default -> say(exchange, 400, "");
    }
  }

  private void stack(HttpExchange exchange) throws IOException {
    if (stackStatus.isEmpty()) {
      say(
          exchange,
          400,
          "<ErrorResponse><Error><Message>Stack with id qm does not exist</Message></Error></ErrorResponse>");
      return;
    }
    StringBuilder given = new StringBuilder();
    parameters.forEach((name, value) ->
        given.append(
            "<member><ParameterKey>%s</ParameterKey><ParameterValue>%s</ParameterValue></member>"
                .formatted(name, value)));
    String outputs =
        stackStatus.startsWith("ROLLBACK")
            ? ""
            : "<member><OutputKey>Bucket</OutputKey><OutputValue>"
                + BUCKET.substring(1)
                + "</OutputValue></member>";
    say(
        exchange,
        200,
        "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>%s</StackStatus><Parameters>%s</Parameters><Outputs>%s</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>"
            .formatted(stackStatus, given, outputs));
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
    if (!none) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private static Ran doctor(String... parameters) {
    List<String> arguments =
        new ArrayList<>(List.of("doctor", "--stack", "qm", "--region", "eu-west-1"));
    arguments.addAll(List.of(parameters));
    return Ran.together(arguments.toArray(String[]::new));
  }

  @Test
  void doctor_ofANewAccount_findsNothingInTheWay() {
    Ran run = doctor();

    assertThat(run.code()).as(run.out()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains(
            "ok     Account 123456789012 in eu-west-1, as arn:aws:iam::123456789012:user/desk.")
        .contains("ok     There is no stack qm yet")
        .contains("ok     The bucket's name quotemark-123456789012-eu-west-1 is free.")
        .contains("note   The account has 10 executions at once")
        .contains("ok     Built: parse-uploads.jar 0.0 MB")
        .contains("Nothing stands in the way")
        .doesNotContain("wrong");
  }

  @Test
  void doctor_ofReservationsThatTheAccountHasNot_saysSo() {
    Ran run = doctor("ReserveConcurrency=on");
    assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(run.out()).contains("wrong  ReserveConcurrency=on takes 51", "has 10");

    concurrency = 1000;
    unreserved = 150;
    assertThat(doctor("ReserveConcurrency=on").code()).isEqualTo(Exit.FAILED_INPUT);
    unreserved = 151;
    assertThat(doctor("ReserveConcurrency=on").code()).isEqualTo(Exit.OK);
  }

  @Test
  void doctor_ofAStackThatReservesAlready_doesNotCountItTwice() {
    stackStatus = "UPDATE_COMPLETE";
    parameters = Map.of("ReserveConcurrency", "on", "OfAnOlderTemplate", "1");
    concurrency = 1000;
    unreserved = 100;
    bucketStatus = 200;

    Ran run = doctor();

    assertThat(run.code()).as(run.out()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains("ok     Stack qm is in UPDATE_COMPLETE")
        .contains("is this stack's");
  }

  @Test
  void doctor_ofABucketThatAnEarlierStackKept_saysHowToGoOn() {
    bucketStatus = 200;
    assertThat(doctor().out()).contains("wrong  The bucket quotemark-", "aws s3 rb --force");
    bucketStatus = 403;
    assertThat(doctor().out())
        .contains("wrong  The bucket quotemark-", "another account or region, or");
    assertThat(doctor("Name=desk").code()).isEqualTo(Exit.OK);
  }

  @Test
  void doctor_ofAStackThatFailed_saysWhatToDoFirst() {
    stackStatus = "ROLLBACK_COMPLETE";
    Ran run = doctor();
    assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(run.out()).contains("wrong  Stack qm is in ROLLBACK_COMPLETE", "delete-stack");
    stackStatus = "UPDATE_IN_PROGRESS";
    assertThat(doctor().out()).contains("wrong  Stack qm is in UPDATE_IN_PROGRESS. Wait");
  }

  @Test
  void doctor_withoutABuild_saysHowToBuild() throws IOException {
    Files.delete(home.resolve("functions/serve-api/target/serve-api.jar"));
    Ran run = doctor();
    assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(run.out())
        .contains("wrong  functions/serve-api/target/serve-api.jar is not built", "mvn package");
  }

  @Test
  void doctor_ofParametersThatAreRefused_saysWhichAndWhy() {
    Ran run = doctor("AuthMode=JWT", "JwtIssuer=https://issuer.example");
    assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(run.out()).contains("wrong  AuthMode JWT needs JwtAudience");

    run = doctor("PriceProviders=alpaca:XHKG");
    assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(run.out()).contains("wrong  PriceProviders is refused: alpaca has no exchange");
  }

  @Test
  void doctor_ofListingsThatAreNotThereYet_saysWhatServesUntilThen() {
    Ran run = doctor("Listings=config/own-1.tsv");
    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("note   s3:/" + BUCKET + "/config/own-1.tsv is not there");

    stackStatus = "CREATE_COMPLETE";
    bucketStatus = 200;
    objects = List.of(BUCKET + "/config/own-1.tsv");
    assertThat(doctor("Listings=config/own-1.tsv").out()).doesNotContain("is not there");
  }

  @Test
  void doctor_withCredentialsThatAwsDoesNotTake_saysSoAndLooksAtTheRest() {
    identityStatus = 403;
    Ran run = doctor("AuthMode=NONE");
    assertThat(run.code()).isEqualTo(Exit.FAILED_INPUT);
    assertThat(run.out())
        .contains("wrong  AWS does not take these credentials: The security token is invalid")
        .contains("wrong  AuthMode=NONE is refused")
        .contains("To put right first: 2.");
  }

  @Test
  void doctor_withoutTheRightToLook_saysWhatWasNotLookedAt() {
    settingsStatus = 403;
    Ran run = doctor();
    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("note   Not looked at: not authorized");
  }
}
