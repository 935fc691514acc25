package io.quotemark.serve.http;

import io.quotemark.domain.article.SourceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameter {@code source_kind}: who wrote a document, as its sender says. */
public final class SourceKinds {
  public static final String NAME = "source_kind";

  private static final List<String> NAMES =
      Arrays.stream(SourceKind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList();

  private SourceKinds() {}

  /**
   * @return null where the request does not say
   * @throws Problem.Raised that names the kinds, where there is none of that name
   */
  public static @Nullable SourceKind of(Parameters query) {
    String name = query.oneOf(NAME, NAMES);
    return name == null ? null : SourceKind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** The same for a field of a form. */
  public static @Nullable SourceKind of(String value) {
    return of(Parameters.of(Map.of(NAME, value), Set.of(NAME), true));
  }
}
