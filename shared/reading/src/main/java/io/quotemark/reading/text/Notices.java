package io.quotemark.reading.text;

import io.quotemark.domain.article.Article.Notice;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a block that declares a correction, an update or a retraction by how it begins. */
final class Notices {
  private static final Pattern NOTICE =
      Pattern.compile(
          "^\\(?(corrected|corrects|correction|corrección|correção|correzione|rectificatie|korrektur|berichtigung|rectificatif|更正|訂正|정정|update \\d{1,2}|updated|refiles?|refiled|retracted|retraction)(?![\\p{IsLatin}])[:\\s-]?",
          Pattern.CASE_INSENSITIVE);

  private Notices() {}

  static Optional<Notice> of(String block) {
    Matcher match = NOTICE.matcher(block);
    if (!match.find()) {
      return Optional.empty();
    }
    String word = match.group(1).toLowerCase(Locale.ROOT);
    Notice.Kind kind =
        word.startsWith("update")
            ? Notice.Kind.UPDATE
            : word.startsWith("refile")
                ? Notice.Kind.REFILE
                : word.startsWith("retract") ? Notice.Kind.RETRACTION : Notice.Kind.CORRECTION;
    return Optional.of(new Notice(kind, block));
  }
}
