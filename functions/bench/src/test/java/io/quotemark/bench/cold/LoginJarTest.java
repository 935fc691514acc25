package io.quotemark.bench.cold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The login as it is deployed: what the jar leaves out, it does not need. */
@Tag("proof")
class LoginJarTest {
  private static final Function SERVE_API =
      Function.ALL.stream().filter(f -> f.name().equals("serve-api")).findFirst().orElseThrow();

  private final KeyPair keys = keys();
  private final HttpServer provider;
  private String idToken = "";

  LoginJarTest() throws IOException {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void start() {
    assumeTrue(
        Files.exists(SERVE_API.jar()),
        () -> SERVE_API.jar() + " is not packaged yet; mvn verify does it");
    provider.createContext("/", this::answer);
    provider.start();
  }

  @AfterEach
  void stop() {
    provider.stop(0);
  }

  @Test
  void jar_signsAPersonIn_andTakesAProgramsToken() throws IOException {
    try (AwsAnswers aws = new AwsAnswers()) {
      aws.begin(new byte[0]);
      Node begun = asked(aws, "/login", Map.of(), "", true);
      assertThat(begun.at("statusCode").integer()).isEqualTo(303);
      String cookie = begun.at("cookies").texts().getFirst().replaceFirst(";.*", "");
      Map<String, String> sent = query(begun.at("headers").at("location").text());
      idToken = token("quotemark", ",\"nonce\":\"" + sent.get("nonce") + "\"");

      Node back =
          asked(
              aws,
              "/login/callback",
              Map.of("code", "c", "state", String.valueOf(sent.get("state"))),
              "\"cookies\":[\"" + cookie + "\"],",
              false);
      assertThat(back.at("statusCode").integer()).isEqualTo(303);
      assertThat(back.at("headers").at("location").text()).isEqualTo("/");
      assertThat(back.at("cookies").texts())
          .anyMatch(one -> one.startsWith("__Host-quotemark-session=ey"));

      Node program =
          asked(
              aws,
              "/v1/openapi.json",
              Map.of(),
              "\"headers\":{\"authorization\":\"Bearer " + token("quotemark", "") + "\"},",
              false);
      assertThat(program.at("statusCode").integer()).isEqualTo(200);
    }
  }

  private Node asked(
      AwsAnswers aws, String path, Map<String, String> query, String more, boolean primed) {
    Map<String, String> variables = new HashMap<>(Function.variables(aws.address().toString()));
    variables.putAll(
        Map.of(
            "AUTH_MODE", "Login",
            "LOGIN_ISSUER", issuer(),
            "LOGIN_CLIENT", "quotemark",
            "LOGIN_SESSION_KEY_SECRET_ARN", "arn:key",
            "LOGIN_ROLES_CLAIM", "roles",
            "LOGIN_READER", "reader",
            "LOGIN_EDITOR", "editor",
            "LOGIN_ADDRESS", "https://quotemark.example",
            "AWS_ENDPOINT_URL_SECRETS", issuer()));
    StringBuilder parameters = new StringBuilder();
    query.forEach((name, value) ->
        parameters
            .append(parameters.isEmpty() ? "" : ",")
            .append("\"%s\":\"%s\"".formatted(name, value)));
    String event =
        "{\"version\":\"2.0\",\"rawPath\":\"%s\",%s\"queryStringParameters\":{%s},"
                .formatted(path, more, parameters)
            + "\"requestContext\":{\"requestId\":\"r\",\"http\":{\"method\":\"GET\",\"path\":\"%s\"}}}"
                .formatted(path);
    return Json.read(
        Child.answer(
                List.of(SERVE_API.jar()),
                SERVE_API.handler(),
                variables,
                event.getBytes(UTF_8),
                primed)
            .body()
            .getBytes(UTF_8));
  }

  private String issuer() {
    return "http://127.0.0.1:" + provider.getAddress().getPort();
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : address.substring(address.indexOf('?') + 1).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return query;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String body =
          switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" ->
                "{\"issuer\":\"%1$s\",\"authorization_endpoint\":\"%1$s/a\",\"token_endpoint\":\"%1$s/t\",\"jwks_uri\":\"%1$s/k\"}"
                    .formatted(issuer());
            case "/k" -> published();
            case "/t" -> "{\"id_token\":\"" + idToken + "\",\"refresh_token\":\"r\"}";
            default -> "{\"SecretString\":\"a secret of at least thirty-two characters\"}";
          };
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String published() {
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return base64(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private String token(String audience, String more) {
    long now = Instant.now().getEpochSecond();
    String head = base64("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(UTF_8));
    String claims =
        base64(
            "{\"iss\":\"%s\",\"sub\":\"ada\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"roles\":[\"reader\"]%s}"
                .formatted(issuer(), audience, now, now + 600, more)
                .getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update((head + "." + claims).getBytes(UTF_8));
      return head + "." + claims + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
