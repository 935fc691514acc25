package io.quotemark.serve.login;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * A login that is under way, as the browser that began it keeps it.
 *
 * @param state that the provider hands back
 * @param nonce that the ID token has to have
 * @param verifier whose digest the provider was told (PKCE, RFC 7636)
 * @param to where to go then, a path of ours
 * @param begun when
 */
record Pending(String state, String nonce, String verifier, String to, Instant begun) {
  static final Duration LONGEST = Duration.ofMinutes(10);
  private static final SecureRandom RANDOM = new SecureRandom();

  static Pending begun(String to, Instant now) {
    return new Pending(random(), random(), random(), to, now);
  }

  /** What {@link #write} has written. */
  static Pending of(Node sealed) {
    return new Pending(
        sealed.at("state").text(),
        sealed.at("nonce").text(),
        sealed.at("verifier").text(),
        sealed.at("to").text(),
        Instant.ofEpochSecond(sealed.at("begun").number()));
  }

  void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("state", state);
    out.writeStringField("nonce", nonce);
    out.writeStringField("verifier", verifier);
    out.writeStringField("to", to);
    out.writeNumberField("begun", begun.getEpochSecond());
    out.writeEndObject();
  }

  String challenge() {
    try {
      return base64(
          MessageDigest.getInstance("SHA-256")
              .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
