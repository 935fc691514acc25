package io.quotemark.runtime.events;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as HTTP API (payload 2.0) hands it over.
 *
 * @param path decoded by the gateway
 * @param query last value of each name
 * @param headers names in lower case; cookies, which the gateway takes out of them, under {@code
 *     cookie} again
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record HttpRequest(
    String id,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {
  public HttpRequest {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  /**
   * @throws Json.Malformed where the event is not an HTTP API event of version 2.0
   * @throws BadBody where its body is said to be in base64 and is not
   */
  public static HttpRequest parse(byte[] event) {
    return of(Json.read(event));
  }

  /** Its query with another value of one name, beginning with the question mark. */
  public String queryWith(String name, String value) {
    Map<String, String> all = new TreeMap<>(query);
    all.put(name, value);
    return all.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static HttpRequest of(Node event) {
    Node http = event.at("requestContext").at("http");
    if (!http.isPresent()) {
      throw new Json.Malformed(
          "not an HTTP API event of payload version 2.0: requestContext.http is missing", null);
    }
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, Node> header : event.at("headers").members().entrySet()) {
      headers.put(header.getKey().toLowerCase(Locale.ROOT), whole(header.getValue().textOr("")));
    }
    for (Node cookie : event.at("cookies").elements()) {
      headers.merge("cookie", whole(cookie.textOr("")), (all, one) -> all + "; " + one);
    }
    Map<String, String> query = new TreeMap<>();
    for (Map.Entry<String, Node> one : event.at("queryStringParameters").members().entrySet()) {
      query.put(whole(one.getKey()), whole(one.getValue().textOr("")));
    }
    HttpRequest head =
        new HttpRequest(
            whole(event.at("requestContext").at("requestId").textOr("")),
            whole(http.at("method").text()),
            whole(event.at("rawPath").textOr(http.at("path").textOr("/"))),
            query,
            headers,
            new byte[0]);
    String text = event.at("body").textOr("");
    return head.withBody(
        event.at("isBase64Encoded").flag()
            ? decoded(head, text)
            : text.getBytes(StandardCharsets.UTF_8));
  }

  /** Half a pair of surrogates can be escaped in JSON, and is nothing that can be written again. */
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }

  private HttpRequest withBody(byte[] bytes) {
    return new HttpRequest(id, method, path, query, headers, bytes);
  }

  private static byte[] decoded(HttpRequest head, String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new BadBody(head, e);
    }
  }

  /** A request whose body is said to be in base64 and is not. */
  public static final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient HttpRequest withoutBody;

    BadBody(HttpRequest withoutBody, IllegalArgumentException cause) {
      super("the body of request " + withoutBody.id() + " is not in base64", cause);
      this.withoutBody = withoutBody;
    }

    public HttpRequest withoutBody() {
      return withoutBody;
    }
  }
}
