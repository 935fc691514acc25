package io.quotemark.serve.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.pages.MessagePage;
import io.quotemark.serve.pages.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bodies with their headers: JSON, pages under a strict content security policy, problems for
 * either reader.
 */
public final class Answers {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  /** Writes one JSON value. */
  @FunctionalInterface
  public interface Json {
    void to(JsonGenerator out) throws IOException;
  }

  private Answers() {}

  public static HttpResponse json(Json content) {
    return json(200, "application/json", content);
  }

  /** JSON-LD, by the vocabulary that it names itself. */
  public static HttpResponse linkedData(Json content) {
    return json(200, "application/ld+json", content);
  }

  public static HttpResponse text(String text) {
    return list("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /** What came of it, or what comes first, is at that address. */
  public static HttpResponse seeOther(String address) {
    Map<String, String> headers = headers("text/plain; charset=utf-8", "default-src 'none'");
    headers.put("location", address);
    return new HttpResponse(303, headers, new byte[0]);
  }

  /** What was asked for will be done; {@code where} tells how far it is. */
  public static HttpResponse accepted(String where, Json content) {
    return json(202, "application/json", content).with("location", where);
  }

  public static HttpResponse json(byte[] content) {
    return new HttpResponse(200, headers("application/json", "default-src 'none'"), content);
  }

  public static HttpResponse atom(String xml) {
    return list("application/atom+xml; charset=utf-8", xml.getBytes(StandardCharsets.UTF_8));
  }

  /** A list in one of its forms. */
  static HttpResponse list(String contentType, byte[] content) {
    return new HttpResponse(200, headers(contentType, "default-src 'none'"), content);
  }

  public static HttpResponse page(int status, String html) {
    return new HttpResponse(
        status,
        headers("text/html; charset=utf-8", PAGE_POLICY),
        html.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A page without scripts that pages of some origins may show in a frame.
   *
   * @param origins separated by spaces
   */
  public static HttpResponse framed(String html, String origins) {
    return new HttpResponse(
        200,
        headers(
            "text/html; charset=utf-8",
            "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors "
                + origins),
        html.getBytes(StandardCharsets.UTF_8));
  }

  public static HttpResponse svg(String svg) {
    return new HttpResponse(
        200, headers("image/svg+xml", "default-src 'none'"), svg.getBytes(StandardCharsets.UTF_8));
  }

  /** A picture of what is stored, which may change with it. */
  public static HttpResponse png(byte[] picture) {
    return new HttpResponse(200, headers("image/png", "default-src 'none'"), picture)
        .with("cache-control", "public, max-age=300");
  }

  /** A file of ours that changes with a release only. */
  public static HttpResponse asset(String contentType, byte[] content) {
    Map<String, String> headers = headers(contentType, "default-src 'none'");
    headers.put("cache-control", "public, max-age=300");
    return new HttpResponse(200, headers, content);
  }

  /**
   * Programs ask under {@code /v1} or {@code /mcp} and get a problem document, people get a page.
   */
  public static HttpResponse problem(HttpRequest request, Problem problem) {
    if (!request.path().startsWith("/v1") && !request.path().equals("/mcp")) {
      return page(problem.status(), MessagePage.problem(problem.title(), forPeople(problem)));
    }
    return json(
        problem.status(),
        "application/problem+json",
        out -> {
          out.writeStartObject();
          out.writeStringField("type", "about:blank");
          out.writeStringField("title", problem.title());
          out.writeNumberField("status", problem.status());
          out.writeStringField("detail", problem.detail());
          out.writeStringField("code", problem.code());
          if (!problem.invalidParams().isEmpty()) {
            out.writeArrayFieldStart("invalid_params");
            for (Map.Entry<String, String> bad :
                new java.util.TreeMap<>(problem.invalidParams()).entrySet()) {
              out.writeStartObject();
              out.writeStringField("name", bad.getKey());
              out.writeStringField("reason", bad.getValue());
              out.writeEndObject();
            }
            out.writeEndArray();
          }
          if (!problem.didYouMean().isEmpty()) {
            out.writeArrayFieldStart("did_you_mean");
            for (String one : problem.didYouMean()) {
              out.writeString(one);
            }
            out.writeEndArray();
          }
          out.writeEndObject();
        });
  }

  /** What a person can do about it: routes are for programs. */
  private static String forPeople(Problem problem) {
    String detail =
        problem.code().equals("no_such_path")
            ? "The search box above finds companies, sources and articles."
            : Words.sentence(problem.detail());
    return problem.didYouMean().isEmpty()
        ? detail
        : detail + " Did you mean " + String.join(", ", problem.didYouMean()) + "?";
  }

  private static HttpResponse json(int status, String contentType, Json content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      content.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return new HttpResponse(
        status, headers(contentType, "default-src 'none'"), bytes.toByteArray());
  }

  private static Map<String, String> headers(String contentType, String policy) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", contentType);
    headers.put("content-security-policy", policy);
    headers.put("x-content-type-options", "nosniff");
    headers.put("referrer-policy", "no-referrer");
    return headers;
  }
}
