package io.quotemark.serve.http;

import io.quotemark.runtime.events.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form of ours, as a browser sends them (application/x-www-form-urlencoded). */
public final class FormFields {
  private static final int MOST_FIELDS = 20;

  private final Map<String, String> fields;

  private FormFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /**
   * @throws Problem.Raised where the body is not encoded like a form
   */
  public static FormFields of(HttpRequest request) {
    Map<String, String> fields = new HashMap<>();
    String body = new String(request.body(), StandardCharsets.UTF_8);
    for (String field : body.split("&", MOST_FIELDS)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(
            decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return new FormFields(fields);
  }

  /** The field without space around it; null where it is missing or blank. */
  public @Nullable String text(String name) {
    String value = fields.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Lines as a browser sends them, as they were written; empty where the field is missing. */
  public String lines(String name) {
    return fields.getOrDefault(name, "").replace("\r\n", "\n");
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              400,
              "malformed_form",
              "The form could not be read",
              "not form-url-encoded: " + e.getMessage())
          .raised();
    }
  }
}
