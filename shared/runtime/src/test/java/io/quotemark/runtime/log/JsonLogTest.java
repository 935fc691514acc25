package io.quotemark.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLogTest {
  @Test
  void info_hostileValue_staysOnOneLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", "test", JsonLog.Level.INFO)
        .info("read", "key", "a\n{\"level\":\"ERROR\"}\u001b[31m", "size", 12L, "none", null);
    String line = bytes.toString(StandardCharsets.UTF_8);
    assertThat(line.strip()).doesNotContain("\n").doesNotContain("\u001b");
    Node json = Json.read(bytes.toByteArray());
    assertThat(json.at("key").text()).isEqualTo("a\n{\"level\":\"ERROR\"}\u001b[31m");
    assertThat(json.at("size").number()).isEqualTo(12);
  }

  @Test
  void info_charactersThatTerminalsObeyOrXmlCannotCarry_areEscaped() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String hostile = "a\uffff\ufdd0\ud83f\udffe\u009b8m\u202e\u2028\u200f é 阿 \ud83d\udcc8";
    new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", "test", JsonLog.Level.INFO)
        .info("read", "key", hostile);
    String line = bytes.toString(StandardCharsets.UTF_8);
    assertThat(line.strip()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Zl}\\p{Zp}]");
    assertThat(line).contains("\\uffff", "é 阿 ");
    assertThat(Json.read(bytes.toByteArray()).at("key").text()).isEqualTo(hostile);
  }

  @Test
  void line_withAPathOrAProblemWithoutEnd_isBounded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLog log =
        new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", "test", JsonLog.Level.INFO);
    String path = "/v1/" + "\uD83D\uDCC8".repeat(150_000);
    log.error("failed", new IllegalStateException(path), "path", path);
    assertThat(bytes.size()).isLessThan(30_000);
    Node line = Json.read(bytes.toByteArray());
    assertThat(line.at("path").text())
        .startsWith("/v1/\uD83D\uDCC8")
        .endsWith("\uD83D\uDCC8… (300004 characters)");
    assertThat(line.at("message").text()).endsWith("… (300004 characters)");
  }

  @Test
  void error_deepInALibrary_saysWhereItFailedAndWhoOfUsAsked() {
    List<StackTraceElement> trace = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      trace.add(new StackTraceElement("library.Stage" + i, "run", "Stage.java", i));
    }
    trace.add(new StackTraceElement("io.quotemark.storage.Table", "put", "Table.java", 7));
    trace.add(new StackTraceElement("java.lang.Thread", "run", "Thread.java", 8));
    IllegalStateException problem = new IllegalStateException("refused");
    problem.setStackTrace(trace.toArray(StackTraceElement[]::new));

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", "test", JsonLog.Level.WARN)
        .error("failed", problem);
    assertThat(Json.read(bytes.toByteArray()).at("at").elements())
        .extracting(Node::text)
        .containsExactly(
            "library.Stage0.run(Stage.java:0)",
            "library.Stage1.run(Stage.java:1)",
            "library.Stage2.run(Stage.java:2)",
            "library.Stage3.run(Stage.java:3)",
            "io.quotemark.storage.Table.put(Table.java:7)");
  }

  @Test
  void info_belowTheLevel_isNotWritten() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", "test", JsonLog.Level.WARN)
        .info("read");
    assertThat(bytes.size()).isZero();
  }

  @Test
  void measured_belowTheLevel_isWrittenInEmbeddedMetricFormat() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            "parse-uploads",
            "qm",
            JsonLog.Level.ERROR)
        .measured(
            "upload_parsed",
            List.of(Metric.one("UploadsReceived"), Metric.millis("ParseTime", 12)),
            "key",
            "inbox/a");
    Node line = Json.read(bytes.toByteArray());
    Node metrics = line.at("_aws").at("CloudWatchMetrics").elements().getFirst();
    assertThat(line.at("_aws").at("Timestamp").number()).isPositive();
    assertThat(metrics.at("Namespace").text()).isEqualTo("Quotemark");
    assertThat(metrics.at("Dimensions").elements().getFirst().texts())
        .containsExactly("stack", "function")
        .allSatisfy(dimension -> assertThat(line.at(dimension).text()).isNotEmpty());
    assertThat(metrics.at("Metrics").elements())
        .extracting(m -> m.at("Name").text() + " " + m.at("Unit").text())
        .containsExactly("UploadsReceived Count", "ParseTime Milliseconds");
    assertThat(line.at("UploadsReceived").number()).isEqualTo(1);
    assertThat(line.at("ParseTime").number()).isEqualTo(12);
  }

  @Test
  void line_underATracingHeader_namesTheTrace() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLog log =
        new JsonLog(
            new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", "t", JsonLog.Level.INFO);
    Trace.under(
        "Root=1-67891233-abcdef012345678912345678;Sampled=1",
        () -> {
          log.info("read");
          return true;
        });
    assertThat(Json.read(bytes.toByteArray()).at("trace").text())
        .isEqualTo("1-67891233-abcdef012345678912345678");
  }

  @Test
  void header_thatIsNone_isNotTaken() {
    String seen = Trace.under("Root=1\nforged: line", () -> String.valueOf(Trace.header()));
    assertThat(seen).isEqualTo("null");
  }
}
