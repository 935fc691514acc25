package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * An assistant asks over the Model Context Protocol, in its revision of today and in earlier ones.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpTest {
  private static final String WRONG =
      "Shares of Brindlewick Lanterns plc (XXXX: BRWK) closed at 390p on Tuesday, March 11, 2025.";

  @TempDir static Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private Pipeline pipeline;
  private String article = "";

  @BeforeAll
  void start() throws Exception {
    pipeline = new Pipeline(data);
    for (Sample.SampleFile file : Sample.prices()) {
      pipeline.drop().put("prices/" + file.name(), file.bytes());
    }
    pipeline.settled();
    Node upload =
        pipeline.upload(
            "inbox/wrong.txt", "Brindlewick falls\nMarch 11, 2025, 6:15 pm GMT\n\n" + WRONG);
    article = upload.at("articles").texts().getFirst();
  }

  @AfterAll
  void stop() {
    pipeline.close();
  }

  @Test
  void clientOfTheSdk_listsAndCallsEveryTool_andAnswersAreAsTheirSchemasSay() throws Exception {
    HttpClientStreamableHttpTransport transport =
        HttpClientStreamableHttpTransport.builder(pipeline.address().toString())
            .jsonMapper(new JacksonMcpJsonMapper(json))
            .endpoint("/mcp")
            .build();
    Map<String, Map<String, Object>> arguments =
        Map.of(
            "check_text", Map.of("text", WRONG, "published_at", "2025-03-11T18:15:00Z"),
            "price_as_of", Map.of("id", "XXXX:BRWK", "as_of", "2025-03-12"),
            "find_listings", Map.of("q", "brindlewick", "limit", 5),
            "find_claims", Map.of("verdict", "contradicted"),
            "explain_claim", Map.of("id", article + ".c1"),
            "evidence_needed", Map.of());
    try (McpSyncClient client =
        McpClient.sync(transport)
            .clientInfo(McpSchema.Implementation.builder("test", "1").build())
            .build()) {
      assertThat(client.initialize().serverInfo().name()).isEqualTo("quotemark");
      assertThat(client.getServerInstructions()).contains("check_text");
      List<McpSchema.Tool> tools = client.listTools().tools();
      assertThat(tools).extracting(McpSchema.Tool::name).containsAll(arguments.keySet());
      for (McpSchema.Tool tool : tools) {
        McpSchema.CallToolResult result =
            client.callTool(
                McpSchema.CallToolRequest.builder(tool.name())
                    .arguments(arguments.get(tool.name()))
                    .build());
        String answer = json.writeValueAsString(result.structuredContent());
        assertThat(result.isError()).as(tool.name() + answer + result.content()).isFalse();
        assertThat(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(json.valueToTree(tool.outputSchema()))
                    .validate(answer, InputFormat.JSON))
            .as(tool.name() + " answered " + answer)
            .isEmpty();
      }
    }
  }

  @Test
  void priceOfADay_isOfItsSessionOrTheLastBefore() throws Exception {
    Node saturday = called("price_as_of", "{\"id\": \"XXXX:BRWK\", \"as_of\": \"2025-03-11\"}");
    Node price = saturday.at("result").at("structuredContent");
    assertThat(price.at("bar").at("session").text())
        .as(saturday.toString())
        .isEqualTo("2025-03-11");
    assertThat(price.at("bar").at("close").text()).isEqualTo("3.800");
    assertThat(price.at("previous_close").text()).isEqualTo("3.950");
    assertThat(price.at("change_percent").text()).isEqualTo("-3.80");
    assertThat(price.at("sample").flag()).isTrue();
  }

  @Test
  void wrongArguments_areErrorsThatSayWhat_notBrokenAnswers() throws Exception {
    Node missing = called("check_text", "{}");
    assertThat(missing.at("result").at("isError").flag()).as(missing.toString()).isTrue();
    assertThat(said(missing)).contains("text", "missing");
    Node badDate = called("price_as_of", "{\"id\": \"XXXX:BRWK\", \"as_of\": \"yesterday\"}");
    assertThat(said(badDate)).contains("as_of");
    Node noPrice = called("price_as_of", "{\"id\": \"XXXX:BRWK\", \"as_of\": \"1980-01-02\"}");
    assertThat(said(noPrice)).contains("no_price_in_store", "evidence-needed");
    Node unknown = called("check_text", "{\"text\": \"x\", \"colour\": \"red\"}");
    assertThat(said(unknown)).contains("colour");
    Node object = called("check_text", "{\"text\": {\"a\": 1}}");
    assertThat(said(object)).contains("text");
    Node traversal = called("explain_claim", "{\"id\": \"../../v1/uploads?x=\"}");
    assertThat(traversal.at("result").at("isError").flag()).as(traversal.toString()).isTrue();
    assertThat(called("no_such_tool", "{}").at("error").at("code").text()).isEqualTo("-32602");
  }

  @Test
  void argument_leadsToNoOtherOperation() throws Exception {
    // the table of its bars is no JSON, and would break the answer
    Node table = called("explain_claim", "{\"id\": \"" + article + ".c1/evidence.csv\"}");
    assertThat(said(table)).contains("id", "stroke");
  }

  @Test
  void memberOfAnotherType_isRefusedInTheProtocol() throws Exception {
    assertThat(code(post(message("1", "initialize", "{\"protocolVersion\": {}}"), Map.of())))
        .isEqualTo("-32602");
    String params =
        "{\"name\": {}, \"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
            + " \"io.modelcontextprotocol/clientCapabilities\": {}}}";
    HttpResponse<String> answer =
        post(
            message("1", "tools/call", params),
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/call"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(code(answer)).isEqualTo("-32602");
  }

  @Test
  void revisionOf2026_saysAllOfItselfInEachRequest() throws Exception {
    Map<String, String> headers =
        Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "server/discover");
    String meta =
        "{\"_meta\": {\"io.modelcontextprotocol/protocolVersion\": \"2026-07-28\","
            + " \"io.modelcontextprotocol/clientCapabilities\": {}}}";
    HttpResponse<String> discovered = post(message("\"a\"", "server/discover", meta), headers);
    Node result = node(discovered).at("result");
    assertThat(result.at("supportedVersions").texts()).contains("2026-07-28", "2025-06-18");
    assertThat(result.at("resultType").text()).isEqualTo("complete");
    assertThat(node(discovered).at("id").text()).isEqualTo("a");
    assertThat(code(post(message("1", "server/discover", "{}"), headers))).isEqualTo("-32602");
    assertThat(code(post(message("1", "tools/list", meta), headers))).isEqualTo("-32020");
    assertThat(
            code(
                post(
                    message("1", "server/discover", meta.replace("2026-07-28", "2099-01-01")),
                    Map.of("MCP-Protocol-Version", "2099-01-01", "Mcp-Method", "server/discover"))))
        .isEqualTo("-32022");
    HttpResponse<String> gone =
        post(
            message("1", "ping", meta),
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "ping"));
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(code(gone)).isEqualTo("-32601");
  }

  @Test
  void nonsense_isRefusedInTheProtocol() throws Exception {
    assertThat(code(post("{", Map.of()))).isEqualTo("-32700");
    assertThat(code(post("[]", Map.of()))).isEqualTo("-32600");
    assertThat(code(post("{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"}", Map.of())))
        .isEqualTo("-32600");
    assertThat(code(post(message("7", "tools/call", "{\"name\": 7}"), Map.of())))
        .isEqualTo("-32602");
    HttpResponse<String> notice =
        post("{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}", Map.of());
    assertThat(notice.statusCode()).isEqualTo(202);
    assertThat(notice.body()).isEmpty();
    assertThat(pipeline.get("/mcp").statusCode()).isEqualTo(405);
  }

  @Test
  void command_servesOnStandardInputAndOutput() {
    String messages =
        message("1", "initialize", "{\"protocolVersion\": \"2025-06-18\"}")
            + "\n"
            + "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}\n\n"
            + message(
                "\"two\"",
                "tools/call",
                "{\"name\": \"price_as_of\", \"arguments\": {\"id\": \"XXXX:BRWK\"}}")
            + "\n";
    StringWriter out = new StringWriter();
    CommandLine command =
        new CommandLine(new McpCommand(new ByteArrayInputStream(messages.getBytes(UTF_8))));
    int code = command.setOut(new PrintWriter(out)).execute("--data", data.toString());
    assertThat(code).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    Node first = Json.read(lines.get(0).getBytes(UTF_8));
    assertThat(first.at("result").at("protocolVersion").text()).isEqualTo("2025-06-18");
    Node second = Json.read(lines.get(1).getBytes(UTF_8));
    assertThat(second.at("id").text()).isEqualTo("two");
    assertThat(second.at("result").at("isError").flag()).isFalse();
  }

  private Node called(String tool, String arguments) throws Exception {
    return node(
        post(
            message(
                "1",
                "tools/call",
                "{\"name\": \"" + tool + "\", \"arguments\": " + arguments + "}"),
            Map.of()));
  }

  private static String said(Node answer) {
    assertThat(answer.at("result").at("isError").flag()).as(answer.toString()).isTrue();
    return answer.at("result").at("content").elements().getFirst().at("text").text();
  }

  private static String message(String id, String method, String params) {
    return "{\"jsonrpc\": \"2.0\", \"id\": "
        + id
        + ", \"method\": \""
        + method
        + "\", \"params\": "
        + params
        + "}";
  }

  private HttpResponse<String> post(String body, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(pipeline.address() + "/mcp"))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Node node(HttpResponse<String> answer) {
    return Json.read(answer.body().getBytes(UTF_8));
  }

  private static String code(HttpResponse<String> answer) {
    return node(answer).at("error").at("code").text();
  }
}
