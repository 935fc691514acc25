package io.quotemark.serve.login;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps for us and can neither read nor change: JSON under AES-256-GCM, as a compact
 * JWE (RFC 7516). Its type is part of what is authenticated, so that one cookie cannot stand for
 * another. The key is made from a secret, and named by its digest; a changed secret ends what the
 * one before has sealed, but for instances that knew it.
 */
final class Seal {
  private static final AlgorithmConstraints DIRECT =
      new AlgorithmConstraints(ConstraintType.PERMIT, KeyManagementAlgorithmIdentifiers.DIRECT);
  private static final AlgorithmConstraints GCM =
      new AlgorithmConstraints(
          ConstraintType.PERMIT, ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);

  /** Keys that this instance has used, the newest last. */
  private static final int MOST_KEYS = 3;

  private final LoginSecrets secrets;
  private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();

  Seal(LoginSecrets secrets) {
    this.secrets = secrets;
  }

  String seal(String type, Json.Writer content) {
    JsonWebEncryption jwe = new JsonWebEncryption();
    String id = known(secrets.sessionKey());
    jwe.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.DIRECT);
    jwe.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    jwe.setHeader("typ", type);
    jwe.setKeyIdHeaderValue(id);
    jwe.setKey(key(id));
    jwe.setPlaintext(Json.write(content));
    try {
      return jwe.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("a cookie could not be sealed", e);
    }
  }

  /** What was sealed as this type; null where this was not, or not by us. */
  @Nullable Node open(String type, String sealed) {
    try {
      JsonWebEncryption jwe = new JsonWebEncryption();
      jwe.setAlgorithmConstraints(DIRECT);
      jwe.setContentEncryptionAlgorithmConstraints(GCM);
      jwe.setCompactSerialization(sealed);
      SecretKeySpec key = key(jwe.getKeyIdHeaderValue());
      if (key == null || !type.equals(jwe.getHeader("typ"))) {
        return null;
      }
      jwe.setKey(key);
      return Json.read(jwe.getPlaintextBytes());
    } catch (JoseException | Json.Malformed notOurs) {
      return null;
    }
  }

  private synchronized @Nullable SecretKeySpec key(@Nullable String id) {
    if (id == null) {
      return null;
    }
    if (!keys.containsKey(id)) {
      known(secrets.recentSessionKey());
    }
    return keys.get(id);
  }

  /** The id of the key that is made from a secret. */
  private synchronized String known(String secret) {
    if (secret.length() < LoginSecrets.LEAST_LENGTH) {
      throw new IllegalStateException(
          "the secret for cookies has less than " + LoginSecrets.LEAST_LENGTH + " characters");
    }
    byte[] key = digest("quotemark cookies\n" + secret);
    String id = HexFormat.of().formatHex(digest("id\n" + HexFormat.of().formatHex(key)), 0, 4);
    keys.putIfAbsent(id, new SecretKeySpec(key, "AES"));
    if (keys.size() > MOST_KEYS) {
      keys.remove(keys.keySet().iterator().next());
    }
    return id;
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
