package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.TestCloud.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The embedded cloud by itself, with functions that only take notes. */
@Execution(ExecutionMode.CONCURRENT) // each test has a cloud of its own, and mostly waits
class CloudTest {
  @TempDir Path data;

  private static void put(Cloud cloud, String key, String body) {
    try (S3Client s3 = Clients.s3(cloud.s3())) {
      s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString(body));
    }
  }

  private static int waiting(Cloud cloud, String queue) {
    return Integer.parseInt(
        cloud
            .queues()
            .getQueueAttributes(r ->
                r.queueUrl(cloud.queueUrl(queue))
                    .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0"));
  }

  private static boolean any(List<String> events, String... parts) {
    return events.stream().anyMatch(event -> List.of(parts).stream().allMatch(event::contains));
  }

  @Test
  void objects_createdCopiedRemoved_areNotifiedWithFormEncodedKeys() throws IOException {
    TestCloud functions = new TestCloud();
    try (Cloud cloud = functions.start(data)) {
      put(cloud, "inbox/a b+c ü.txt", "one");
      try (S3Client s3 = Clients.s3(cloud.s3())) {
        s3.copyObject(r ->
            r.sourceBucket("bucket")
                .sourceKey("inbox/a b+c ü.txt")
                .destinationBucket("bucket")
                .destinationKey("inbox/copy.txt"));
        s3.deleteObject(r -> r.bucket("bucket").key("inbox/copy.txt"));
      }
      put(cloud, "prices/XHKG_9988.csv", "date,close");
      put(cloud, "work/claim-check", "not watched");

      List<String> parsed = functions.events("parse");
      await("the copy's removal", () -> any(parsed, "ObjectRemoved:Delete", "inbox/copy.txt"));
      assertThat(any(parsed, "ObjectCreated:Put", "inbox/a+b%2Bc+%C3%BC.txt")).isTrue();
      assertThat(any(parsed, "ObjectCreated:Copy", "inbox/copy.txt")).isTrue();
      await("prices", () -> any(functions.events("refresh"), "prices/XHKG_9988.csv"));
      assertThat(any(parsed, "prices/")).isFalse();
      assertThat(any(parsed, "claim-check")).isFalse();
    }
  }

  @Test
  void files_copiedIntoTheFolder_areNotifiedOnceAndAgainAfterARestartOnlyIfChanged()
      throws IOException {
    TestCloud first = new TestCloud();
    Path inbox = data.resolve("bucket/inbox");
    try (Cloud cloud = first.start(data)) {
      Files.createDirectories(inbox.resolve("deep/er"));
      Files.writeString(inbox.resolve("deep/er/x.txt"), "x");
      Files.writeString(inbox.resolve("y.txt"), "y");
      await("x", () -> any(first.events("parse"), "inbox/deep/er/x.txt"));
      await("y", () -> any(first.events("parse"), "inbox/y.txt"));
      try (S3Client s3 = Clients.s3(cloud.s3())) {
        assertThat(s3.headObject(r -> r.bucket("bucket").key("inbox/y.txt")).eTag())
            .isEqualTo("\"415290769594460e2e485922904f345d\"");
      }
    }
    Files.writeString(inbox.resolve("y.txt"), "changed");
    Files.delete(inbox.resolve("deep/er/x.txt"));
    Files.writeString(inbox.resolve("z.txt"), "z");
    TestCloud second = new TestCloud();
    try (Cloud cloud = second.start(data)) {
      await("z", () -> any(second.events("parse"), "inbox/z.txt"));
      await("y", () -> any(second.events("parse"), "ObjectCreated", "inbox/y.txt"));
      await("x", () -> any(second.events("parse"), "ObjectRemoved", "inbox/deep/er/x.txt"));
      assertThat(cloud.bucket()).isEqualTo("bucket");
    }
    TestCloud third = new TestCloud();
    try (Cloud cloud = third.start(data)) {
      put(cloud, "inbox/last.txt", "last");
      await("last", () -> any(third.events("parse"), "inbox/last.txt"));
      assertThat(any(third.events("parse"), "inbox/y.txt")).isFalse();
    }
  }

  @Test
  void file_movedIntoTheFolder_isNotified() throws IOException {
    TestCloud functions = new TestCloud();
    Path made = Files.writeString(data.resolve("made.txt"), "m");
    try (Cloud cloud = functions.start(data.resolve("cloud"))) {
      Files.move(
          made, data.resolve("cloud/bucket/inbox/moved.txt"), StandardCopyOption.ATOMIC_MOVE);
      await("moved", () -> any(functions.events("parse"), "inbox/moved.txt"));
      assertThat(cloud.s3().getHost()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void sequencers_ofOneKey_growOverRestarts() throws IOException {
    TestCloud functions = new TestCloud();
    for (int i = 0; i < 3; i++) {
      int round = i;
      try (Cloud cloud = functions.start(data)) {
        put(cloud, "inbox/k.txt", "round " + round);
        await("round " + round, () -> functions.events("parse").size() > round);
      }
    }
    List<String> sequencers =
        functions.events("parse").stream()
            .map(event -> event.replaceAll("(?s).*sequencer\\\\\":\\\\\"([0-9A-F]+).*", "$1"))
            .toList();
    assertThat(sequencers).hasSize(3).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void poisonMessage_besideGoodOnes_isDeadLetteredAlone() throws IOException {
    TestCloud functions =
        new TestCloud()
            .answering(
                "parse",
                event -> {
                  StringBuilder failures = new StringBuilder();
                  for (String record : event.split("\"messageId\":\"", -1)) {
                    if (record.contains("poison")) {
                      failures.append(failures.isEmpty() ? "" : ",");
                      failures
                          .append("{\"itemIdentifier\":\"")
                          .append(record, 0, record.indexOf('"'))
                          .append("\"}");
                    }
                  }
                  return "{\"batchItemFailures\":[" + failures + "]}";
                });
    try (Cloud cloud = functions.start(data)) {
      for (String name : List.of("good-1", "poison", "good-2")) {
        put(cloud, "inbox/" + name, name);
      }
      await("the dead letter", () -> waiting(cloud, "UploadsDeadLetters") == 1);
      assertThat(waiting(cloud, "UploadsQueue")).isZero();
      long deliveries =
          functions.events("parse").stream().filter(event -> event.contains("poison")).count();
      assertThat(deliveries).isEqualTo(7);
      assertThat(functions.events("parse").stream().filter(e -> e.contains("good-1")).count())
          .isEqualTo(1);
    }
    try (Cloud cloud = functions.start(data)) {
      assertThat(waiting(cloud, "UploadsDeadLetters")).isEqualTo(1);
    }
  }

  @Test
  void function_thatThrows_isRetriedUntilItSucceeds() throws IOException {
    TestCloud functions = new TestCloud();
    functions.answering(
        "parse",
        event -> {
          if (functions.events("parse").size() < 3) {
            throw new IOException("not yet");
          }
          return "";
        });
    try (Cloud cloud = functions.start(data)) {
      put(cloud, "inbox/a.txt", "a");
      await("three deliveries", () -> functions.events("parse").size() == 3);
      await("an empty queue", () -> waiting(cloud, "UploadsQueue") == 0);
      assertThat(functions.events("parse").getLast()).contains("\"ApproximateReceiveCount\":\"3\"");
      assertThat(waiting(cloud, "UploadsDeadLetters")).isZero();
    }
  }

  @Test
  void request_binaryOrText_reachesTheFunctionWithRouteAndParameters() throws Exception {
    TestCloud functions =
        new TestCloud()
            .answering(
                "serve",
                event ->
                    """
                    {"statusCode":418,"headers":{"x-a":"b"},"body":"4piV","isBase64Encoded":true}
                    """);
    try (Cloud cloud = functions.start(data);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(cloud.http().resolve("/v1/articles/a%20b/claims?x=1&x=2%20"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(418);
      assertThat(response.body()).isEqualTo("☕");
      assertThat(response.headers().firstValue("x-a")).hasValue("b");
      assertThat(functions.events("serve").getLast())
          .contains("\"routeKey\":\"GET /v1/articles/{id}/claims\"")
          .contains("\"pathParameters\":{\"id\":\"a b\"}")
          .contains("\"queryStringParameters\":{\"x\":\"1,2 \"}");

      post(http, cloud.http().resolve("/v1/check"), "text/plain", "€".getBytes(UTF_8));
      assertThat(functions.events("serve").getLast())
          .contains("\"body\":\"€\",\"isBase64Encoded\":false");
      post(http, cloud.http().resolve("/v1/check"), "text/html", new byte[] {(byte) 0x80});
      assertThat(functions.events("serve").getLast())
          .contains("\"body\":\"gA==\",\"isBase64Encoded\":true");
    }
  }

  private static int post(HttpClient http, URI uri, String type, byte[] body) throws Exception {
    return http.send(
            HttpRequest.newBuilder(uri)
                .header("content-type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void request_ofNoOtherRoute_isTheDefaultRoutes() throws Exception {
    TestCloud functions = new TestCloud();
    try (Cloud cloud = functions.start(data);
        HttpClient http = HttpClient.newHttpClient()) {
      post(http, cloud.http().resolve("/nowhere"), "text/plain", new byte[0]);
      assertThat(functions.events("serve"))
          .singleElement()
          .asString()
          .contains("\"routeKey\":\"$default\"", "\"rawPath\":\"/nowhere\"");
    }
  }

  @Test
  void request_tooLarge_isTheGatewaysOwnRefusal() throws Exception {
    TestCloud functions = new TestCloud();
    try (Cloud cloud = functions.start(data);
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(
              post(
                  http,
                  cloud.http().resolve("/v1/check"),
                  "application/octet-stream",
                  new byte[5 << 20]))
          .isEqualTo(413);
      assertThat(functions.events("serve")).isEmpty();
    }
  }

  @Test
  void key_thatLeavesTheBucket_writesNothingOutsideIt() throws IOException {
    TestCloud functions = new TestCloud();
    Path cloudData = data.resolve("cloud");
    try (Cloud cloud = functions.start(cloudData);
        S3Client s3 = Clients.s3(cloud.s3())) {
      assertThatThrownBy(() ->
              s3.putObject(
                  r -> r.bucket("bucket").key("inbox/../../../escaped.txt"),
                  RequestBody.fromString("x")))
          .isInstanceOf(SdkException.class);
      put(cloud, "inbox/after.txt", "x");
      await("the next one", () -> any(functions.events("parse"), "inbox/after.txt"));
      assertThat(any(functions.events("parse"), "escaped")).isFalse();
    }
    assertThat(data.resolve("escaped.txt")).doesNotExist();
    assertThat(cloudData.resolve("escaped.txt")).doesNotExist();
  }

  @Test
  void request_underAForeignHostName_isRefused() throws IOException {
    TestCloud functions = new TestCloud();
    try (Cloud cloud = functions.start(data);
        Socket socket = new Socket(cloud.http().getHost(), cloud.http().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
      assertThat(functions.events("serve")).isEmpty();
    }
  }

  @Test
  void multipartUpload_isNotifiedOnceWithItsTag() throws IOException {
    TestCloud functions = new TestCloud();
    try (Cloud cloud = functions.start(data);
        S3Client s3 = Clients.s3(cloud.s3())) {
      String upload =
          s3.createMultipartUpload(r -> r.bucket("bucket").key("inbox/big.txt")).uploadId();
      String etag =
          s3.uploadPart(
                  r -> r.bucket("bucket").key("inbox/big.txt").uploadId(upload).partNumber(1),
                  RequestBody.fromString("part"))
              .eTag();
      s3.completeMultipartUpload(r ->
          r.bucket("bucket")
              .key("inbox/big.txt")
              .uploadId(upload)
              .multipartUpload(
                  m -> m.parts(List.of(CompletedPart.builder().partNumber(1).eTag(etag).build()))));
      List<String> parsed = functions.events("parse");
      await("the object", () -> any(parsed, "CompleteMultipartUpload", "inbox/big.txt"));
      put(cloud, "inbox/after.txt", "x");
      await("the next one", () -> any(parsed, "inbox/after.txt"));
      assertThat(any(parsed, "mpu")).isFalse();
      assertThat(String.join("", parsed).split("inbox/big.txt", -1)).hasSize(2);
    }
  }
}
