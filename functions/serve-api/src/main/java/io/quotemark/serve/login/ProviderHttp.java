package io.quotemark.serve.login;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jose4j.http.SimpleGet;
import org.jose4j.http.SimpleResponse;
import org.jspecify.annotations.Nullable;

/**
 * Calls to the provider, each bounded in time and length. Redirects are not followed: the provider
 * says itself where it answers.
 */
final class ProviderHttp implements SimpleGet {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 3_000;
  private static final long MOST_NANOS = 6_000_000_000L;
  private static final int MOST_BYTES = 512 * 1024;

  /** An answer as a whole. */
  record Response(int status, Map<String, List<String>> headers, String body)
      implements SimpleResponse {
    Response {
      headers = Map.copyOf(headers);
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    public String getStatusMessage() {
      return "status " + status;
    }

    @Override
    public Collection<String> getHeaderNames() {
      return headers.keySet();
    }

    @Override
    public List<String> getHeaderValues(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public String getBody() {
      return body;
    }
  }

  /** For the library, which asks for keys. */
  @Override
  public SimpleResponse get(String location) throws IOException {
    Response response = send(URI.create(location), null, null);
    if (response.status() != 200) {
      throw new IOException(location + " answered with status " + response.status());
    }
    return response;
  }

  /**
   * A form, sent.
   *
   * @param authorization value of the header, null for none
   */
  Response post(URI address, String form, @Nullable String authorization) throws IOException {
    return send(address, form, authorization);
  }

  static String basic(String user, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static Response send(URI address, @Nullable String form, @Nullable String authorization)
      throws IOException {
    long began = System.nanoTime();
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    try {
      if (authorization != null) {
        connection.setRequestProperty("Authorization", authorization);
      }
      if (form != null) {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body);
        }
      }
      int status = connection.getResponseCode();
      Map<String, List<String>> headers = new TreeMap<>();
      connection
          .getHeaderFields()
          .forEach((name, values) -> {
            if (name != null) {
              headers.put(name.toLowerCase(Locale.ROOT), values);
            }
          });
      return new Response(status, headers, body(connection, status, began));
    } finally {
      connection.disconnect();
    }
  }

  private static String body(HttpURLConnection connection, int status, long began)
      throws IOException {
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (in == null) {
        return "";
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] some = new byte[8192];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        bytes.write(some, 0, read);
        if (bytes.size() > MOST_BYTES || System.nanoTime() - began > MOST_NANOS) {
          throw new IOException("the answer of " + connection.getURL() + " does not end");
        }
      }
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
