package io.quotemark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.cli.deployment.Deployment;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code quotemark mcp}: the Model Context Protocol on standard input and output. Each line is a
 * message, which goes to the endpoint {@code /mcp}; what that answers is a line too.
 */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description = {
      "Serves an assistant over the Model Context Protocol on standard input and output:",
      "checks text, tells prices, finds and explains claims. For the assistant's settings:",
      "",
      "  {\"command\": \"/path/to/quotemark\", \"args\": [\"mcp\"]}",
      "",
      "It asks the Quotemark that runs here (./quotemark up), or a stack."
    })
final class McpCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private Where where = new Where();

  private final InputStream in;

  McpCommand() {
    this(System.in);
  }

  /**
   * @param in messages, one a line
   */
  McpCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    try (Deployment deployment = where.deployment();
        Api api = new Api(deployment);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      String line = lines.readLine();
      while (line != null) {
        if (!line.isBlank()) {
          byte[] answer = api.message(line.getBytes(UTF_8), headers(line));
          if (answer.length > 0) {
            // JSON that is written without line ends, as one message a line asks for
            out.println(new String(answer, UTF_8));
            out.flush();
          }
        }
        line = lines.readLine();
      }
      return Exit.OK;
    } catch (IOException e) {
      throw new UncheckedIOException("standard input or output broke", e);
    }
  }

  /** What the protocol wants repeated in headers over HTTP; on standard input there are none. */
  private static Map<String, String> headers(String message) {
    Map<String, String> headers = new LinkedHashMap<>();
    try {
      Node call = Json.read(message.getBytes(UTF_8));
      Node params = call.at("params");
      put(headers, "Mcp-Method", call.at("method"));
      put(headers, "Mcp-Name", params.at("name"));
      put(
          headers,
          "MCP-Protocol-Version",
          params.at("_meta").at("io.modelcontextprotocol/protocolVersion"));
    } catch (Json.Malformed e) {
      // the endpoint says what is wrong with it
      return Map.of();
    }
    return headers;
  }

  private static void put(Map<String, String> headers, String name, Node value) {
    String text = value.textOrNull();
    if (text != null && text.matches("[\\x21-\\x7e]{1,200}")) {
      headers.put(name, text);
    }
  }
}
