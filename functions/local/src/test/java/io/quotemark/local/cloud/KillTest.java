package io.quotemark.local.cloud;

import static io.quotemark.local.cloud.TestCloud.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code kill -9} in the middle of work, and a restart on the same folder. */
@Tag("proof")
class KillTest {
  private static final Map<String, AttributeValue> KEY =
      Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("s"));

  @TempDir Path data;

  @Test
  void killedInMidWork_restarted_deliversEverythingAgain() throws Exception {
    Process child = start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
      URI s3 = URI.create(line(lines, "s3 "));
      String articles = line(lines, "sqs ");
      URI dynamoDb = URI.create(line(lines, "dynamodb "));
      put(s3, "inbox/taken.txt");
      line(lines, "busy");
      try (SqsClient sqs = Clients.sqs(URI.create(articles).resolve("/"))) {
        sqs.sendMessage(r -> r.queueUrl(articles).messageBody("a message\nwith \"all\" in it ✓"));
      }
      try (DynamoDbClient tables = Clients.dynamoDb(dynamoDb)) {
        tables.putItem(r -> r.tableName("ArticlesTable").item(KEY));
      }
    } finally {
      child.destroyForcibly().waitFor(); // SIGKILL
    }
    Files.writeString(data.resolve("bucket/inbox/while-down.txt"), "w");

    TestCloud functions = new TestCloud();
    try (Cloud cloud = functions.start(data)) {
      List<String> parsed = functions.events("parse");
      await("the upload it had taken", () -> any(parsed, "inbox/taken.txt"));
      await("the upload while it was down", () -> any(parsed, "inbox/while-down.txt"));
      await("the message", () -> any(functions.events("enrich"), "with \\\"all\\\" in it ✓"));
      assertThat(parsed.stream().filter(event -> event.contains("taken.txt")))
          .allMatch(event -> event.contains("\"ApproximateReceiveCount\":\"1\""));
      try (DynamoDbClient tables = Clients.dynamoDb(cloud.dynamoDb())) {
        assertThat(tables.getItem(r -> r.tableName("ArticlesTable").key(KEY)).item())
            .isEqualTo(KEY);
      }
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            KilledCloud.class.getName(),
            data.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String line(BufferedReader lines, String beginning) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(beginning)) {
        return line.substring(beginning.length());
      }
    }
    throw new AssertionError("the child ended before it said " + beginning);
  }

  private static void put(URI address, String key) {
    try (S3Client s3 = Clients.s3(address)) {
      s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString("x"));
    }
  }

  private static boolean any(List<String> events, String part) {
    return events.stream().anyMatch(event -> event.contains(part));
  }
}
