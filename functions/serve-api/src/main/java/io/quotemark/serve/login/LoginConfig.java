package io.quotemark.serve.login;

import io.quotemark.runtime.ConfigReader;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the login is told by variables.
 *
 * @param issuer of the tokens, exactly as they name it
 * @param client id of this application at the provider
 * @param audiences that a program's token may be made for, the client among them
 * @param clientSecret name of the SecureString parameter that holds the client's secret, null for a
 *     client without one
 * @param sessionKey ARN of the secret that cookies are sealed with
 * @param rolesClaim claim of the ID token that names a person's roles
 * @param reader value of that claim for who may read
 * @param editor value of that claim for who may do everything
 * @param address where people reach this, scheme and host without a path
 * @param publicPages whether everybody may read the pages, without texts
 * @param secrets address of a local stand-in for the services that keep secrets, null on Lambda
 */
public record LoginConfig(
    String issuer,
    String client,
    Set<String> audiences,
    @Nullable String clientSecret,
    String sessionKey,
    String rolesClaim,
    String reader,
    String editor,
    URI address,
    boolean publicPages,
    @Nullable URI secrets) {
  public LoginConfig {
    audiences = Set.copyOf(audiences);
  }

  /** Reports to the reader what is missing or wrong. */
  public static LoginConfig from(ConfigReader in) {
    in.required("LOGIN_ISSUER");
    String client = in.required("LOGIN_CLIENT");
    Set<String> audiences = new LinkedHashSet<>();
    audiences.add(client);
    String more = in.optional("LOGIN_AUDIENCES");
    if (more != null) {
      audiences.addAll(List.of(more.split(",", 20)));
    }
    in.required("LOGIN_ADDRESS");
    return new LoginConfig(
        in.parsed("LOGIN_ISSUER", "https://unset.invalid", LoginConfig::issuer),
        client,
        audiences,
        in.optional("LOGIN_CLIENT_SECRET_PARAMETER"),
        in.required("LOGIN_SESSION_KEY_SECRET_ARN"),
        in.required("LOGIN_ROLES_CLAIM"),
        in.required("LOGIN_READER"),
        in.required("LOGIN_EDITOR"),
        in.parsed("LOGIN_ADDRESS", "https://unset.invalid", LoginConfig::origin),
        in.oneOf("PUBLIC_PAGES", "off", List.of("on", "off")).equals("on"),
        in.address("AWS_ENDPOINT_URL_SECRETS"));
  }

  private static String issuer(String text) {
    Endpoints.checked(text);
    return text;
  }

  private static URI origin(String text) {
    URI address = Endpoints.checked(text);
    boolean bare =
        address.getRawPath().isEmpty()
            && address.getRawQuery() == null
            && address.getRawFragment() == null
            && address.getRawUserInfo() == null;
    if (!bare) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is more than a scheme and a host: https://quotemark.example.com");
    }
    return address;
  }

  /** Whether cookies travel encrypted; only a local address is reached otherwise. */
  boolean isSecure() {
    return "https".equals(address.getScheme());
  }
}
