package io.quotemark.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLogTest {
  @Test
  void info_hostileValue_staysOnOneLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", JsonLog.Level.INFO)
        .info("read", "key", "a\n{\"level\":\"ERROR\"}\u001b[31m", "size", 12L, "none", null);
    String line = bytes.toString(StandardCharsets.UTF_8);
    assertThat(line.strip()).doesNotContain("\n").doesNotContain("\u001b");
    Node json = Json.read(bytes.toByteArray());
    assertThat(json.at("key").text()).isEqualTo("a\n{\"level\":\"ERROR\"}\u001b[31m");
    assertThat(json.at("size").number()).isEqualTo(12);
  }

  @Test
  void info_belowTheLevel_isNotWritten() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JsonLog(new PrintStream(bytes, true, StandardCharsets.UTF_8), "f", JsonLog.Level.WARN)
        .info("read");
    assertThat(bytes.size()).isZero();
  }
}
