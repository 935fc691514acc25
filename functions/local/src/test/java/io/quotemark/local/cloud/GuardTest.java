package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.RawRequest.PRESIGNED;
import static io.quotemark.local.cloud.RawRequest.SIGNED;
import static io.quotemark.local.cloud.RawRequest.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a page in the operator's browser can reach of the local cloud: all four ports. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {
  /** The four servers, with a request of each that is answered if nothing forbids it. */
  enum Server {
    API("GET /v1/articles", ""),
    S3("GET /bucket/inbox/a.txt", ""),
    SQS(
        "POST /",
        "{}",
        "X-Amz-Target: AmazonSQS.ListQueues",
        "Content-Type: application/x-amz-json-1.0"),
    DYNAMO_DB(
        "POST /",
        "{}",
        "X-Amz-Target: DynamoDB_20120810.ListTables",
        "Content-Type: application/x-amz-json-1.0");

    private final String request;
    private final String body;

    /** One a line. */
    private final String headers;

    Server(String request, String body, String... headers) {
      this.request = request;
      this.body = body;
      this.headers = String.join("\n", headers);
    }
  }

  @TempDir static Path data;
  private final TestCloud functions =
      new TestCloud().answering("serve", event -> "{\"statusCode\":200,\"body\":\"{}\"}");
  private Cloud cloud;

  @BeforeAll
  void start() throws IOException {
    cloud = functions.start(data);
    try (S3Client s3 = Clients.s3(cloud.s3())) {
      s3.putObject(
          r -> r.bucket("bucket").key("inbox/a.txt"), RequestBody.fromString("an article"));
    }
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  private URI address(Server server) {
    return switch (server) {
      case API -> cloud.http();
      case S3 -> cloud.s3();
      case SQS -> cloud.sqs();
      case DYNAMO_DB -> cloud.dynamoDb();
    };
  }

  private RawRequest.Answer ask(Server server, String... more) throws IOException {
    String[] headers =
        Stream.concat(server.headers.lines(), Stream.of(more)).toArray(String[]::new);
    return send(address(server), server.request, server.body, headers);
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void signedRequest_ofAProgram_isAnsweredUnderEachOwnName(Server server) throws IOException {
    int port = address(server).getPort();
    for (String name : List.of("127.0.0.1", "localhost", "LocalHost", "[::1]")) {
      assertThat(ask(server, SIGNED, "Host: " + name + ":" + port).status())
          .as(name)
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void reboundName_isRefused_howeverTheRequestIsSigned(Server server) throws IOException {
    int port = address(server).getPort();
    for (String host :
        List.of(
            "rebound.example:" + port,
            "localhost.rebound.example:" + port,
            "127.0.0.1",
            "127.0.0.1:" + (port == 1 ? 2 : 1),
            "bucket.rebound.example:" + port)) {
      RawRequest.Answer answer =
          ask(server, SIGNED, "Host: " + host, "Sec-Fetch-Site: same-origin");
      assertThat(answer.status()).as(host).isEqualTo(403);
      assertThat(answer.body()).contains("127.0.0.1 or localhost");
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void foreignPage_isRefused_howeverTheRequestIsSigned(Server server) throws IOException {
    for (String[] page :
        new String[][] {
          {"Origin: https://foreign.example"},
          {"Origin: null"},
          {"Origin: null", "Sec-Fetch-Site: cross-site"},
          {"Origin: http://127.0.0.1:1", "Sec-Fetch-Site: same-site"},
          {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"},
          {"Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"},
          {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"},
        }) {
      String[] headers = Arrays.copyOf(page, page.length + 1);
      headers[page.length] = SIGNED;
      RawRequest.Answer answer = ask(server, headers);
      assertThat(answer.status()).as(String.join(", ", page)).isEqualTo(403);
      assertThat(answer.head()).doesNotContainIgnoringCase("access-control-allow-origin");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Server.class,
      names = {"S3", "SQS", "DYNAMO_DB"})
  void unsignedRequest_toAnEmulator_isRefused_andToldHow(Server server) throws IOException {
    assertThat(ask(server).status()).isEqualTo(403);
    assertThat(ask(server).body()).contains("use an AWS client, with any keys");
    assertThat(ask(server, "Authorization: Basic YTpi").status()).isEqualTo(403);
  }

  @Test
  void image_thatDeletesAQueue_andForm_thatPurgesOne_areRefused_andTheQueueStays()
      throws IOException {
    String queue = URI.create(cloud.queueUrl("PricesDeadLetters")).getPath();
    try (SqsClient sqs = Clients.sqs(cloud.sqs())) {
      sqs.sendMessage(r -> r.queueUrl(cloud.queueUrl("PricesDeadLetters")).messageBody("kept"));
    }
    assertThat(send(cloud.sqs(), "GET " + queue + "?Action=DeleteQueue", "").status())
        .isEqualTo(403);
    // a presigned address is S3's alone
    assertThat(send(cloud.sqs(), "GET " + queue + "?Action=DeleteQueue&" + PRESIGNED, "").status())
        .isEqualTo(403);
    for (String type : List.of("application/x-www-form-urlencoded", "text/plain")) {
      assertThat(
              send(cloud.sqs(), "POST " + queue, "Action=PurgeQueue", "Content-Type: " + type)
                  .status())
          .isEqualTo(403);
    }
    try (SqsClient sqs = Clients.sqs(cloud.sqs())) {
      assertThat(
              sqs.receiveMessage(r -> r.queueUrl(cloud.queueUrl("PricesDeadLetters"))).messages())
          .hasSize(1);
    }
  }

  @Test
  void presignedAddress_isForProgramsAndVisits_notForPartsOfForeignPages() throws IOException {
    String get = "GET /bucket/inbox/a.txt?" + fresh();
    assertThat(send(cloud.s3(), get, "").body()).isEqualTo("an article");
    for (String site : List.of("none", "same-site", "cross-site")) {
      RawRequest.Answer visit =
          send(
              cloud.s3(),
              get,
              "",
              "Sec-Fetch-Site: " + site,
              "Sec-Fetch-Mode: navigate",
              "Sec-Fetch-Dest: document");
      assertThat(visit.status()).as(site).isEqualTo(200);
      assertThat(visit.header("content-security-policy")).startsWith("sandbox");
      assertThat(visit.header("x-content-type-options")).isEqualTo("nosniff");
    }
    String delete = "POST /bucket?delete&" + fresh();
    assertThat(
            send(
                    cloud.s3(),
                    delete,
                    "<Delete><Object><Key>inbox/a.txt</Key></Object></Delete>",
                    "Origin: https://foreign.example",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Mode: navigate",
                    "Sec-Fetch-Dest: document")
                .status())
        .isEqualTo(403);
    assertThat(data.resolve("bucket/inbox/a.txt")).exists();
  }

  @Test
  void frameOfAForeignPage_isAnsweredForVerdictsAlone() throws IOException {
    String[] frame = {
      "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"
    };
    assertThat(send(cloud.http(), "GET /embed/a.c1", "", frame).status()).isEqualTo(200);
    assertThat(send(cloud.http(), "GET /articles/a", "", frame).status()).isEqualTo(403);
    assertThat(send(cloud.http(), "POST /embed/a.c1", "", frame).status()).isEqualTo(403);
  }

  private static String fresh() {
    String now =
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    return PRESIGNED.replace("20250304T000000Z", now);
  }

  @Test
  void link_toAnArticle_opensItsPage_andAFrameOrImageDoesNot() throws IOException {
    String visit = "GET /articles/x";
    assertThat(
            send(
                    cloud.http(),
                    visit,
                    "",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Mode: navigate",
                    "Sec-Fetch-Dest: document")
                .status())
        .isEqualTo(200);
    assertThat(
            send(
                    cloud.http(),
                    "POST /check",
                    "x",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Mode: navigate",
                    "Sec-Fetch-Dest: document")
                .status())
        .isEqualTo(403);
  }

  @Test
  void s3_showsTheBucketAlone_forReadingAndWriting() throws IOException {
    try (S3Client s3 = Clients.s3(cloud.s3())) {
      assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).containsExactly("bucket");
      for (String folder : List.of("state", "queues", "tables", "logs", "new")) {
        assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket(folder).key("objects.log")))
            .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket(folder)))
            .isInstanceOf(NoSuchBucketException.class);
        assertThatThrownBy(() ->
                s3.putObject(r -> r.bucket(folder).key("objects.log"), RequestBody.fromString("x")))
            .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> s3.deleteObject(r -> r.bucket(folder).key("objects.log")))
            .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> s3.createBucket(r -> r.bucket(folder)))
            .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket(folder)))
            .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() ->
                s3.copyObject(r ->
                    r.sourceBucket(folder)
                        .sourceKey("objects.log")
                        .destinationBucket("bucket")
                        .destinationKey("work/stolen")))
            .isInstanceOf(S3Exception.class);
        assertThatThrownBy(() -> s3.createMultipartUpload(r -> r.bucket(folder).key("objects.log")))
            .isInstanceOf(S3Exception.class);
      }
    }
    for (String target :
        List.of(
            "/bucket/../state/objects.log",
            "/bucket/%2e%2e/state/objects.log",
            "/bucket/..%2Fstate%2Fobjects.log",
            "/%2e%2e/x",
            "//state/objects.log")) {
      assertThat(send(cloud.s3(), "GET " + target, "", SIGNED).status())
          .as(target)
          .isBetween(400, 404);
    }
    assertThat(Files.readString(data.resolve("state/objects.log"))).contains("inbox/a.txt");
    assertThat(data.resolve("new")).doesNotExist();
    assertThat(data.resolve("bucket/work/stolen")).doesNotExist();
  }

  /** A method that is forgotten would show all folders. */
  @Test
  void everyMethodOfTheStore_thatNamesABucket_isLookedAt() {
    assertThat(ForwardingBlobStore.class.getDeclaredMethods())
        .filteredOn(method -> method.getParameterCount() > 0 && !method.isSynthetic())
        .hasSizeGreaterThan(25)
        .allSatisfy(method ->
            assertThat(
                    OneBucketStore.class.getDeclaredMethod(
                        method.getName(), method.getParameterTypes()))
                .isNotNull());
  }

  @Test
  void clients_withMadeUpKeys_areServed() {
    StaticCredentialsProvider anyone =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDOFMINE", "made up"));
    Region region = Region.EU_WEST_1;
    try (S3Client s3 =
            S3Client.builder()
                .endpointOverride(cloud.s3())
                .region(region)
                .credentialsProvider(anyone)
                .httpClient(UrlConnectionHttpClient.create())
                .forcePathStyle(true)
                .build();
        SqsClient sqs =
            SqsClient.builder()
                .endpointOverride(cloud.sqs())
                .region(region)
                .credentialsProvider(anyone)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        DynamoDbClient tables =
            DynamoDbClient.builder()
                .endpointOverride(cloud.dynamoDb())
                .region(region)
                .credentialsProvider(anyone)
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      assertThat(s3.headObject(r -> r.bucket("bucket").key("inbox/a.txt")).contentLength())
          .isEqualTo(10);
      assertThat(sqs.listQueues().queueUrls()).isNotEmpty();
      assertThat(tables.listTables()).isNotNull();
    }
  }
}
