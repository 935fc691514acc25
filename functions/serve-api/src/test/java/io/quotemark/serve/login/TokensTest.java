package io.quotemark.serve.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.quotemark.runtime.events.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens that programs bring, good and bad; those of a login are verified by the same means. */
class TokensTest {
  /** Keys that the provider publishes, where a test wants others than it has by itself. */
  private final List<RSAKey> published = new ArrayList<>();

  private final AtomicInteger fetched = new AtomicInteger();
  private final Desk desk = new Desk(new Keys());

  private final class Keys implements Route {
    @Override
    public boolean match(OAuth2HttpRequest request) {
      boolean keys = request.getUrl().encodedPath().endsWith("/jwks");
      if (keys) {
        fetched.incrementAndGet();
      }
      return keys && !published.isEmpty();
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
      String keys = new JWKSet(List.copyOf(published)).toString(true);
      return new OAuth2HttpResponse(
          Headers.of("content-type", "application/json"), 200, keys, null);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private HttpResponse asked(String token) {
    return desk.answer(
        desk.request(
            "GET", "/v1/articles", Map.of("authorization", "Bearer " + token), new byte[0]));
  }

  private static String body(HttpResponse answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(desk.issuer())
        .subject("feed")
        .audience("feeds")
        .issueTime(Date.from(desk.clock.instant().minusSeconds(90)))
        .expirationTime(Date.from(desk.clock.instant().plusSeconds(600)))
        .claim("cognito:groups", List.of("reader"));
  }

  private static String signed(
      JWSAlgorithm algorithm, String key, JWSSigner by, JWTClaimsSet claims) throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
    token.sign(by);
    return token.serialize();
  }

  private String ofProvider(JWTClaimsSet claims) {
    return desk.provider
        .getConfig()
        .getTokenProvider()
        .jwt(claims.getClaims(), Duration.ofMinutes(10), "desk")
        .serialize();
  }

  @Test
  void token_ofTheProvider_isTaken_withItsRole() {
    String reader =
        desk.provider
            .issueToken("desk", "feed", "feeds", Map.of("cognito:groups", List.of("reader")))
            .serialize();
    assertThat(asked(reader).status()).isEqualTo(200);
    HttpResponse refused =
        desk.answer(
            desk.request(
                "POST",
                "/v1/articles",
                Map.of("authorization", "bearer " + reader, "content-type", "text/plain"),
                "Tea rose.".getBytes(StandardCharsets.UTF_8)));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(body(refused)).contains("role_needed");

    String editor =
        desk.provider
            .issueToken("desk", "feed", "feeds", Map.of("cognito:groups", List.of("editor")))
            .serialize();
    assertThat(
            desk.answer(
                    desk.request(
                        "POST",
                        "/v1/articles",
                        Map.of("authorization", "Bearer " + editor, "content-type", "text/plain"),
                        "Tea rose.".getBytes(StandardCharsets.UTF_8)))
                .status())
        .as("without a cookie no page could have sent it")
        .isEqualTo(202);
  }

  @Test
  void token_withoutAnAudience_isTakenOfOurClient_asCognitosAccessTokensAre() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    published.add(key);
    RSASSASigner by = new RSASSASigner(key);
    JWTClaimsSet ours = claims().audience((String) null).claim("client_id", "quotemark").build();
    JWTClaimsSet others = claims().audience((String) null).claim("client_id", "other").build();

    assertThat(asked(signed(JWSAlgorithm.RS256, "k1", by, ours)).status()).isEqualTo(200);
    assertThat(asked(signed(JWSAlgorithm.RS256, "k1", by, others)).status()).isEqualTo(401);
  }

  @Test
  void token_forgedOrOfAnother_isRefused_andTheLogDoesNotRepeatIt() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
    published.add(key);
    RSASSASigner by = new RSASSASigner(key);
    Date past = Date.from(desk.clock.instant().minusSeconds(70));
    Date soon = Date.from(desk.clock.instant().plusSeconds(70));
    byte[] publicKey = key.toRSAPublicKey().getEncoded();
    Map<String, String> wrong =
        Map.of(
            "another key",
            signed(JWSAlgorithm.RS256, "k1", new RSASSASigner(stranger), claims().build()),
            "no signature",
            new PlainJWT(claims().build()).serialize(),
            "an HMAC by the public key",
            signed(JWSAlgorithm.HS256, "k1", new MACSigner(publicKey), claims().build()),
            "expired",
            signed(JWSAlgorithm.RS256, "k1", by, claims().expirationTime(past).build()),
            "without an end",
            signed(JWSAlgorithm.RS256, "k1", by, claims().expirationTime(null).build()),
            "not yet valid",
            signed(JWSAlgorithm.RS256, "k1", by, claims().notBeforeTime(soon).build()),
            "another audience",
            signed(JWSAlgorithm.RS256, "k1", by, claims().audience("others").build()),
            "another issuer",
            signed(JWSAlgorithm.RS256, "k1", by, claims().issuer("https://evil.example").build()),
            "no token",
            "nonsense",
            "endless",
            "e".repeat(20_000));

    assertThat(asked(signed(JWSAlgorithm.RS256, "k1", by, claims().build())).status())
        .isEqualTo(200);
    wrong.forEach((how, token) -> {
      HttpResponse answer = asked(token);
      assertThat(answer.status()).as(how).isEqualTo(401);
      assertThat(body(answer)).as(how).contains("\"bad_token\"");
      assertThat(answer.headers()).containsKey("www-authenticate");
    });
    assertThat(desk.logged()).contains("wrong signature").doesNotContain("eyJ", "feed");
  }

  @Test
  void token_expiredWithinTheSkew_isTaken() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    published.add(key);
    Date justOver = Date.from(desk.clock.instant().minusSeconds(30));

    assertThat(
            asked(
                    signed(
                        JWSAlgorithm.RS256,
                        "k1",
                        new RSASSASigner(key),
                        claims().expirationTime(justOver).build()))
                .status())
        .isEqualTo(200);
  }

  @Test
  void keys_areFetchedOnce_andAgainForOneThatIsUnknown() throws Exception {
    RSAKey before = new RSAKeyGenerator(2048).keyID("k1").generate();
    RSAKey after = new RSAKeyGenerator(2048).keyID("k2").generate();
    published.add(before);
    String old = signed(JWSAlgorithm.RS256, "k1", new RSASSASigner(before), claims().build());
    for (int i = 0; i < 5; i++) {
      assertThat(asked(old).status()).isEqualTo(200);
    }
    assertThat(fetched).hasValue(1);
    published.clear();
    published.add(after);

    assertThat(
            asked(signed(JWSAlgorithm.RS256, "k2", new RSASSASigner(after), claims().build()))
                .status())
        .isEqualTo(200);
    assertThat(fetched).hasValue(2);
    assertThat(asked(old).status()).as("its key is withdrawn").isEqualTo(401);
  }

  @Test
  void provider_outOfReach_isNotTakenForABadToken() {
    String good =
        desk.provider
            .issueToken("desk", "feed", "feeds", Map.of("cognito:groups", List.of("reader")))
            .serialize();
    desk.provider.shutdown();

    HttpResponse answer = asked(good);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(body(answer)).contains("\"login_unavailable\"");
    assertThat(answer.headers()).containsKey("retry-after");
  }

  @Test
  void idToken_givenToAnotherPartyOfTheSameAudience_isRefused() {
    JWTClaimsSet claims =
        claims().audience(List.of("quotemark", "other")).claim("azp", "other").build();
    Tokens tokens = desk.tokens();

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> tokens.signedIn(ofProvider(claims), null)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("another application");
  }

  @Test
  void roles_areReadOfAClaim_whateverItsForm() {
    for (Object form : List.of(List.of("x", "editor"), "reader editor", "reader,editor")) {
      Person person =
          desk.tokens()
              .signedIn(
                  ofProvider(claims().audience("quotemark").claim("cognito:groups", form).build()),
                  null);
      assertThat(person.access()).as(form.toString()).hasToString("EDITOR");
    }
    Tokens nested = desk.tokens("realm_access.roles");
    JWTClaimsSet claims =
        claims()
            .audience("quotemark")
            .claim("realm_access", Map.of("roles", List.of("reader")))
            .build();
    assertThat(nested.signedIn(ofProvider(claims), null).access()).hasToString("READER");
    assertThat(nested.signedIn(ofProvider(claims().audience("quotemark").build()), null).access())
        .as("the usual claim is not asked then")
        .hasToString("ANYONE");
  }
}
