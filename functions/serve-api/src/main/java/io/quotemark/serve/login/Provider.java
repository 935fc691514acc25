package io.quotemark.serve.login;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider: where it sends people to sign in, and what it gives for a code or a refresh
 * token. What it says of itself is kept for an hour, and for six where it is out of reach.
 */
final class Provider {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final Duration KEPT_WITHOUT_ANSWER = Duration.ofHours(6);
  private static final String CALLBACK = "/login/callback";

  /**
   * What the token endpoint gives.
   *
   * @param idToken null where a renewal brings none
   * @param refreshToken null where there is none, or the old one stays
   */
  record Grant(@Nullable String idToken, @Nullable String refreshToken) {}

  private final LoginConfig config;
  private final @Nullable Supplier<String> clientSecret;
  private final ProviderHttp http;
  private final Clock clock;
  private @Nullable Endpoints endpoints;
  private Instant readAt = Instant.MIN;

  Provider(
      LoginConfig config, @Nullable Supplier<String> clientSecret, ProviderHttp http, Clock clock) {
    this.config = config;
    this.clientSecret = clientSecret;
    this.http = http;
    this.clock = clock;
  }

  /**
   * @throws ProviderUnavailable where it does not say, and has not said lately
   */
  synchronized Endpoints endpoints() {
    Instant now = clock.instant();
    Endpoints known = endpoints;
    if (known != null && now.isBefore(readAt.plus(KEPT))) {
      return known;
    }
    try {
      known = Endpoints.of(Json.read(configuration()), config.issuer());
      endpoints = known;
      readAt = now;
      return known;
    } catch (IOException | IllegalArgumentException e) {
      if (known != null && now.isBefore(readAt.plus(KEPT_WITHOUT_ANSWER))) {
        return known;
      }
      throw new ProviderUnavailable("the provider does not tell its configuration", e);
    }
  }

  private byte[] configuration() throws IOException {
    String address = config.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration";
    return http.get(address).getBody().getBytes(StandardCharsets.UTF_8);
  }

  /** Where to send a browser to sign in. */
  String signIn(Pending pending) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", config.client());
    query.put("redirect_uri", callback());
    query.put("scope", "openid email profile");
    query.put("state", pending.state());
    query.put("nonce", pending.nonce());
    query.put("code_challenge", pending.challenge());
    query.put("code_challenge_method", "S256");
    return with(endpoints().authorization(), query);
  }

  /** Where to send a browser to sign out at the provider too; null where it has no such page. */
  @Nullable String signOut() {
    URI logout = endpoints().logout();
    if (logout == null) {
      return null;
    }
    String back = config.address() + "/signed-out";
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", config.client());
    query.put("post_logout_redirect_uri", back);
    query.put("logout_uri", back); // as Cognito calls it
    return with(logout, query);
  }

  /**
   * @throws Refused where the provider does not take the code
   */
  Grant redeem(String code, String verifier) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", callback());
    form.put("code_verifier", verifier);
    return granted(form);
  }

  /**
   * @throws Refused where the provider does not renew it any more
   */
  Grant renew(String refreshToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return granted(form);
  }

  /**
   * Has a refresh token renew nothing any more, where the provider can do that.
   *
   * @throws ProviderUnavailable where it does not answer
   */
  void revoke(String refreshToken) {
    URI revocation = endpoints().revocation();
    if (revocation != null) {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("token", refreshToken);
      form.put("token_type_hint", "refresh_token");
      sent(revocation, form);
    }
  }

  private ProviderHttp.Response sent(URI address, Map<String, String> form) {
    String authorization = null;
    if (clientSecret == null) {
      form.put("client_id", config.client());
    } else {
      authorization = ProviderHttp.basic(encoded(config.client()), encoded(clientSecret.get()));
    }
    ProviderHttp.Response response;
    try {
      response = http.post(address, encoded(form), authorization);
    } catch (IOException e) {
      throw new ProviderUnavailable("the provider does not answer", e);
    }
    if (response.status() == 429 || response.status() >= 500) {
      throw new ProviderUnavailable("the provider answers with status " + response.status(), null);
    }
    return response;
  }

  private Grant granted(Map<String, String> form) {
    ProviderHttp.Response response = sent(endpoints().token(), form);
    Node answer;
    try {
      answer = Json.read(response.body().getBytes(StandardCharsets.UTF_8));
    } catch (Json.Malformed broken) {
      throw new Refused("the token endpoint's answer is no JSON", broken);
    }
    if (response.status() != 200) {
      throw new Refused("the token endpoint says " + word(answer.at("error").textOr("nothing")));
    }
    return new Grant(answer.at("id_token").textOrNull(), answer.at("refresh_token").textOrNull());
  }

  /** An error's code, as RFC 6749 has them; anything else is not repeated. */
  static String word(String error) {
    return error.matches("[a-z_]{1,60}") ? error : "something else";
  }

  private String callback() {
    return config.address() + CALLBACK;
  }

  private static String with(URI address, Map<String, String> query) {
    return address + (address.getRawQuery() == null ? "?" : "&") + encoded(query);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
