package io.quotemark.serve.check;

import io.quotemark.serve.http.Access;
import io.quotemark.serve.http.Caller;
import io.quotemark.serve.http.SourceKinds;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Template;
import io.quotemark.serve.pages.Times;
import io.quotemark.storage.CheckedDocuments;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What may be done with a result: keep the article, or take an address for a day. */
final class KeepForm {
  static final String DO = "do";
  static final String ARTICLE = "article";
  static final String ADDRESS = "address";
  static final String ID = "id";

  private KeepForm() {}

  /** Of a result that nothing is kept of. */
  static Html of(Checked checked) {
    if (!Caller.currentMay(Access.EDITOR)) {
      return Html.of("<p class=\"keep small\">Nothing of this is kept.</p>");
    }
    if (checked.bytes().length > CheckedDocuments.MOST_BYTES) {
      return Html.of(
          "<p class=\"keep small\">Nothing of this is kept. It is too long to be kept from here: put the"
              + " file into the inbox to store the article.</p>");
    }
    return Template.of(
            """
            <form class="keep" method="post" action="/checked" aria-label="Keep this result">
            <input type="hidden" name="document" value="{document}">
            <input type="hidden" name="published_at" value="{published}">
            <input type="hidden" name="{kind_name}" value="{kind}">
            <p>Nothing of this is kept.</p>
            <button name="do" value="article">Keep this article</button>
            <button class="quiet" name="do" value="address">Get an address that is good for a day</button>
            </form>
            """)
        .with("document", checked.text())
        .with("published", checked.publishedAt())
        .with("kind_name", SourceKinds.NAME)
        .with(
            "kind", checked.kind() == null ? null : checked.kind().name().toLowerCase(Locale.ROOT))
        .html();
  }

  /**
   * Of a result at its address.
   *
   * @param editor whether who reads it may keep the article
   */
  static Html of(String id, Instant until, boolean editor) {
    return Template.of(
            """
            <form class="keep" method="post" action="/checked" aria-label="Keep this result">
            <input type="hidden" name="id" value="{id}">
            <p>This address is good until {until}; then nothing of it is kept.</p>
            {button}
            </form>
            """)
        .with("id", id)
        .with(
            "until",
            Times.html(until.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC).toString()))
        .with(
            "button",
            Html.when(
                editor,
                Html.of("<button name=\"do\" value=\"article\">Keep this article</button>")))
        .html();
  }
}
