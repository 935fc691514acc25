package io.quotemark.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket that keeps versions, which no emulator in one JVM has: two entries on a page. */
class BucketVersionsTest {
  private record Version(String key, int id, boolean marker) {}

  private final HttpServer server;
  private final List<Version> stored = new CopyOnWriteArrayList<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private int next = 1;
  private @Nullable S3Client s3;

  BucketVersionsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange);
          }
        });
    server.start();
    s3 =
        S3Client.builder()
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    for (String key :
        List.of("inbox/a.txt", "inbox/a.txt", "inbox/a.txt.old", "inbox/a.txt", "inbox/a")) {
      stored.add(new Version(key, next++, false));
    }
  }

  @AfterEach
  void stop() {
    java.util.Objects.requireNonNull(s3).close();
    server.stop(0);
  }

  private Bucket bucket(boolean keepsVersions) {
    return new Bucket(() -> java.util.Objects.requireNonNull(s3), "b", keepsVersions);
  }

  private List<String> keys() {
    return stored.stream().map(Version::key).sorted().toList();
  }

  @Test
  void delete_whereVersionsAreKept_leavesNoneOfThem_andSendsWordLast() {
    bucket(true).delete("inbox/a.txt");

    assertThat(keys()).containsExactly("inbox/a", "inbox/a.txt.old");
    // the deletion that S3 tells of, then its marker
    assertThat(calls.subList(calls.size() - 2, calls.size()))
        .containsExactly("DELETE /b/inbox/a.txt", "DELETE /b/inbox/a.txt?versionId=6");
  }

  @Test
  void delete_whereNoneAreKept_isOneCall() {
    bucket(false).delete("inbox/a.txt");

    assertThat(calls).containsExactly("DELETE /b/inbox/a.txt");
  }

  @Test
  void deleteOverwritten_leavesWhatLiesThereNow() {
    assertThat(bucket(true).deleteOverwritten("inbox/a.txt")).isEqualTo(2);

    assertThat(stored).extracting(Version::id).containsExactlyInAnyOrder(3, 4, 5);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    String path = exchange.getRequestURI().getPath();
    String key = path.substring(Math.min(path.length(), "/b/".length()));
    calls.add(
        exchange.getRequestMethod()
            + " "
            + path
            + (query == null || !query.startsWith("versionId") ? "" : "?" + query));
    if (exchange.getRequestMethod().equals("GET")) {
      say(
          exchange,
          200,
          page(
              parameter(query, "prefix"),
              parameter(query, "key-marker"),
              parameter(query, "version-id-marker")));
    } else if (query != null && query.contains("versionId=")) {
      int id = Integer.parseInt(parameter(query, "versionId"));
      stored.removeIf(v -> v.key().equals(key) && v.id() == id);
      say(exchange, 204, "");
    } else {
      Version marker = new Version(key, next++, true);
      stored.add(marker);
      exchange.getResponseHeaders().set("x-amz-version-id", String.valueOf(marker.id()));
      exchange.getResponseHeaders().set("x-amz-delete-marker", "true");
      say(exchange, 204, "");
    }
  }

  private static String parameter(@Nullable String query, String name) {
    for (String part : query == null ? new String[0] : query.split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return java.net.URLDecoder.decode(part.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }

  /** Keys in order, of each the newest first. */
  private String page(String prefix, String keyMarker, String versionMarker) {
    List<Version> all = new ArrayList<>(stored);
    all.removeIf(v -> !v.key().startsWith(prefix));
    all.sort(
        Comparator.comparing(Version::key).thenComparing(Version::id, Comparator.reverseOrder()));
    int begin = 0;
    while (!keyMarker.isEmpty()
        && begin < all.size()
        && (all.get(begin).key().compareTo(keyMarker) < 0
            || (all.get(begin).key().equals(keyMarker)
                && all.get(begin).id() >= Integer.parseInt(versionMarker)))) {
      begin++;
    }
    StringBuilder xml = new StringBuilder("<ListVersionsResult>");
    int end = Math.min(all.size(), begin + 2);
    for (int i = begin; i < end; i++) {
      Version v = all.get(i);
      boolean latest = all.stream().noneMatch(o -> o.key().equals(v.key()) && o.id() > v.id());
      String element = v.marker() ? "DeleteMarker" : "Version";
      xml.append(
          "<%s><Key>%s</Key><VersionId>%d</VersionId><IsLatest>%b</IsLatest></%s>"
              .formatted(element, v.key(), v.id(), latest, element));
    }
    if (end < all.size()) {
      Version last = all.get(end - 1);
      xml.append(
          "<IsTruncated>true</IsTruncated><NextKeyMarker>%s</NextKeyMarker><NextVersionIdMarker>%d</NextVersionIdMarker>"
              .formatted(last.key(), last.id()));
    } else {
      xml.append("<IsTruncated>false</IsTruncated>");
    }
    return xml.append("</ListVersionsResult>").toString();
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
