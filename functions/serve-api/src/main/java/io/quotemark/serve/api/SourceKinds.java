package io.quotemark.serve.api;

import io.quotemark.domain.article.SourceKind;
import io.quotemark.serve.http.Parameters;
import io.quotemark.serve.http.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameter {@code source_kind}: who wrote a document, as its sender says. */
final class SourceKinds {
  static final String NAME = "source_kind";

  private static final List<String> NAMES =
      Arrays.stream(SourceKind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList();

  private SourceKinds() {}

  /**
   * @return null where the request does not say
   * @throws Problem.Raised that names the kinds, where there is none of that name
   */
  static @Nullable SourceKind of(Parameters query) {
    String name = query.oneOf(NAME, NAMES);
    return name == null ? null : SourceKind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The same for a field of a form. */
  static @Nullable SourceKind of(String value) {
    return of(Parameters.of(Map.of(NAME, value), Set.of(NAME)));
  }
}
