package io.quotemark.serve.uploads;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Document;
import io.quotemark.domain.article.SourceKind;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.runtime.web.FetchHosts;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.DocumentHints;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.http.SourceKinds;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.UploadRecord;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/articles}: puts a document into the inbox, gives an address to put a large one
 * to, or asks for a page to be fetched. The same document is the same upload, and so is what comes
 * under the same Idempotency-Key.
 */
public final class SubmitApi {
  /** As of {@code POST /v1/check}; what is larger goes by its own address. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  /** What the reader of uploads takes. */
  private static final int MOST_BYTES_BY_ADDRESS = 25 * 1024 * 1024;

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("^[A-Za-z0-9][A-Za-z0-9.+-]{0,60}/[A-Za-z0-9][A-Za-z0-9.+-]{0,60}");
  private static final Pattern CHARSET = Pattern.compile("charset=\"?([A-Za-z0-9_.:+-]{1,40})");

  private static final String DIGEST = "digest";

  public static final Set<String> PARAMETERS =
      Set.of("published_at", "language", "tickers", "source", SourceKinds.NAME, "upload", "size");

  private final Inbox inbox;
  private final PageAsk pages;

  /**
   * @param hosts whose pages are fetched
   */
  public SubmitApi(Inbox inbox, FetchHosts hosts) {
    this.inbox = inbox;
    this.pages = new PageAsk(inbox, hosts);
  }

  /** {@code POST /v1/articles}. */
  public HttpResponse submit(Call call) {
    HttpRequest request = call.request();
    Parameters query = call.query();
    boolean byAddress = query.oneOf("upload", List.of("presigned")) != null;
    Map<String, String> metadata = hints(query);
    if (!byAddress) {
      DocumentHints.refuseForms(request);
    }
    String type = contentType(request);
    String idempotencyKey = idempotencyKey(request);
    if (byAddress) {
      return address(request, query, metadata, type, idempotencyKey);
    }
    String url = PageAsk.url(request);
    if (url != null) {
      return answer(pages.submit(url, metadata), "accepted", null);
    }
    byte[] document =
        HandedIn.document(request, query, MOST_BYTES, "POST /v1/articles?upload=presigned&size=%d");
    String digest = digest(document, type + metadata);
    metadata.put(DIGEST, digest);
    String key = Inbox.API + (idempotencyKey == null ? digest : named(idempotencyKey));
    Inbox.Entry entry = new Inbox.Entry(key, type, metadata);
    if (!inbox.put(entry, document) && !isSame(key, digest)) {
      throw Problem.of(
              422,
              "idempotency_conflict",
              "This Idempotency-Key stands for another document",
              "another document or other parameters came under it before; use a key of its own")
          .raised();
    }
    return answer(key, "accepted", null);
  }

  /**
   * Puts a document that a form of ours handed in.
   *
   * @param metadata as the reader of uploads takes it
   * @return the key of the upload
   */
  public String keep(byte[] document, String type, Map<String, String> metadata) {
    Map<String, String> all = new TreeMap<>(metadata);
    String digest = digest(document, type + metadata);
    all.put(DIGEST, digest);
    String key = Inbox.API + digest;
    inbox.put(new Inbox.Entry(key, type, all), document); // the same again is the same upload
    return key;
  }

  private boolean isSame(String key, String digest) {
    return inbox
        .metadata(key)
        .map(found -> digest.equals(found.get(DIGEST)))
        // removed since: whoever asks again finds the place free
        .orElse(true);
  }

  private HttpResponse address(
      HttpRequest request,
      Parameters query,
      Map<String, String> metadata,
      String type,
      @Nullable String idempotencyKey) {
    int size = HandedIn.size(request, query, MOST_BYTES_BY_ADDRESS, "document");
    String key =
        Inbox.API + named(idempotencyKey == null ? request.id() : idempotencyKey) + "-large";
    return answer(
        key, "awaiting_document", inbox.address(new Inbox.Entry(key, type, metadata), size));
  }

  private static HttpResponse answer(String key, String status, Inbox.@Nullable Address address) {
    String where = "/v1/uploads?key=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    return Answers.accepted(
        where,
        out -> {
          out.writeStartObject();
          out.writeStringField("key", key);
          out.writeStringField("status", status);
          out.writeStringField("status_url", where);
          if (address != null) {
            writeAddress(address, out);
          }
          out.writeEndObject();
        });
  }

  /** Where to put a document, as a member of an open object. */
  public static void writeAddress(Inbox.Address address, JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("put");
    out.writeStringField("url", address.url().toString());
    out.writeObjectFieldStart("headers");
    for (Map.Entry<String, String> header : new TreeMap<>(address.headers()).entrySet()) {
      out.writeStringField(header.getKey(), header.getValue());
    }
    out.writeEndObject();
    out.writeStringField("expires_at", address.expires().toString());
    out.writeEndObject();
  }

  /** What the reader of uploads takes from an object's metadata. */
  private static Map<String, String> hints(Parameters query) {
    Map<String, String> out = new TreeMap<>();
    Document.Hints hints = DocumentHints.of(query);
    if (hints.publishedAt() != null) {
      out.put("published-at", ascii("published_at", hints.publishedAt()));
    }
    for (String name : List.of("language", "tickers", "source")) {
      if (query.text(name) != null) {
        out.put(name, ascii(name, query.text(name)));
      }
    }
    SourceKind kind = hints.sourceKind();
    if (kind != null) {
      out.put("source-kind", kind.name().toLowerCase(Locale.ROOT));
    }
    return out;
  }

  /** Metadata travels in headers of HTTP. */
  private static String ascii(String name, @Nullable String value) {
    if (value == null || !value.matches("[\\x20-\\x7e]{1,400}")) {
      throw Problem.invalidParameter(
              name,
              "must be at most 400 characters of ASCII; what is not belongs into the document")
          .raised();
    }
    return value;
  }

  private static String contentType(HttpRequest request) {
    String given = request.headers().getOrDefault("content-type", "application/octet-stream");
    Matcher type = MEDIA_TYPE.matcher(given);
    if (!type.find()) {
      throw Problem.of(
              415,
              "bad_content_type",
              "Invalid Content-Type",
              "it is not a media type: " + Problem.shown(given))
          .raised();
    }
    // a charset that nobody knows says nothing; the reader finds out by itself
    Matcher charset = CHARSET.matcher(given);
    return charset.find() && isCharset(charset.group(1))
        ? type.group() + "; charset=" + charset.group(1)
        : type.group();
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static @Nullable String idempotencyKey(HttpRequest request) {
    String key = request.headers().get("idempotency-key");
    if (key != null && !key.matches("[\\x21-\\x7e]{1,200}")) {
      throw Problem.of(
              400,
              "bad_idempotency_key",
              "The Idempotency-Key is not usable",
              "it must be 1 to 200 printable ASCII characters without spaces")
          .raised();
    }
    return key;
  }

  private static String named(String key) {
    return UploadRecord.digest("idempotency:" + key);
  }

  private static String digest(byte[] document, String rest) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(rest.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      return HexFormat.of().formatHex(sha256.digest(document), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
