package io.quotemark.serve.login;

import io.quotemark.runtime.json.Node;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider does what, as its configuration tells
 * (https://openid.net/specs/openid-connect-discovery-1_0.html).
 *
 * @param logout null where the provider has no page for it
 * @param revocation of refresh tokens (RFC 7009), null where the provider has none
 */
record Endpoints(
    URI authorization, URI token, URI keys, @Nullable URI logout, @Nullable URI revocation) {
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * @throws IllegalArgumentException where it is another issuer's, or an address is missing or none
   */
  static Endpoints of(Node configuration, String issuer) {
    String named = configuration.at("issuer").textOr("");
    if (!named.equals(issuer)) {
      throw new IllegalArgumentException("the configuration is of another issuer");
    }
    return new Endpoints(
        checked(configuration.at("authorization_endpoint").textOr("")),
        checked(configuration.at("token_endpoint").textOr("")),
        checked(configuration.at("jwks_uri").textOr("")),
        optional(configuration, "end_session_endpoint"),
        optional(configuration, "revocation_endpoint"));
  }

  private static @Nullable URI optional(Node configuration, String name) {
    String address = configuration.at(name).textOrNull();
    return address == null ? null : checked(address);
  }

  /**
   * An address that is called under TLS, or on this machine.
   *
   * @throws IllegalArgumentException where it is neither
   */
  static URI checked(String text) {
    URI address = URI.create(text);
    String host = address.getHost();
    boolean usable =
        host != null
            && ("https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && THIS_MACHINE.contains(host)));
    if (!usable) {
      throw new IllegalArgumentException("\"" + text + "\" is no https address");
    }
    return address;
  }
}
