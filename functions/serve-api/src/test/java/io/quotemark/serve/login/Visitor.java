package io.quotemark.serve.login;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser: keeps cookies, says where a form came from, and follows nothing by itself. */
final class Visitor {
  final Map<String, String> cookies = new LinkedHashMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final Desk desk;

  Visitor(Desk desk) {
    this.desk = desk;
  }

  HttpResponse<String> get(String target) {
    return sent(HttpRequest.newBuilder(desk.address().resolve(target)).GET());
  }

  /** From a page of ours. */
  HttpResponse<String> post(String target, String type, String body) {
    return post(target, type, body, "origin", desk.address().toString());
  }

  HttpResponse<String> post(String target, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(desk.address().resolve(target))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("content-type", type);
    return sent(headers.length == 0 ? request : request.headers(headers));
  }

  /** Signs in from the first page on, and ends where the callback leads. */
  HttpResponse<String> signIn() {
    return sent(callback("/"));
  }

  /** Where the provider sends the browser back to. */
  URI callback(String from) {
    URI login = location(get(from));
    URI provider = location(sent(HttpRequest.newBuilder(desk.address().resolve(login)).GET()));
    return location(sent(HttpRequest.newBuilder(provider).GET()));
  }

  HttpResponse<String> sent(URI address) {
    return sent(HttpRequest.newBuilder(desk.address().resolve(address)).GET());
  }

  static URI location(HttpResponse<String> redirect) {
    return URI.create(
        redirect
            .headers()
            .firstValue("location")
            .orElseThrow(
                () -> new AssertionError(redirect + " leads nowhere: " + redirect.body())));
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) {
    HttpRequest plain = request.copy().build();
    boolean ours = plain.uri().getPort() == desk.address().getPort();
    if (ours && !cookies.isEmpty()) {
      request.header(
          "cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    HttpResponse<String> answer;
    try {
      answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (ours) {
      answer.headers().allValues("set-cookie").forEach(this::keep);
    }
    return answer;
  }

  private void keep(String setCookie) {
    List<String> parts = Arrays.asList(setCookie.split("; ", -1));
    String[] pair = parts.getFirst().split("=", 2);
    if (parts.contains("Max-Age=0")) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }
}
