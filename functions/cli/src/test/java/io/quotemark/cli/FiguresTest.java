package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;

/** What the log lines say adds up, and carries the trace. */
@Isolated("reads what all functions of the JVM print")
class FiguresTest {
  private static final String TRACE = "Root=1-67bc1a2b-0123456789abcdef01234567;Sampled=1";
  private static final List<String> OUTCOMES =
      List.of(
          "ArticlesStored",
          "UploadsFailed",
          "UploadsRemoved",
          "Superseded",
          "Bundles",
          "Rechecked",
          "TakenDown",
          "Lifted");

  @TempDir Path data;

  @Test
  void counts_ofAllThatHappened_addUp() throws IOException {
    List<Node> lines =
        logged(pipeline -> {
          byte[] article = Sample.articles().getFirst().bytes();
          pipeline.upload("inbox/a.txt", article);
          pipeline.upload("inbox/a.txt", article);
          pipeline.upload("inbox/empty.txt", "");
          pipeline.upload("inbox/b.zip", bundle(article));
          pipeline.delete("inbox/a.txt");
          pipeline.send("ArticlesQueue", "poison {");
          pipeline.send(
              "ArticlesQueue", "{\"type\":\"recheck\",\"article_id\":\"none\",\"why\":\"test\"}");
          for (Sample.SampleFile file : Sample.prices()) {
            pipeline.drop().put("prices/" + file.name(), file.bytes());
          }
          pipeline.settled();
          assertThat(pipeline.waiting("ArticlesDeadLetters")).isEqualTo(1);
        });
    Map<String, Long> sums = sums(lines);
    long byHand = 2;
    long sent =
        sums.getOrDefault("MessagesSent", 0L) + sums.getOrDefault("RechecksQueued", 0L) + byHand;
    long taken = sums.getOrDefault("MessagesTaken", 0L);
    assertThat(sums.get("UploadsReceived")).isEqualTo(5);
    assertThat(sent).isGreaterThan(7).isEqualTo(taken + 1); // the poison is a dead letter
    assertThat(OUTCOMES.stream().mapToLong(name -> sums.getOrDefault(name, 0L)).sum())
        .isEqualTo(taken);
    assertThat(sums).containsKeys("ArticlesStored", "UploadsFailed", "Bundles", "UploadsRemoved");
    assertThat(sums.getOrDefault("Claims", 0L)).isPositive();
  }

  @Test
  void trace_ofANotification_isNamedInEveryLineThatComesOfIt() throws IOException {
    List<Node> lines =
        logged(pipeline -> {
          pipeline.upload("inbox/a.txt", Sample.articles().getFirst().bytes());
          pipeline
              .cloud()
              .queues()
              .sendMessage(r ->
                  r.queueUrl(pipeline.cloud().queueUrl("UploadsQueue"))
                      .messageBody(
                          """
                          {"Records":[{"eventSource":"aws:s3","eventTime":"2026-01-01T00:00:00Z","eventName":"ObjectCreated:Put",
                          "s3":{"bucket":{"name":"bucket"},"object":{"key":"inbox/a.txt","size":1,"sequencer":"0"}}}]}\
                          """)
                      .messageSystemAttributes(
                          Map.of(
                              MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                              MessageSystemAttributeValue.builder()
                                  .dataType("String")
                                  .stringValue(TRACE)
                                  .build())));
          pipeline.settled();
        });
    assertThat(lines.stream().filter(l -> l.at("trace").textOr("").startsWith("1-67bc1a2b")))
        .extracting(l -> l.at("function").text() + " " + l.at("event").text())
        .contains("parse-uploads upload_parsed", "enrich-articles article_taken");
  }

  @Test
  void trace_ofARequest_comesBackWithTheAnswer() throws Exception {
    try (Pipeline pipeline = new Pipeline(data);
        HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(pipeline.address().resolve("/v1/health"))
                  .header("x-amzn-trace-id", TRACE)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("x-amzn-trace-id")).hasValue(TRACE);
    }
  }

  private interface Work {
    void in(Pipeline pipeline) throws IOException;
  }

  /** The functions' log lines while that was done. */
  private List<Node> logged(Work work) throws IOException {
    PrintStream before = System.out;
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    System.setOut(new PrintStream(lines, true, UTF_8));
    try (Pipeline pipeline = new Pipeline(data)) {
      work.in(pipeline);
      pipeline.settled();
    } finally {
      System.setOut(before);
    }
    return lines
        .toString(UTF_8)
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> Json.read(line.getBytes(UTF_8)))
        .toList();
  }

  private static Map<String, Long> sums(List<Node> lines) {
    Map<String, Long> sums = new TreeMap<>();
    for (Node line : lines) {
      for (Node set : line.at("_aws").at("CloudWatchMetrics").elements()) {
        for (Node metric : set.at("Metrics").elements()) {
          String name = metric.at("Name").text();
          sums.merge(name, line.at(name).number(), Long::sum);
        }
      }
    }
    return sums;
  }

  private static byte[] bundle(byte[] article) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : List.of("one.txt", "two.txt", "empty.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.equals("empty.txt") ? new byte[0] : article);
      }
    }
    return bytes.toByteArray();
  }
}
