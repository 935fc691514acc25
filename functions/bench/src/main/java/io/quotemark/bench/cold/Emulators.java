package io.quotemark.bench.cold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The embedded cloud in a process of its own, where nothing acts by itself. */
final class Emulators implements AutoCloseable {
  private static final Path CLI = Path.of("functions/cli/target");
  private static final String MAIN = "io.quotemark.local.cloud.StageProcess";
  private static final int MOST_SECONDS_TO_END = 30;

  private static final StaticCredentialsProvider ANY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final Process process;
  private final Map<String, Map<String, String>> variables = new HashMap<>();

  Emulators(Path data) throws IOException {
    String path = CLI.resolve("classes") + ":" + Files.readString(CLI.resolve("classpath")).strip();
    process =
        new ProcessBuilder(
                Start.here().java().toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                path,
                MAIN,
                data.toString())
            .redirectError(data.resolveSibling("emulators.log").toFile())
            .start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new IOException(
            "the emulators did not start: " + data.resolveSibling("emulators.log"));
      }
      String[] cells = line.split("\t", 3);
      if (cells.length == 3) {
        variables.computeIfAbsent(cells[0], f -> new HashMap<>()).put(cells[1], cells[2]);
      }
    }
  }

  /**
   * @param function by its name in the template
   */
  Map<String, String> variables(String function) {
    return Map.copyOf(variables.getOrDefault(function, Map.of()));
  }

  void put(String key, byte[] object) {
    Map<String, String> of = variables("ParseUploads");
    try (S3Client s3 =
        S3Client.builder()
            .region(Region.of(of.get("AWS_REGION")))
            .credentialsProvider(ANY)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(URI.create(of.get("AWS_ENDPOINT_URL_S3")))
            .forcePathStyle(true)
            .build()) {
      s3.putObject(p -> p.bucket(of.get("BUCKET")).key(key), RequestBody.fromBytes(object));
    }
  }

  /** The messages that parse-uploads has sent on. */
  List<String> articles() {
    Map<String, String> of = variables("ParseUploads");
    try (SqsClient sqs =
        SqsClient.builder()
            .region(Region.of(of.get("AWS_REGION")))
            .credentialsProvider(ANY)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .endpointOverride(URI.create(of.get("AWS_ENDPOINT_URL_SQS")))
            .build()) {
      return sqs
          .receiveMessage(r -> r.queueUrl(of.get("ARTICLES_QUEUE_URL")).maxNumberOfMessages(10))
          .messages()
          .stream()
          .map(Message::body)
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
