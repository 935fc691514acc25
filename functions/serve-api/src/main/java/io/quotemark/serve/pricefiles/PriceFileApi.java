package io.quotemark.serve.pricefiles;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import io.quotemark.serve.uploads.HandedIn;
import io.quotemark.serve.uploads.SubmitApi;
import io.quotemark.storage.Inbox;
import io.quotemark.storage.articles.UploadRecord;
import io.quotemark.storage.prices.PriceFileEffects;
import io.quotemark.storage.prices.PriceFileEffects.Effect;
import io.quotemark.storage.prices.PriceFileReports;
import io.quotemark.storage.prices.PriceFileReports.Report;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Price files by HTTP: {@code POST /v1/price-files} puts one where the others are dropped, {@code
 * GET /v1/price-files} tells what became of them and what they decided.
 */
public final class PriceFileApi {
  static final String FOLDER = "prices/";

  private static final int MOST_BYTES = 4 * 1024 * 1024;
  private static final int MOST_BYTES_BY_ADDRESS = 64 * 1024 * 1024;
  private static final int LISTED = 50;
  private static final int MOST_NAME_BYTES = 200;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}_^~#(\\[][\\p{L}\\p{N} ._()\\[\\]+,=@^~#&'!-]*");

  /** The clocks of this function and of the bucket differ by less. */
  private static final int CLOCKS_SECONDS = 2;

  public static final Set<String> PARAMETERS = Set.of("name", "upload", "size");

  private final Inbox inbox;
  private final PriceFileReports reports;
  private final PriceFileEffects effects;
  private final boolean taken;
  private final Clock clock;

  /**
   * @param taken whether price files are taken by HTTP; they decide verdicts
   */
  public PriceFileApi(
      Inbox inbox, PriceFileReports reports, PriceFileEffects effects, boolean taken, Clock clock) {
    this.inbox = inbox;
    this.reports = reports;
    this.effects = effects;
    this.taken = taken;
    this.clock = clock;
  }

  public HttpResponse put(Call call) {
    HttpRequest request = call.request();
    Parameters query = call.query();
    if (!taken) {
      throw Problem.of(
              403,
              "price_uploads_off",
              "Price files are not taken here",
              "the operator has not switched PriceUploads on; load the file with ./quotemark prices"
                  + " FILE --stack NAME")
          .raised();
    }
    String key = FOLDER + name(request, query);
    Inbox.Entry entry = new Inbox.Entry(key, "application/octet-stream", Map.of());
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).minusSeconds(CLOCKS_SECONDS);
    if (query.oneOf("upload", List.of("presigned")) != null) {
      return answer(
          key,
          now,
          "awaiting_document",
          inbox.address(entry, HandedIn.size(request, query, MOST_BYTES_BY_ADDRESS, "file")));
    }
    byte[] file =
        HandedIn.document(
            request, query, MOST_BYTES, "POST /v1/price-files?name=…&upload=presigned&size=%d");
    inbox.replace(entry, file);
    return answer(key, now, "accepted", null);
  }

  /** The file's own name says whose prices it holds; a folder before it does not. */
  private static String name(HttpRequest request, Parameters query) {
    String given = query.text("name");
    if (given == null) {
      return "file-" + UploadRecord.digest(request.id()); // its columns name the listing
    }
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    if (!NAME.matcher(name).matches()
        || name.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
      throw Problem.unusableParameter(
              "name",
              "must be a file name of letters, digits, spaces and ._-()[]+,=@^~#&'! of at most %d bytes that begins with no dot"
                  .formatted(MOST_NAME_BYTES))
          .raised();
    }
    return name;
  }

  private static HttpResponse answer(
      String key, Instant since, String status, Inbox.@Nullable Address address) {
    String where =
        "/v1/price-files?key="
            + URLEncoder.encode(key, StandardCharsets.UTF_8)
            + "&since="
            + URLEncoder.encode(since.toString(), StandardCharsets.UTF_8);
    return Answers.accepted(
        where,
        out -> {
          out.writeStartObject();
          out.writeStringField("key", key);
          out.writeStringField("status", status);
          out.writeStringField("status_url", where);
          if (address != null) {
            SubmitApi.writeAddress(address, out);
          }
          out.writeEndObject();
        });
  }

  public HttpResponse list(Call call) {
    Parameters query = call.query();
    String key = query.text("key");
    Instant since = query.moment("since");
    if (since != null && key == null) {
      throw Problem.unusableParameter("since", "goes with key only").raised();
    }
    List<Report> found =
        key == null
            ? reports.recent(LISTED)
            : reports.latest(key, since == null ? Instant.EPOCH : since).stream().toList();
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("price_files");
      for (Report report : found) {
        write(report, key == null ? null : effects.of(List.of(report)), out);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  private static void write(Report report, @Nullable Effect effect, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("key", report.key());
    out.writeStringField("status", report.refused() ? "refused" : "stored");
    out.writeStringField("delivered", report.delivered().toString());
    out.writeNumberField("bars", report.bars());
    texts("listings", report.listings(), out);
    texts("problems", report.problems(), out);
    if (effect != null) {
      out.writeObjectFieldStart("decided");
      out.writeNumberField("claims", effect.since().decided());
      out.writeNumberField("contradicted", effect.since().contradicted());
      out.writeNumberField("doubtful", effect.since().doubtful());
      out.writeNumberField("still_waiting", effect.since().waiting());
      out.writeNumberField("articles", effect.articles());
      out.writeBooleanField("complete", effect.complete());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private static void texts(String name, List<String> values, JsonGenerator out)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
