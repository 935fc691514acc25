package io.quotemark.serve.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.runtime.json.Node;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation called by curl, from Java and from Python: by the clients where they have a method
 * for it (examples.tsv), else with what the languages bring.
 */
final class Examples {
  private static final String HERE = "http://127.0.0.1:8080";

  /** By operation: Java, Python. */
  private final Map<String, List<String>> byClient = new HashMap<>();

  private Examples() {}

  static Examples read() {
    Examples examples = new Examples();
    try (InputStream in = Examples.class.getResourceAsStream("examples.tsv")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks examples.tsv");
      }
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          examples.byClient.put(cells[0], List.of(cells[1], cells[2]));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading examples.tsv from the jar", e);
    }
    return examples;
  }

  Html of(Contract contract, Contract.Operation operation) {
    String path = path(contract, operation);
    List<String> known = byClient.getOrDefault(operation.id(), List.of());
    String java =
        known.isEmpty() ? plainJava(operation, path) : known.getFirst().replace("\\n", "\n");
    String python =
        known.isEmpty() ? plainPython(operation, path) : known.get(1).replace("\\n", "\n");
    return Template.of(
            """
            <pre tabindex="0"><code>{curl}</code></pre>
            <details><summary>Java</summary><pre tabindex="0"><code>{java}</code></pre></details>
            <details><summary>Python</summary><pre tabindex="0"><code>{python}</code></pre></details>
            """)
        .with("curl", curl(operation, path))
        .with("java", java)
        .with("python", python)
        .html();
  }

  /** With the examples of what it must have. */
  private static String path(Contract contract, Contract.Operation operation) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    for (Node stated : operation.node().at("parameters").elements()) {
      Node parameter = contract.followed(stated);
      String name = parameter.at("name").text();
      Node stands = parameter.at("example");
      String text = stands.isArray() ? String.join(",", stands.texts()) : stands.textOr("");
      String example = Html.segment(text).replace("%3A", ":");
      if (parameter.at("in").text().equals("path")) {
        path = path.replace("{" + name + "}", example);
      } else if (parameter.at("required").flag()) {
        query.add(name + "=" + example);
      }
    }
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  private static String curl(Contract.Operation operation, String path) {
    if (operation.method().equals("GET")) {
      return "curl '" + HERE + path + "'";
    }
    Map.Entry<String, Node> body =
        operation.node().at("requestBody").at("content").members().entrySet().iterator().next();
    return "curl '"
        + HERE
        + path
        + "' -H 'content-type: "
        + body.getKey()
        + "' \\\n  --data-binary '"
        + sent(body.getValue().at("example")).replace("'", "'\\''")
        + "'";
  }

  /** An example as it is sent: text as it is, an object as JSON. */
  private static String sent(Node example) {
    if (!example.isObject()) {
      return example.text();
    }
    List<String> members = new ArrayList<>();
    example
        .members()
        .forEach((name, value) ->
            members.add(
                "\"%s\": %s"
                    .formatted(name, value.isObject() ? sent(value) : "\"" + value.text() + "\"")));
    return "{" + String.join(", ", members) + "}";
  }

  private static String plainJava(Contract.Operation operation, String path) {
    String body =
        operation.method().equals("GET")
            ? ""
            : "\n    .POST(BodyPublishers.ofFile(Path.of(\"body\")))";
    return """
    String answer = HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create("%s"))%s.build(),
        BodyHandlers.ofString()).body();\
    """
        .formatted(HERE + path, body);
  }

  private static String plainPython(Contract.Operation operation, String path) {
    String body = operation.method().equals("GET") ? "" : ", data=open(\"body\", \"rb\").read()";
    return "from urllib.request import urlopen\nanswer = urlopen(\""
        + HERE
        + path
        + "\""
        + body
        + ").read().decode()";
  }
}
