package io.quotemark.runtime.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The hosts whose pages callers may have fetched.
 *
 * @param names of hosts in lower case; one that begins with {@code *.} stands for every host below
 */
public record FetchHosts(List<String> names) {
  /** Nothing is fetched for anybody. */
  public static final FetchHosts NONE = new FetchHosts(List.of());

  private static final String BELOW = "*.";

  public FetchHosts {
    names = List.copyOf(names);
  }

  /**
   * Reads names with commas between them.
   *
   * @throws IllegalArgumentException that says which is none
   */
  public static FetchHosts parse(@Nullable String text) {
    List<String> names = new ArrayList<>();
    for (String part : text == null ? new String[0] : text.split(",", -1)) {
      String name = part.strip().toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        continue;
      }
      if (!WebAddress.isHost(name.startsWith(BELOW) ? name.substring(BELOW.length()) : name)) {
        throw new IllegalArgumentException(
            "\"%s\" is not the name of a public host; write news.example.com or *.example.com"
                .formatted(part.strip()));
      }
      names.add(name);
    }
    return new FetchHosts(names);
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether an address lies on one of these hosts. */
  public boolean hold(URI address) {
    String host = String.valueOf(address.getHost());
    return names.stream()
        .anyMatch(
            name -> name.startsWith(BELOW) ? host.endsWith(name.substring(1)) : host.equals(name));
  }
}
