package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import io.quotemark.runtime.events.HttpResponse;
import io.quotemark.sentences.Sentences;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language in which verdicts are said while one request is answered: by its parameter {@value
 * #NAME}, else by its Accept-Language, else the first there is.
 */
public final class Spoken {
  /** Of every page, and of the routes for programs whose answers have sentences. */
  static final String NAME = "lang";

  private static final int MOST_RANGES = 20;
  private static final ScopedValue<Sentences> SENTENCES = ScopedValue.newInstance();

  private Spoken() {}

  /** In the language of whoever asked; outside of a request in the first language. */
  public static Sentences sentences() {
    return SENTENCES.isBound() ? SENTENCES.get() : Sentences.first();
  }

  /** Answers a request in its language, of which the answer tells. */
  static HttpResponse answer(
      HttpRequest request, ScopedValue.CallableOp<HttpResponse, RuntimeException> route) {
    Sentences sentences = Sentences.of(language(request));
    HttpResponse answer = ScopedValue.where(SENTENCES, sentences).call(route);
    if (!answer.isText()) {
      return answer;
    }
    String vary = answer.headers().get("vary");
    return answer
        .with("content-language", sentences.language())
        .with("vary", vary == null ? "accept-language" : vary + ", accept-language");
  }

  /** The query without the language, which no page needs to know. */
  static Map<String, String> withoutLanguage(Map<String, String> query) {
    if (!query.containsKey(NAME)) {
      return query;
    }
    Map<String, String> rest = new HashMap<>(query);
    rest.remove(NAME);
    return rest;
  }

  private static String language(HttpRequest request) {
    Set<String> known = Sentences.languages().keySet();
    String stated = request.query().get(NAME);
    if (stated != null && !stated.isBlank()) {
      String chosen = known(stated, known);
      if (chosen == null) {
        throw Problem.invalidParameter(
                NAME,
                "must be one of " + String.join(", ", known) + ", not " + Problem.shown(stated))
            .raised();
      }
      return chosen;
    }
    String accepted = accepted(request.headers().getOrDefault("accept-language", ""), known);
    return accepted == null ? known.iterator().next() : accepted;
  }

  /** The best of the ranges of RFC 9110, 12.5.4; of equal weight the first. */
  private static @Nullable String accepted(String header, Set<String> known) {
    String best = null;
    double most = 0;
    for (String range : header.split(",", MOST_RANGES)) {
      int semicolon = range.indexOf(';');
      String tag = semicolon < 0 ? range : range.substring(0, semicolon);
      double weight = semicolon < 0 ? 1 : weight(range.substring(semicolon + 1));
      String language = known(tag, known);
      if (language != null && weight > most) {
        best = language;
        most = weight;
      }
    }
    return best;
  }

  private static @Nullable String known(String tag, Set<String> known) {
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    int dash = lower.indexOf('-');
    String primary = dash < 0 ? lower : lower.substring(0, dash);
    return known.contains(primary) ? primary : null;
  }

  /** Of {@code q=0.8}; nothing where it is none. */
  private static double weight(String parameter) {
    String text = parameter.strip();
    return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
        ? Double.parseDouble(text.substring(2))
        : 0;
  }
}
