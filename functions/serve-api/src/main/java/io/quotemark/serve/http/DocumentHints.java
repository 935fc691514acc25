package io.quotemark.serve.http;

import io.quotemark.domain.article.Document;
import io.quotemark.runtime.events.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says about the document that it hands in. */
public final class DocumentHints {
  /** The parameters, apart from the kind of source. */
  public static final Set<String> NAMES = Set.of("published_at", "language", "tickers", "source");

  private static final String TAG = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

  private DocumentHints() {}

  /**
   * @throws Problem.Raised where a value is none: a time that is neither RFC 3339 nor a date, a
   *     language that ISO 639 does not have
   */
  public static Document.Hints of(Parameters query) {
    return new Document.Hints(
        time(query),
        language(query),
        query.list("tickers"),
        query.text("source"),
        SourceKinds.of(query));
  }

  private static @Nullable String time(Parameters query) {
    return query.moment("published_at") == null ? null : query.text("published_at");
  }

  private static @Nullable String language(Parameters query) {
    String tag = query.text("language");
    if (tag == null) {
      return null;
    }
    String wanted = "must be a BCP 47 tag like en or zh-Hant, not " + Problem.shown(tag);
    if (!tag.matches(TAG)) {
      throw Problem.invalidParameter("language", wanted).raised();
    }
    String language = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    // what has no name in English is no language
    if (Locale.of(language).getDisplayLanguage(Locale.ENGLISH).equals(language)) {
      throw Problem.unusableParameter("language", wanted).raised();
    }
    return shortest(language) + tag.substring(language.length());
  }

  /** {@code en} for {@code eng}: BCP 47 has the code of two letters where there is one. */
  private static String shortest(String language) {
    return language.length() == 2
        ? language
        : Arrays.stream(Locale.getISOLanguages())
            .filter(two -> Locale.of(two).getISO3Language().equals(language))
            .findFirst()
            .orElse(language);
  }

  /**
   * Forms hold documents in fields, which the endpoints for programs do not look into.
   *
   * @throws Problem.Raised where the body is one
   */
  public static void refuseForms(HttpRequest request) {
    String type =
        request.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT).strip();
    for (String form : List.of("application/x-www-form-urlencoded", "multipart/form-data")) {
      if (type.startsWith(form)) {
        throw Problem.of(
                415,
                "form_not_taken",
                "A form is not taken here",
                "send the document itself as the body, with its own content type:"
                    + " curl --data-binary @article.txt -H 'content-type: text/plain'")
            .raised();
      }
    }
  }
}
