package io.quotemark.bench.wordings;

import io.quotemark.domain.article.Document;
import io.quotemark.domain.claim.ClaimKind;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * A statement of known truth.
 *
 * @param kinds what a reader finds in it
 * @param published the evening of its session
 * @param alone whether it is the whole text
 */
record Statement(
    Wording wording,
    String text,
    boolean truth,
    Set<ClaimKind> kinds,
    OffsetDateTime published,
    boolean alone) {
  /** As it is uploaded. */
  Document document() {
    String body = alone ? text : text + "\n\n" + Wording.rest(wording.language());
    return new Document(
        body.getBytes(StandardCharsets.UTF_8),
        null,
        "text/plain; charset=utf-8",
        new Document.Hints(published.toString(), null, List.of(), null));
  }
}
