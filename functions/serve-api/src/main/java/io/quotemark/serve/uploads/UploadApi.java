package io.quotemark.serve.uploads;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.UploadRecord;
import java.util.Set;

/** What became of every upload, and of one by its key. */
public final class UploadApi {
  public static final Set<String> PARAMETERS = Set.of("status", "key", "limit", "cursor");

  private final UploadSearch uploads;

  public UploadApi(UploadSearch uploads) {
    this.uploads = uploads;
  }

  public HttpResponse list(Call call) {
    ArticleIndex.Page<UploadRecord> page = uploads.find(call.query());
    return Answers.json(out -> {
      out.writeStartObject();
      out.writeArrayFieldStart("uploads");
      for (UploadRecord upload : page.items()) {
        out.writeStartObject();
        out.writeStringField("key", upload.key());
        out.writeStringField("status", UploadSearch.word(upload));
        out.writeStringField("reason", upload.reason());
        out.writeArrayFieldStart("articles");
        for (String article : upload.articles()) {
          out.writeString(article);
        }
        out.writeEndArray();
        out.writeNumberField("size", upload.size());
        out.writeStringField("sequencer", upload.sequencer());
        out.writeStringField("event_time", upload.eventTime());
        out.writeEndObject();
      }
      out.writeEndArray();
      out.writeObjectFieldStart("meta");
      out.writeStringField("next_cursor", page.next());
      out.writeEndObject();
      out.writeEndObject();
    });
  }
}
