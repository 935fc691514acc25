package io.quotemark.reading.dates;

import io.quotemark.reading.DataLines;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a page is printed, as far as its language tag and its host tell. */
public final class Places {
  private static final Map<String, String> COUNTRIES = new HashMap<>();

  static {
    for (List<String> row : DataLines.of(Places.class, "countries.tsv")) {
      COUNTRIES.put(row.get(0), row.get(1));
    }
  }

  private Places() {}

  /**
   * The language's tag with the host's country, where it has none of its own; the tag as it is
   * where the host tells nothing.
   *
   * @param tag BCP 47, {@code en}
   * @param address of the page
   */
  public static @Nullable String of(@Nullable String tag, @Nullable String address) {
    if (tag == null || tag.strip().length() != 2 || address == null) {
      return tag;
    }
    String country = COUNTRIES.get(ending(address));
    return country == null ? tag : tag.strip() + "-" + country;
  }

  private static String ending(String address) {
    try {
      String host = new URI(address.strip()).getHost();
      return host == null ? "" : host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      // an address that is none names no host
      return "";
    }
  }
}
