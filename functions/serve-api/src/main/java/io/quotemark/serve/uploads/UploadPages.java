package io.quotemark.serve.uploads;

import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.serve.http.Answers;
import io.quotemark.serve.http.Call;
import io.quotemark.storage.articles.ArticleIndex;
import io.quotemark.storage.articles.UploadRecord;
import java.util.ArrayList;
import java.util.List;

/** The page of the uploads. */
public final class UploadPages {
  private final UploadSearch uploads;

  public UploadPages(UploadSearch uploads) {
    this.uploads = uploads;
  }

  public HttpResponse list(Call call) {
    ArticleIndex.Page<UploadRecord> page = uploads.find(call.query());
    List<UploadsPage.Upload> rows = new ArrayList<>();
    for (UploadRecord upload : page.items()) {
      rows.add(
          new UploadsPage.Upload(
              upload.key(),
              UploadSearch.word(upload),
              upload.reason(),
              upload.articles().stream().findFirst().orElse(null),
              upload.eventTime()));
    }
    String status = call.query().text("status");
    String next =
        page.next() == null
            ? null
            : "/uploads?"
                + (status == null ? "" : "status=" + status + "&")
                + "cursor="
                + page.next();
    return Answers.page(200, UploadsPage.of(rows, status, next));
  }
}
