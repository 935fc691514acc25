package io.quotemark.client;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.CheckedAnswer;
import io.quotemark.domain.verdict.CheckedArticle;
import io.quotemark.runtime.json.AnswerReader;
import io.quotemark.runtime.json.CheckedArticleJson;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The API of Quotemark. Requests that a busy service refuses (429, 502 to 504) or that break off
 * are asked again, up to four times, after what Retry-After says; all of them may be repeated.
 * Threads may share a client.
 */
public final class QuotemarkClient implements AutoCloseable {
  private final URI address;
  private final RequestSigner signer;
  private final Consumer<Duration> pause;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /** Of the local cloud, {@code http://127.0.0.1:8080}, or of a stack that is open. */
  public QuotemarkClient(URI address) {
    this(address, RequestSigner.OPEN);
  }

  /**
   * @param signer what the stack's authorizer asks for: {@link RequestSigner#bearer} or {@link
   *     RequestSigner#iam}
   */
  public QuotemarkClient(URI address, RequestSigner signer) {
    this(address, signer, time -> LockSupport.parkNanos(time.toNanos()));
  }

  QuotemarkClient(URI address, RequestSigner signer, Consumer<Duration> pause) {
    this.address = address;
    this.signer = signer;
    this.pause = pause;
  }

  /**
   * Checks a text and stores nothing.
   *
   * @throws ApiProblem where no article can be read in it
   */
  public CheckedArticle check(String text, Hints hints) {
    return check(text.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8", hints);
  }

  /**
   * Checks a document and stores nothing.
   *
   * @param contentType of what {@code document} is: {@code text/html}, {@code application/json} …
   * @throws ApiProblem where no article can be read in it, or several
   */
  public CheckedArticle check(byte[] document, String contentType, Hints hints) {
    byte[] answer = post("/v1/check" + query(hints.query()), document, contentType);
    Node read = Json.read(answer);
    if (read.at("entries").isPresent()) {
      throw new ApiProblem(
          200, "bundle", "These are several articles", "check them one by one, or submit them");
    }
    return CheckedArticleJson.read(read);
  }

  /**
   * Checks what an assistant says: each of its price statements with the value to cite, and the
   * text with its contradicted figures corrected.
   *
   * @throws ApiProblem where there is nothing to read in it
   */
  public CheckedAnswer checkAnswer(String text, Hints hints) {
    Map<String, String> parameters = new LinkedHashMap<>(hints.query());
    parameters.put("as", "answer");
    return AnswerReader.read(
        Json.read(
            post(
                "/v1/check" + query(parameters),
                text.getBytes(StandardCharsets.UTF_8),
                "text/plain; charset=utf-8")));
  }

  /**
   * Hands a document in, to be checked and stored. The same document is the same upload.
   *
   * @return the upload's key
   */
  public String submit(byte[] document, String contentType, Hints hints) {
    byte[] answer = post("/v1/articles" + query(hints.query()), document, contentType);
    return Json.read(answer).at("key").text();
  }

  /** What became of an upload; empty while it has not been looked at. */
  public Optional<Upload> upload(String key) {
    return Json.read(get("/v1/uploads" + query(Map.of("key", key))))
        .at("uploads")
        .elements()
        .stream()
        .findFirst()
        .map(Upload::of);
  }

  /**
   * A stored article.
   *
   * @throws ApiProblem 404 where there is none, 410 where it was removed
   */
  public CheckedArticle article(String id) {
    return CheckedArticleJson.read(get("/v1/articles/" + encode(id)));
  }

  /**
   * Stored articles, page by page as the stream is read.
   *
   * @param filters of the API: {@code listing}, {@code source}, {@code verdict} … and {@code sort}
   */
  public Stream<ArticleSummary> articles(Map<String, String> filters) {
    return pages("/v1/articles", filters, "articles", ArticleSummary::of);
  }

  /** Claims across stored articles, likewise. */
  public Stream<FoundClaim> claims(Map<String, String> filters) {
    return pages("/v1/claims", filters, "claims", FoundClaim::of);
  }

  /**
   * One claim.
   *
   * @param id of article and claim, {@code 1f2e3d4c5b6a7988.c1}
   */
  public FoundClaim claim(String id) {
    return FoundClaim.of(Json.read(get("/v1/claims/" + encode(id))));
  }

  /**
   * The price of a day: of its session, or of the last one within 14 days before it.
   *
   * @param day in the exchange's zone; null for the last in store
   * @return empty where none is in store
   * @throws ApiProblem where there is no such listing
   */
  public Optional<Price> price(ListingId listing, @Nullable LocalDate day) {
    try {
      return Optional.of(
          Price.of(
              Json.read(
                  get(
                      "/v1/listings/"
                          + encode(listing.toString())
                          + "/price"
                          + (day == null ? "" : "?as_of=" + day)))));
    } catch (ApiProblem problem) {
      if (problem.code().equals("no_price_in_store")) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  private <T> Stream<T> pages(
      String path, Map<String, String> filters, String name, Function<Node, T> row) {
    Iterator<T> rows =
        new Iterator<>() {
          private Iterator<Node> page = List.<Node>of().iterator();
          private @Nullable String cursor;
          private boolean last;

          @Override
          public boolean hasNext() {
            while (!page.hasNext() && !last) {
              Map<String, String> asked = new LinkedHashMap<>(filters);
              asked.putIfAbsent("limit", "100");
              if (cursor != null) {
                asked.put("cursor", cursor);
              }
              Node read = Json.read(get(path + query(asked)));
              page = read.at(name).elements().iterator();
              cursor = read.at("meta").at("next_cursor").textOrNull();
              last = cursor == null;
            }
            return page.hasNext();
          }

          @Override
          public T next() {
            if (!hasNext()) {
              throw new NoSuchElementException();
            }
            return row.apply(page.next());
          }
        };
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  private byte[] get(String path) {
    return answer("GET", path, new byte[0], null);
  }

  private byte[] post(String path, byte[] body, String contentType) {
    return answer("POST", path, body, contentType);
  }

  private byte[] answer(String method, String path, byte[] body, @Nullable String contentType) {
    URI there = URI.create(address + path);
    for (int tries = 1; ; tries++) {
      try {
        HttpResponse<byte[]> response = send(method, there, body, contentType);
        if (response.statusCode() < 300) {
          return response.body();
        }
        if (!Retries.isPassing(response.statusCode()) || tries == Retries.MOST_TRIES) {
          throw problem(response);
        }
        pause.accept(Retries.pause(response.headers(), tries, Instant.now()));
      } catch (IOException e) {
        if (tries == Retries.MOST_TRIES) {
          throw new UncheckedIOException(there + " does not answer", e);
        }
        pause.accept(Retries.pause(tries));
      }
    }
  }

  private HttpResponse<byte[]> send(
      String method, URI there, byte[] body, @Nullable String contentType) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(there)
            .timeout(Duration.ofSeconds(35))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    if (contentType != null) {
      request.header("content-type", contentType);
    }
    signer.headers(method, there, body).forEach(request::setHeader);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new InterruptedIOException(there + ": interrupted"));
    }
  }

  /** The gateway's own refusals are no problem documents. */
  private static ApiProblem problem(HttpResponse<byte[]> response) {
    try {
      Node read = Json.read(response.body());
      return new ApiProblem(
          response.statusCode(),
          read.at("code").textOr(""),
          read.at("title").textOr(read.at("message").textOr("refused")),
          read.at("detail").textOr(""));
    } catch (Json.Malformed e) {
      return new ApiProblem(response.statusCode(), "", "no problem document", "");
    }
  }

  private static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + encode(p.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    http.close();
  }
}
