package io.quotemark.cli;

import io.quotemark.local.template.Template;
import io.quotemark.serve.login.LoginSecrets;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of {@code up} by which people sign in on this machine as they would in AWS. */
final class LocalLogin {
  /** Of the client's secret, as of providers' keys: QUOTEMARK_LOGIN_KEY, or the file keys/login. */
  private static final String CLIENT_SECRET = "login";

  private static final String SESSION_KEY = "session";

  @Option(
      names = "--login",
      paramLabel = "ISSUER",
      description = {
        "OpenID provider that people sign in at, as with AuthMode Login in AWS; its callback is",
        "ADDRESS/login/callback, a client's secret is read from QUOTEMARK_LOGIN_KEY or keys/login"
      })
  private @Nullable String issuer;

  @Option(
      names = "--login-client",
      paramLabel = "ID",
      description = "with --login: the id of this application at the provider")
  private @Nullable String client;

  @Option(
      names = "--login-claim",
      paramLabel = "CLAIM",
      description = "with --login: the claim that names a person's roles (${DEFAULT-VALUE})")
  private String claim = "cognito:groups";

  @Option(
      names = "--public-pages",
      description = "with --login: everybody reads the pages, without texts")
  private boolean publicPages;

  boolean isOn() {
    return issuer != null;
  }

  /**
   * The template with what was asked for.
   *
   * @param port where the pages are
   * @throws Exit.Failure where an option is missing or wrong
   */
  Template on(Template template, int port, LocalKeys keys) {
    if (issuer == null) {
      if (client != null || publicPages) {
        throw new Exit.Failure(
            Exit.USAGE, (client != null ? "--login-client" : "--public-pages") + " needs --login");
      }
      return template;
    }
    if (client == null) {
      throw new Exit.Failure(
          Exit.USAGE, "--login needs --login-client, the id of this application at the provider");
    }
    if (port == 0) {
      throw new Exit.Failure(
          Exit.USAGE, "--login needs a --port: the provider has to know where it sends people");
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put("AuthMode", "Login");
    parameters.put("LoginIssuer", issuer);
    parameters.put("LoginClient", client);
    parameters.put("LoginClientSecret", keys.isThere(CLIENT_SECRET) ? "/local/login" : "");
    parameters.put("LoginRolesClaim", claim);
    parameters.put("LoginAddress", "http://127.0.0.1:" + port);
    parameters.put("PublicPages", publicPages ? "on" : "off");
    return template.with(parameters);
  }

  /** Null where nobody signs in. */
  @Nullable LoginSecrets secrets(Path data, LocalKeys keys) {
    return issuer == null ? null : new Secrets(data, keys);
  }

  private record Secrets(Path data, LocalKeys keys) implements LoginSecrets {
    @Override
    public String sessionKey() {
      try {
        Path folder = data.resolve("keys");
        Path file = folder.resolve(SESSION_KEY);
        if (!Files.exists(file)) {
          Files.createDirectories(folder);
          made(file);
        }
      } catch (IOException e) {
        throw new Exit.Failure(
            Exit.CANNOT_START, "the key for cookies cannot be kept in " + data + ": " + e);
      }
      return keys.read(SESSION_KEY);
    }

    private static void made(Path file) throws IOException {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] owners =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      try {
        Files.createFile(file, owners);
        Files.writeString(file, HexFormat.of().formatHex(random));
      } catch (FileAlreadyExistsException another) {
        // made a moment ago by another request
      }
    }

    @Override
    public String recentSessionKey() {
      return sessionKey();
    }

    @Override
    public String clientSecret() {
      return keys.read(CLIENT_SECRET);
    }
  }
}
