package io.quotemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quotemark.client.QuotemarkClient;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of the API reference call methods that the clients have. */
class ReferenceExamplesTest {
  private static final Path HOME = Places.home();
  private static final Path SERVE =
      HOME.resolve("functions/serve-api/src/main/resources/io/quotemark/serve");

  @Test
  void examples_callWhatTheClientsHave() throws IOException {
    Set<String> operations = new TreeSet<>();
    JsonNode contract = new ObjectMapper().readTree(SERVE.resolve("openapi.json").toFile());
    contract.findValues("operationId").forEach(id -> operations.add(id.asText()));
    Set<String> java =
        Arrays.stream(QuotemarkClient.class.getMethods())
            .map(Method::getName)
            .collect(Collectors.toSet());
    String python = Files.readString(HOME.resolve("shared/client/python/quotemark.py"));
    int examples = 0;
    for (String line : Files.readAllLines(SERVE.resolve("reference/examples.tsv"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(3);
      assertThat(operations).contains(cells[0]);
      for (String called : called(cells[1])) {
        assertThat(java).as(cells[1]).contains(called);
      }
      assertThat(called(cells[2])).as(cells[2]).isNotEmpty();
      for (String called : called(cells[2])) {
        assertThat(python).contains("    def " + called + "(");
      }
      examples++;
    }
    assertThat(examples).isGreaterThan(8);
  }

  private static Set<String> called(String example) {
    Set<String> out = new TreeSet<>();
    Matcher call = Pattern.compile("client\\.([a-z_]\\w*)\\(").matcher(example);
    while (call.find()) {
      out.add(call.group(1));
    }
    return out;
  }
}
