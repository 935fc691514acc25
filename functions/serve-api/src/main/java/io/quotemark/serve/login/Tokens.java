package io.quotemark.serve.login;

import io.quotemark.serve.http.Access;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens of the one issuer: signature by an asymmetric key of its own, times, audience,
 * and of an ID token the nonce. The provider's keys are kept as long as it says, or an hour; a
 * token under a key that is not among them has them fetched again, at most twice a minute.
 */
final class Tokens {
  private static final String[] ALGORITHMS = {
    AlgorithmIdentifiers.RSA_USING_SHA256,
    AlgorithmIdentifiers.RSA_USING_SHA384,
    AlgorithmIdentifiers.RSA_USING_SHA512,
    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
    AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
  };
  private static final int SKEW_SECONDS = 60;
  private static final int LONGEST_TOKEN = 16_000;
  private static final int LONGEST_NAME = 100;
  private static final long RETAINED_SECONDS = 6 * 3_600;

  /** Claims that name a person, the best first. */
  private static final List<String> NAMES =
      List.of("email", "preferred_username", "name", "cognito:username", "username");

  private final LoginConfig config;
  private final Provider provider;
  private final ProviderHttp http;
  private final Clock clock;
  private final long reprieveMillis;
  private @Nullable URI keysAt;
  private @Nullable HttpsJwksVerificationKeyResolver keys;

  /**
   * @param reprieveMillis that must have passed since the keys were fetched before an unknown one
   *     has them fetched again
   */
  Tokens(
      LoginConfig config, Provider provider, ProviderHttp http, Clock clock, long reprieveMillis) {
    this.config = config;
    this.provider = provider;
    this.http = http;
    this.clock = clock;
    this.reprieveMillis = reprieveMillis;
  }

  /**
   * Whom an ID token for this client is about.
   *
   * @param nonce of the login that it is for, null at a renewal
   * @throws Refused where it is not good
   * @throws ProviderUnavailable where the keys cannot be fetched
   */
  Person signedIn(String token, @Nullable String nonce) {
    JwtClaims claims =
        claims(
            token,
            consumer()
                .setExpectedAudience(config.client())
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, Integer.MAX_VALUE));
    if (nonce != null && !nonce.equals(claims.getClaimValue("nonce"))) {
      throw new Refused("the ID token is of another login: its nonce differs");
    }
    Object party = claims.getClaimValue("azp");
    if (party != null && !party.equals(config.client())) {
      throw new Refused("the ID token was given to another application");
    }
    Object use = claims.getClaimValue("token_use"); // of Cognito, whose access tokens are alike
    if (use != null && !use.equals("id")) {
      throw new Refused("the token is no ID token");
    }
    return person(claims);
  }

  /**
   * Whom a program's token is about: made for one of the audiences, or, as Cognito's access tokens
   * have none, given to one of them as a client.
   *
   * @throws Refused where it is not good
   * @throws ProviderUnavailable where the keys cannot be fetched
   */
  Person bearer(String token) {
    JwtClaims claims = claims(token, consumer().setSkipDefaultAudienceValidation());
    try {
      List<String> audiences =
          claims.hasAudience()
              ? claims.getAudience()
              : List.of(String.valueOf(claims.getClaimValue("client_id")));
      if (audiences.stream().noneMatch(config.audiences()::contains)) {
        throw new Refused("the token is for another audience");
      }
    } catch (MalformedClaimException e) {
      throw new Refused("the token's audience is none");
    }
    return person(claims);
  }

  private JwtConsumerBuilder consumer() {
    return new JwtConsumerBuilder()
        .setVerificationKeyResolver(keys())
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
        .setExpectedIssuer(config.issuer())
        .setRequireSubject()
        .setRequireExpirationTime()
        .setAllowedClockSkewInSeconds(SKEW_SECONDS)
        .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()));
  }

  private synchronized HttpsJwksVerificationKeyResolver keys() {
    URI address = provider.endpoints().keys();
    HttpsJwksVerificationKeyResolver known = keys;
    if (known == null || !address.equals(keysAt)) {
      HttpsJwks jwks = new HttpsJwks(address.toString());
      jwks.setSimpleHttpGet(http);
      jwks.setRefreshReprieveThreshold(reprieveMillis);
      jwks.setRetainCacheOnErrorDuration(RETAINED_SECONDS);
      known = new HttpsJwksVerificationKeyResolver(jwks);
      keys = known;
      keysAt = address;
    }
    return known;
  }

  private static JwtClaims claims(String token, JwtConsumerBuilder builder) {
    if (token.length() > LONGEST_TOKEN) {
      throw new Refused("the token is too long");
    }
    JwtConsumer consumer = builder.build();
    try {
      return consumer.processToClaims(token);
    } catch (InvalidJwtException e) {
      for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException unreachable) {
          throw new ProviderUnavailable("the provider's keys cannot be fetched", unreachable);
        }
      }
      // without the cause, whose message has the claims
      throw new Refused("the token is not good: " + reasons(e));
    }
  }

  private static String reasons(InvalidJwtException e) {
    List<String> reasons = new ArrayList<>();
    for (ErrorCodeValidator.Error error : e.getErrorDetails()) {
      reasons.add(
          switch (error.getErrorCode()) {
            case ErrorCodes.EXPIRED -> "expired";
            case ErrorCodes.NOT_YET_VALID -> "not yet valid";
            case ErrorCodes.AUDIENCE_INVALID, ErrorCodes.AUDIENCE_MISSING -> "another audience";
            case ErrorCodes.ISSUER_INVALID, ErrorCodes.ISSUER_MISSING -> "another issuer";
            case ErrorCodes.SIGNATURE_INVALID -> "wrong signature";
            default -> "error " + error.getErrorCode();
          });
    }
    return String.join(", ", reasons);
  }

  private Person person(JwtClaims claims) {
    Object subject = claims.getClaimValue("sub");
    String name = String.valueOf(subject);
    for (String claim : NAMES) {
      if (claims.getClaimValue(claim) instanceof String found && !found.isBlank()) {
        name = found.strip();
        break;
      }
    }
    return new Person(
        String.valueOf(subject),
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
        access(claims.getClaimsMap()));
  }

  private Access access(Map<String, Object> claims) {
    Set<String> roles = new HashSet<>();
    Object named = named(claims);
    if (named instanceof List<?> many) {
      many.forEach(one -> roles.add(String.valueOf(one)));
    } else if (named instanceof String text) {
      roles.addAll(List.of(text.split("[\\s,]+", 200)));
    }
    if (roles.contains(config.editor())) {
      return Access.EDITOR;
    }
    if (roles.contains(config.reader())) {
      return Access.READER;
    }
    return config.publicPages() ? Access.VISITOR : Access.ANYONE;
  }

  /** The claim of this name, or where its name has dots the one inside others. */
  private @Nullable Object named(Map<String, Object> claims) {
    if (claims.containsKey(config.rolesClaim())) {
      return claims.get(config.rolesClaim());
    }
    Object at = claims;
    for (String step : config.rolesClaim().split("\\.", 10)) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at;
  }
}
