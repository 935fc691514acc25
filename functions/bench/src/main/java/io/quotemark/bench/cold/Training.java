package io.quotemark.bench.cold;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What functions do for their ahead-of-time caches: they answer the samples of {@code events/} on
 * the embedded cloud, one function after another, so that each finds what those before it stored.
 */
final class Training implements AutoCloseable {
  /** Prices come first and readers last. */
  private static final List<String> ORDER =
      List.of(
          "refresh-prices",
          "parse-uploads",
          "enrich-articles",
          "fetch-feeds",
          "publish-changes",
          "serve-api");

  /** Samples beside those that the benchmark asks. */
  private static final Map<String, List<String>> MORE =
      Map.of(
          "refresh-prices", List.of("schedule.json"),
          "parse-uploads", List.of("s3-removed-in-sqs.json"),
          "serve-api", List.of("http-check.json"));

  /** The keys that the samples name, and whose object each holds. */
  private static final Map<String, String> OBJECTS =
      Map.of(
          "prices/XHKG_9988.csv", "refresh-prices",
          "inbox/café + tea.txt", "parse-uploads",
          "fetch/5a1c7d9be0f24463a8b1c2d3e4f50617.json", "fetch-feeds");

  /** In the list of articles, which is JSON in JSON. */
  private static final Pattern ARTICLE =
      Pattern.compile("\\\\\"id\\\\\":\\\\\"([0-9a-f]{16})\\\\\"");

  private final Emulators cloud;
  private final AwsAnswers others;

  /**
   * @param data a folder that is not there yet
   */
  Training(Path data) throws IOException {
    Files.createDirectories(data);
    cloud = new Emulators(data);
    others = new AwsAnswers();
    for (Map.Entry<String, String> object : OBJECTS.entrySet()) {
      cloud.put(object.getKey(), Files.readAllBytes(Path.of(function(object.getValue()).object())));
    }
  }

  static List<Function> functions() {
    return ORDER.stream().map(Training::function).toList();
  }

  private static Function function(String name) {
    return Function.ALL.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  /** As the template sets them, on the embedded cloud. */
  Map<String, String> variables(Function function) {
    Map<String, String> variables = new HashMap<>(Function.variables(others.address().toString()));
    variables.putAll(cloud.variables(inTemplate(function.name())));
    return variables;
  }

  /** {@code parse-uploads} is ParseUploads. */
  private static String inTemplate(String name) {
    return Arrays.stream(name.split("-", -1))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  RuntimeApi.Events events(Function function) throws IOException {
    List<byte[]> events = new ArrayList<>();
    for (String name : function.events()) {
      events.add(Files.readAllBytes(Path.of("events", name)));
    }
    for (String name : MORE.getOrDefault(function.name(), List.of())) {
      events.add(Files.readAllBytes(Path.of("events", name)));
    }
    return switch (function.name()) {
      case "enrich-articles" -> {
        events.add(message(read()));
        yield answers -> events.iterator();
      }
      case "serve-api" ->
          answers ->
              Stream.concat(
                      events.stream(),
                      Stream.of(answers).flatMap(a -> pages(a.getFirst()).stream()))
                  .iterator();
      default -> answers -> events.iterator();
    };
  }

  /** What parse-uploads sent on of its sample, under a key that no sample removes. */
  private String read() {
    return cloud.articles().stream()
        .findFirst()
        .map(body -> body.replace("tea.txt", "training.txt"))
        .orElseThrow(() -> new IllegalStateException("parse-uploads read nothing"));
  }

  /** As a queue hands it over. */
  private static byte[] message(String body) {
    return Json.write(json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("Records");
      json.writeStartObject();
      json.writeStringField("messageId", "00000000-0000-4000-8000-000000000009");
      json.writeStringField("eventSource", "aws:sqs");
      json.writeStringField("body", body);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  /** Requests for what the list of articles names first. */
  private static List<byte[]> pages(String list) {
    Matcher article = ARTICLE.matcher(list);
    if (!article.find()) {
      throw new IllegalStateException("no article is listed: " + list);
    }
    return Stream.of(
            "/",
            "/articles/" + article.group(1),
            "/v1/articles/" + article.group(1),
            "/v1/listings/XHKG:9988",
            "/listings/XHKG:9988")
        .map(path -> request(path).getBytes(UTF_8))
        .toList();
  }

  private static String request(String path) {
    return """
    {"version": "2.0", "rawPath": "%1$s", "isBase64Encoded": false,
     "headers": {"accept": "*/*", "host": "api.example.com"},
     "requestContext": {"requestId": "training", "domainName": "api.example.com",
       "http": {"method": "GET", "path": "%1$s", "sourceIp": "192.0.2.1"}}}
    """
        .formatted(path);
  }

  @Override
  public void close() throws IOException {
    others.close();
    cloud.close();
  }
}
