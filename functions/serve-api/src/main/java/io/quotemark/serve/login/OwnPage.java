package io.quotemark.serve.login;

import io.quotemark.runtime.events.HttpRequest;
import java.net.URI;

/**
 * Whether a page of ours sent a request that changes something. Browsers say where it came from, by
 * Sec-Fetch-Site or by Origin, and no page can change what they say; what says neither came from no
 * browser, and brings a bearer token instead of a cookie.
 */
final class OwnPage {
  private OwnPage() {}

  static boolean sent(HttpRequest request, URI address) {
    String site = request.headers().get("sec-fetch-site");
    String origin = request.headers().get("origin");
    return site == null ? address.toString().equalsIgnoreCase(origin) : site.equals("same-origin");
  }
}
