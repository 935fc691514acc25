package io.quotemark.runtime.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which texts are addresses that may be asked for: http or https, the name of a public host, the
 * scheme's own port, no user. Where the name leads is seen when it is asked.
 */
public final class WebAddress {
  private static final int LONGEST = 2_000;
  private static final int LONGEST_HOST = 253;

  /** A host is a name, never an address of IP, however that is written. */
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

  /** As browsers and C libraries read numbers: such a last label makes the host an address. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  /** Names that no public host has. */
  private static final List<String> INNER =
      List.of(".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".onion");

  private WebAddress() {}

  /** What became of a text. */
  public sealed interface Checked {
    /** An address that may be asked for, without a port or a fragment. */
    record Good(URI address) implements Checked {}

    /**
     * @param reason a sentence's end: "its scheme is ftp, not http or https"
     */
    record Bad(String reason) implements Checked {}
  }

  /** Checks a text that stands by itself. */
  public static Checked check(String text) {
    return check(null, text);
  }

  /**
   * Checks a text that may be relative.
   *
   * @param base what it is relative to, null for nothing
   */
  public static Checked check(@Nullable URI base, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return new Checked.Bad("it has %,d characters".formatted(stripped.length()));
    }
    try {
      URI given = new URI(stripped.replace(" ", "%20"));
      URI whole = base == null ? given : base.resolve(given);
      String problem = problem(whole);
      return problem != null ? new Checked.Bad(problem) : new Checked.Good(plain(whole));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return new Checked.Bad("it is not written as an address is");
    }
  }

  private static @Nullable String problem(URI address) {
    String scheme = lower(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "its scheme is %s, not http or https".formatted(scheme.isEmpty() ? "missing" : scheme);
    }
    if (address.getRawUserInfo() != null) {
      return "it holds a user's name";
    }
    String host = lower(address.getHost());
    if (!isHost(host)) {
      return "its host is not the name of a public host";
    }
    if (address.getPort() != -1 && address.getPort() != (scheme.equals("https") ? 443 : 80)) {
      return "it names port " + address.getPort();
    }
    return null;
  }

  /** Whether a text in lower case is the name of a host on the internet. */
  public static boolean isHost(String name) {
    return name.length() <= LONGEST_HOST
        && HOST.matcher(name).matches()
        && !NUMBER.matcher(name.substring(name.lastIndexOf('.') + 1)).matches()
        && INNER.stream().noneMatch(name::endsWith);
  }

  private static URI plain(URI address) throws URISyntaxException {
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    String text =
        lower(address.getScheme())
            + "://"
            + lower(address.getHost())
            + path
            + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    return new URI(new URI(text).toASCIIString());
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
