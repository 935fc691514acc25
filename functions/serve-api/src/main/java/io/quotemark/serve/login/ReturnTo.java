package io.quotemark.serve.login;

import io.quotemark.runtime.events.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a person goes after the login: a page of ours, and of nobody else's. */
final class ReturnTo {
  private static final int LONGEST = 1_500;

  /** One stroke and no second, nor what a browser takes for one; visible ASCII. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[!-~&&[^\\\\]]*");

  private ReturnTo() {}

  /** What was asked for where it is a path here, else the first page. */
  static String checked(@Nullable String asked) {
    if (asked == null) {
      return "/";
    }
    boolean usable =
        asked.length() <= LONGEST
            && OWN_PATH.matcher(asked).matches()
            && !asked.startsWith("/login")
            && !asked.startsWith("/logout")
            && !asked.startsWith("/signed-out");
    return usable ? asked : "/";
  }

  /** The page that a request asks for. */
  static String of(HttpRequest request) {
    try {
      String path = new URI(null, null, request.path(), null).toASCIIString();
      return checked(request.query().isEmpty() ? path : path + "?" + query(request.query()));
    } catch (URISyntaxException noPath) {
      return "/";
    }
  }

  /** Where to sign in, and come back to this page. */
  static String signIn(HttpRequest request) {
    return signIn(of(request));
  }

  /** Where to sign in, and go on to this page. */
  static String signIn(String to) {
    return "/login?to=" + encoded(to);
  }

  private static String query(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
