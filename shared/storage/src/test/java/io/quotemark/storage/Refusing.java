package io.quotemark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.utils.AttributeMap;

/** A connection to a queue that takes every message but those that say what becomes of them. */
final class Refusing implements SdkHttpClient, SdkHttpClient.Builder<Refusing> {
  static final String REFUSED = "refused";

  /** A request with this message fails as a whole. */
  static final String FAILING = "failing";

  private final List<String> sent = new ArrayList<>();
  private int requests;

  synchronized int requests() {
    return requests;
  }

  synchronized List<String> sent() {
    return List.copyOf(sent);
  }

  @Override
  public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
    return this;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        try (InputStream in = request.contentStreamProvider().orElseThrow().newStream()) {
          return take(Json.read(in.readAllBytes()).at("Entries").elements());
        }
      }

      @Override
      public void abort() {}
    };
  }

  private synchronized HttpExecuteResponse take(List<Node> entries) {
    requests++;
    if (entries.stream().anyMatch(e -> e.at("MessageBody").text().equals(FAILING))) {
      return answer(400, "{\"__type\":\"com.amazonaws.sqs#BatchRequestTooLong\"}");
    }
    List<String> taken = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Node entry : entries) {
      String body = entry.at("MessageBody").text();
      String id = entry.at("Id").text();
      if (body.equals(REFUSED)) {
        refused.add("{\"Id\":\"%s\",\"SenderFault\":true,\"Code\":\"No\"}".formatted(id));
      } else {
        sent.add(body);
        taken.add(
            "{\"Id\":\"%s\",\"MessageId\":\"m\",\"MD5OfMessageBody\":\"%s\"}"
                .formatted(id, md5(body)));
      }
    }
    return answer(
        200,
        "{\"Successful\":[%s],\"Failed\":[%s]}"
            .formatted(String.join(",", taken), String.join(",", refused)));
  }

  private static HttpExecuteResponse answer(int status, String body) {
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(status).build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body.getBytes(UTF_8))))
        .build();
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {}
}
