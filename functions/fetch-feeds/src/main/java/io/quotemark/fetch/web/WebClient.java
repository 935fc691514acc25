package io.quotemark.fetch.web;

import io.quotemark.runtime.web.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;

/**
 * Asks hosts that others name. A name is resolved once for a connection, every address of it must
 * be allowed, and those very addresses are connected to, so that a name that changes its address
 * leads nowhere else; TLS is still held against the name. Redirects, time and size are bounded, and
 * each redirect is checked like the first address.
 */
public final class WebClient implements AutoCloseable {
  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_LINE = 16_384;
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_VALIDATOR = 300;

  /** For a connection, and between two pieces of an answer. */
  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Clock clock;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("deadlines").factory());

  /**
   * @param agent who asks, as the header User-Agent has it
   */
  public WebClient(Access access, String agent, Clock clock) {
    this.clock = clock;
    SSLContext trust = access.trust();
    this.http =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new CheckedHosts(access))
                    .setTlsSocketStrategy(
                        trust == null
                            ? DefaultClientTlsStrategy.createDefault()
                            : new DefaultClientTlsStrategy(trust))
                    .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                            .http1Config(
                                Http1Config.custom()
                                    .setMaxLineLength(LONGEST_LINE)
                                    .setMaxHeaderCount(MOST_HEADERS)
                                    .build())
                            .build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(QUIET.toMillis(), TimeUnit.MILLISECONDS)
                            .setSocketTimeout((int) QUIET.toMillis(), TimeUnit.MILLISECONDS)
                            .setTimeToLive(1, TimeUnit.MINUTES)
                            .build())
                    .build())
            .setUserAgent(agent)
            .disableRedirectHandling()
            .disableContentCompression() // unpacked here, within a bound
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .build();
  }

  /** Asks, and follows redirects that the gate lets pass. */
  public Answer ask(Ask ask, Ask.Gate gate) {
    Instant end = clock.instant().plus(ask.time());
    URI at = ask.address();
    for (int redirects = 0; ; redirects++) {
      Step step = step(ask, at, end);
      if (!(step instanceof Step.Moved(String location))) {
        return step instanceof Step.Ended(Answer answer) ? answer : new Answer.Failed("no answer");
      }
      if (redirects == MOST_REDIRECTS) {
        return new Answer.Refused("it was redirected more than " + MOST_REDIRECTS + " times");
      }
      switch (WebAddress.check(at, location)) {
        case WebAddress.Checked.Bad(String reason) -> {
          return new Answer.Refused("it was redirected to an address that is not asked: " + reason);
        }
        case WebAddress.Checked.Good(URI target) -> {
          if (at.getScheme().equals("https") && !target.getScheme().equals("https")) {
            return new Answer.Refused("it was redirected from https to http");
          }
          String refusal = gate.refusal(target);
          if (refusal != null) {
            return new Answer.Refused("it was redirected to " + target.getHost() + ": " + refusal);
          }
          at = target;
        }
      }
    }
  }

  private sealed interface Step {
    record Ended(Answer answer) implements Step {}

    record Moved(String location) implements Step {}
  }

  private Step step(Ask ask, URI at, Instant end) {
    long left = Duration.between(clock.instant(), end).toMillis();
    if (left <= 0) {
      return new Step.Ended(
          new Answer.Failed("no whole answer in " + ask.time().toSeconds() + " s"));
    }
    HttpGet request = new HttpGet(at);
    request.setHeader("Accept", ask.accept());
    request.setHeader("Accept-Encoding", "gzip");
    if (ask.etag() != null) {
      request.setHeader("If-None-Match", ask.etag());
    }
    if (ask.lastModified() != null) {
      request.setHeader("If-Modified-Since", ask.lastModified());
    }
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(QUIET.toMillis(), TimeUnit.MILLISECONDS)
            .setConnectionRequestTimeout(QUIET.toMillis(), TimeUnit.MILLISECONDS)
            .build());
    Future<?> deadline = watch.schedule(request::cancel, left, TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = http.executeOpen(HttpHost.create(at), request, null);
      try {
        return read(ask, at, response);
      } finally {
        // at once: nothing more is read of an answer that is given up
        ((ModalCloseable) response).close(CloseMode.IMMEDIATE);
      }
    } catch (CheckedHosts.InnerAddress inner) {
      return new Step.Ended(new Answer.Refused(String.valueOf(inner.getMessage())));
    } catch (UnknownHostException unknown) {
      return new Step.Ended(new Answer.Failed("there is no host " + at.getHost()));
    } catch (SSLException untrusted) {
      return new Step.Ended(
          new Answer.Failed("its certificate or its TLS is not accepted for " + at.getHost()));
    } catch (IOException e) {
      String what =
          request.isCancelled()
              ? "no whole answer in " + ask.time().toSeconds() + " s"
              : "the connection failed: " + e.getClass().getSimpleName();
      return new Step.Ended(new Answer.Failed(what));
    } finally {
      deadline.cancel(false);
    }
  }

  private Step read(Ask ask, URI at, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    return switch (status) {
      case 200, 203 -> new Step.Ended(document(ask, at, response));
      case 304 -> new Step.Ended(new Answer.Unchanged());
      case 301, 302, 303, 307, 308 -> {
        String location = header(response, "Location");
        yield location == null
            ? new Step.Ended(new Answer.Status(status))
            : new Step.Moved(location);
      }
      case 429, 503 -> new Step.Ended(new Answer.Wait(status, retryAfter(response)));
      default -> new Step.Ended(new Answer.Status(status));
    };
  }

  private static Answer document(Ask ask, URI at, ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    String encoding =
        entity == null || entity.getContentEncoding() == null
            ? "identity"
            : entity.getContentEncoding().strip().toLowerCase(Locale.ROOT);
    boolean packed = encoding.equals("gzip") || encoding.equals("x-gzip");
    if (!packed && !encoding.equals("identity") && !encoding.isEmpty()) {
      return new Answer.Refused("it is packed in a way that was not asked for");
    }
    if (entity == null) {
      return new Answer.Refused("it is empty");
    }
    if (entity.getContentLength() > ask.mostBytes()) {
      return tooLarge(ask);
    }
    byte[] body;
    try {
      InputStream raw = entity.getContent();
      body = (packed ? new GZIPInputStream(raw) : raw).readNBytes(ask.mostBytes() + 1);
    } catch (ZipException broken) {
      return new Answer.Refused("it cannot be unpacked");
    }
    if (body.length > ask.mostBytes()) {
      return tooLarge(ask);
    }
    return new Answer.Document(
        at,
        body,
        entity.getContentType() == null ? "" : entity.getContentType(),
        header(response, "ETag"),
        header(response, "Last-Modified"));
  }

  private static Answer tooLarge(Ask ask) {
    return new Answer.Refused("it is larger than %,d bytes".formatted(ask.mostBytes()));
  }

  /** A header that is sent back one day; null where it is missing or longer than it would be. */
  private static @Nullable String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    String value = header == null ? null : header.getValue();
    int longest = name.equals("Location") ? LONGEST_LINE : LONGEST_VALIDATOR;
    return value == null || value.length() > longest ? null : value;
  }

  /** Seconds, or a date. */
  private @Nullable Duration retryAfter(ClassicHttpResponse response) {
    String value = header(response, "Retry-After");
    if (value == null) {
      return null;
    }
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      Instant at = OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), at);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    watch.shutdownNow();
    http.close();
  }
}
