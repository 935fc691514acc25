package io.quotemark.cli;

import io.quotemark.publish.WebhookKeys;
import io.quotemark.publish.webhook.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of {@code up} for what goes out by itself: the template's parameters of the same
 * meaning.
 */
final class OutgoingOptions {
  private static final int SECRET_BYTES = 32;

  /** Two secrets, and their separator, with room to spare. */
  private static final int MOST_BYTES = 1_000;

  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      description = "where each change is posted to, signed (docs/flow.md)")
  private @Nullable String url;

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description = "holds the secret of the signatures, whsec_…; else one is made in --data")
  private @Nullable Path secretFile;

  @Option(
      names = "--webhook-form",
      paramLabel = "FORM",
      description = "events, or slack for its texts (${DEFAULT-VALUE})")
  private String form = "events";

  @Option(
      names = "--webhook-events",
      paramLabel = "TYPE,…",
      description = "only these, claim.contradicted,upload.failed for instance")
  private String events = "all";

  @Option(
      names = "--exports",
      description = "write the claims of each day's changes to bucket/exports/ every night")
  private boolean exports;

  /** Whether anything is posted. */
  boolean isOn() {
    return url != null;
  }

  /** The address without what may be secret in it. */
  String shown() {
    URI address = URI.create(Objects.requireNonNull(url));
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /**
   * @throws Exit.Failure that says which option is wrong and how
   */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Exports", exports ? "on" : "off");
    if (url == null) {
      if (secretFile != null || !form.equals("events") || !events.equals("all")) {
        throw new Exit.Failure(Exit.USAGE, "the other options of a webhook need --webhook URL");
      }
      return parameters;
    }
    if (!url.matches("https?://[^/@\\s]+(/\\S*)?")) {
      throw new Exit.Failure(
          Exit.USAGE,
          "--webhook: an address begins with http:// or https:// and holds no password");
    }
    if (!form.equals("events") && !form.equals("slack")) {
      throw new Exit.Failure(Exit.USAGE, "--webhook-form is events or slack, not " + form);
    }
    parameters.put("WebhookUrl", url);
    parameters.put("WebhookSecret", "/local"); // the parameter store's place is taken by a file
    parameters.put("WebhookForm", form);
    parameters.put("WebhookEvents", events);
    return parameters;
  }

  /** Where the secret lies. */
  Path file(Path data) {
    return secretFile == null ? data.resolve("keys").resolve("webhook") : Places.given(secretFile);
  }

  /**
   * The keys as the file has them at each moment, so that another secret needs no new start.
   *
   * @throws Exit.Failure where the file cannot be used; says why, never what it holds
   */
  WebhookKeys keys(Path data) throws IOException {
    Path file = file(data);
    if (!isOn()) {
      return () -> {
        throw new IllegalStateException("there is no webhook");
      };
    }
    if (secretFile == null && !Files.exists(file)) {
      make(file);
    }
    read(file);
    return () -> read(file);
  }

  private static void make(Path file) throws IOException {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    if (isPosix(folder)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, "whsec_" + Base64.getEncoder().encodeToString(bytes) + "\n");
  }

  private static List<byte[]> read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new Exit.Failure(Exit.USAGE, file + " is not there; it is to hold whsec_…");
      }
      if (isPosix(file)) {
        Set<PosixFilePermission> allowed = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        allowed.retainAll(OTHERS);
        if (!allowed.isEmpty()) {
          throw new Exit.Failure(
              Exit.USAGE, "others may read the secret in %1$s: chmod 600 %1$s".formatted(file));
        }
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new Exit.Failure(Exit.USAGE, file + " is no secret: it is too long");
      }
      return Secrets.read(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new Exit.Failure(Exit.USAGE, file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new Exit.Failure(Exit.USAGE, file + " cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
