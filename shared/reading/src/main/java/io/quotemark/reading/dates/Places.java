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
   * The language's tag with the country of the page: that of its publisher where the host is known,
   * else the tag's own, else that of the host's last part; the tag as it is where nothing tells.
   *
   * @param tag BCP 47, {@code en}
   * @param address of the page
   */
  public static @Nullable String of(@Nullable String tag, @Nullable String address) {
    if (tag == null || tag.strip().length() < 2 || address == null) {
      return tag;
    }
    String host = host(address);
    String language = tag.strip();
    String publisher = publisher(host);
    if (publisher != null) {
      return language.substring(0, 2) + "-" + publisher;
    }
    String country = COUNTRIES.get(host.substring(host.lastIndexOf('.') + 1));
    return language.length() > 2 || country == null ? tag : language + "-" + country;
  }

  /** The country of a host or of one that it is part of; null of one that is not known. */
  private static @Nullable String publisher(String host) {
    for (String at = host; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
      String country = COUNTRIES.get(at);
      if (country != null) {
        return country;
      }
    }
    return null;
  }

  private static String host(String address) {
    try {
      String host = new URI(address.strip()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      // an address that is none names no host
      return "";
    }
  }
}
