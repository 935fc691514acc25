package io.quotemark.serve.sources;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.serve.http.Parameters;
import io.quotemark.storage.articles.Sources;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How often a source's share-price claims held, with how sure that is. */
public final class SourceApi {
  private final Sources sources;
  private final Clock clock;

  public SourceApi(Sources sources, Clock clock) {
    this.sources = sources;
    this.clock = clock;
  }

  public HttpResponse scorecard(Call call) {
    String source = SourceName.of(call);
    Parameters query = call.query();
    Scorecard.known(sources, source);
    LocalDate tomorrow = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    Scorecard card = Scorecard.of(sources, source, query, tomorrow);
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeStringField("source", source);
      out.writeStringField("published_after", card.from().toString());
      out.writeStringField("published_before", card.to().toString());
      out.writeNumberField("articles", card.tally().articles());
      out.writeBooleanField("complete", card.tally().complete());
      out.writeObjectFieldStart("claims_by_kind");
      for (var kind : card.byKind().entrySet()) {
        out.writeObjectFieldStart(kind.getKey());
        for (var outcome : kind.getValue().entrySet()) {
          out.writeNumberField(outcome.getKey(), outcome.getValue());
        }
        out.writeEndObject();
      }
      out.writeEndObject();
      out.writeFieldName("contradicted");
      share(out, card.contradicted(), card.decided());
      out.writeNumberField("doubtful", card.doubtful());
      out.writeBooleanField("sample_data", card.tally().sample());
      out.writeEndObject();
    });
  }

  /** Of the claims that prices could decide. */
  private static void share(JsonGenerator out, int hits, int decided) throws IOException {
    out.writeStartObject();
    out.writeNumberField("claims", hits);
    out.writeNumberField("decided", decided);
    if (decided > 0) {
      WilsonInterval sure = WilsonInterval.of(hits, decided);
      out.writeStringField("share", rounded((double) hits / decided));
      out.writeStringField("low", rounded(sure.low()));
      out.writeStringField("high", rounded(sure.high()));
      out.writeStringField("confidence", "0.95");
    }
    out.writeEndObject();
  }

  private static String rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
