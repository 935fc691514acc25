package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quotemark.domain.verdict.Versions;
import io.quotemark.local.cloud.Clients;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import io.quotemark.runtime.json.PackedFindings;
import io.quotemark.runtime.messages.ArticleMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An article that a build before there were odds has stored. */
class EarlierFindingsTest {
  private static final String ARTICLE =
      "Brindlewick gains\n\nMarch 4, 2025\n\nShares of Brindlewick (XXXX: BRWK) rose 2% on Tuesday.";

  @TempDir Path data;

  @Test
  void findingsOfBeforeTheOdds_areServed_andARecheckBringsThemToThePresentRules() throws Exception {
    try (Pipeline pipeline = new Pipeline(data)) {
      String id = pipeline.upload("inbox/a.txt", ARTICLE).at("articles").texts().getFirst();
      pipeline.settled();
      String now = findings(pipeline, id);
      assertThat(now).contains("\"confidence\":null", "\"source_kind\":\"news\"", Versions.RULES);
      String before =
          now.replace("\"confidence\":null,\"doubts\":[],\"supports\":[],", "")
              .replace("\"source_kind\":\"news\",", "")
              .replace(Versions.RULES, "7+verdicts-6");
      store(pipeline, id, before);
      assertThat(findings(pipeline, id)).isEqualTo(before);

      Node served = json(pipeline, id);
      assertThat(served.at("versions").at("rules").text()).isEqualTo("7+verdicts-6");
      assertThat(served.at("article").at("source_kind").text()).isEqualTo("news");
      Node claim = served.at("claims").elements().getFirst();
      assertThat(claim.at("confidence").isPresent()).isFalse();
      assertThat(claim.at("doubts").texts()).isEmpty();
      assertThat(pipeline.get("/articles/" + id).statusCode()).isEqualTo(200);

      pipeline.send(
          "ArticlesQueue", new String(new ArticleMessage.Recheck(id, "release").toJson(), UTF_8));
      pipeline.settled();

      assertThat(findings(pipeline, id)).isEqualTo(now);
      assertThat(json(pipeline, id).at("version").text()).isEqualTo(served.at("version").text());
    }
  }

  private static Node json(Pipeline pipeline, String id) throws IOException, InterruptedException {
    return Json.read(pipeline.get("/v1/articles/" + id).body().getBytes(UTF_8));
  }

  private static Map<String, AttributeValue> meta(Pipeline pipeline, String id) {
    return pipeline.items("ART#" + id).values().stream()
        .filter(item -> item.toString().contains("S=META"))
        .findFirst()
        .orElseThrow();
  }

  private static String findings(Pipeline pipeline, String id) {
    byte[] body = Objects.requireNonNull(meta(pipeline, id).get("body")).b().asByteArray();
    return new String(PackedFindings.unpack(body), UTF_8);
  }

  private static void store(Pipeline pipeline, String id, String findings) throws IOException {
    Map<String, AttributeValue> item = new HashMap<>(meta(pipeline, id));
    item.put("body", AttributeValue.fromB(SdkBytes.fromByteArray(packedThen(findings))));
    try (DynamoDbClient dynamo = Clients.dynamoDb(pipeline.cloud().dynamoDb())) {
      dynamo.putItem(r -> r.tableName("ArticlesTable").item(item));
    }
  }

  /** As that build packed it: by the first dictionary. */
  private static byte[] packedThen(String findings) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (InputStream dictionary =
        Objects.requireNonNull(PackedFindings.class.getResourceAsStream("findings-1.dictionary"))) {
      deflater.setDictionary(dictionary.readAllBytes());
      deflater.setInput(findings.getBytes(UTF_8));
      deflater.finish();
      byte[] out = new byte[64 * 1024];
      int length = deflater.deflate(out);
      assertThat(deflater.finished()).isTrue();
      return java.util.Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }
}
