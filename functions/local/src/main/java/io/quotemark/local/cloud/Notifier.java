package io.quotemark.local.cloud;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quotemark.local.template.Specs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares files with what was last notified of them and puts the difference on the queues that the
 * template's notifications name. Every way in ends here: a PUT through S3, a file copied into the
 * folder, and the scan at start.
 */
final class Notifier {
  /** Where S3Proxy keeps the ETag of an object. */
  private static final String ETAG_ATTRIBUTE = "user.content-md5";

  private final Path root;
  private final Links links;
  private final String bucket;
  private final List<Specs.Notification> notifications;
  private final ObjectLedger ledger;
  private final BiConsumer<String, String> send;
  private final Clock clock;
  private final List<Object> locks = Stream.generate(Object::new).limit(64).toList();
  private final Map<String, Integer> uploads = new ConcurrentHashMap<>();

  /**
   * @param root the bucket's folder
   * @param send queue and body
   */
  Notifier(
      Path root,
      String bucket,
      List<Specs.Notification> notifications,
      ObjectLedger ledger,
      BiConsumer<String, String> send,
      Clock clock) {
    this.root = root;
    this.links = new Links(root);
    this.bucket = bucket;
    this.notifications = List.copyOf(notifications);
    this.ledger = ledger;
    this.send = send;
    this.clock = clock;
  }

  /** Whether any notification watches objects under this key or below this folder. */
  boolean watches(String keyOrFolder) {
    return notifications.stream().anyMatch(n -> keyOrFolder.startsWith(n.prefix()));
  }

  /** The key of a file in the bucket's folder. */
  String key(Path file) {
    String path = root.relativize(file).toString();
    String separator = root.getFileSystem().getSeparator();
    return separator.equals("/") ? path : path.replace(separator, "/");
  }

  /** The file of a key, where S3Proxy keeps it too; null for a key that leaves the bucket. */
  @Nullable Path file(String key) {
    Path file = root.resolve(key).normalize();
    return file.startsWith(root) && !file.equals(root) ? file : null;
  }

  /** While S3Proxy writes an object, beside its place. */
  interface Upload extends AutoCloseable {
    @Override
    void close();
  }

  /** To be closed when the object lies in its place, or will not. */
  Upload uploading(String rawKey) {
    Path file = file(rawKey);
    if (file == null) {
      return () -> {};
    }
    String key = key(file);
    uploads.merge(key, 1, Integer::sum);
    return () -> uploads.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
  }

  boolean isUploading(String key) {
    return uploads.containsKey(key);
  }

  /** Whether the file, or a folder that it lies in, is a link. */
  boolean isBehindALink(Path file) {
    return links.isOnTheWay(file);
  }

  /**
   * Notifies what changed about an object, once. A file behind a link is none.
   *
   * @param created the event's name if it was created, {@code ObjectCreated:Put}
   * @param throughS3 whether S3Proxy wrote the file, with its attributes
   */
  void reconcile(String rawKey, String created, boolean throughS3) {
    Path file = file(rawKey);
    if (file == null) {
      return;
    }
    String key = key(file);
    if (!watches(key)) {
      return;
    }
    synchronized (locks.get(Math.floorMod(key.hashCode(), locks.size()))) {
      try {
        reconcile(key, file, created, throughS3);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void reconcile(String key, Path file, String created, boolean throughS3)
      throws IOException {
    ObjectLedger.@Nullable Fingerprint before = ledger.last(key);
    ObjectLedger.@Nullable Fingerprint now =
        links.isOnTheWay(file) ? null : ObjectLedger.Fingerprint.of(file).orElse(null);
    if (now == null) {
      if (before != null) {
        notify("ObjectRemoved:Delete", key, null, null);
        ledger.record(key, null);
      }
      return;
    }
    if (now.equals(before)) {
      return;
    }
    notify(created, key, now.size(), tag(file, throughS3));
    ledger.record(key, now);
  }

  private void notify(String name, String key, @Nullable Long size, @Nullable String etag) {
    List<Specs.Notification> due = notifications.stream().filter(n -> n.covers(name, key)).toList();
    if (due.isEmpty()) {
      return;
    }
    String sequencer = ledger.nextSequencer();
    for (Specs.Notification notification : due) {
      send.accept(
          notification.queue(),
          S3Event.json(bucket, name, key, size, etag, sequencer, clock.instant()));
    }
  }

  /**
   * The object's ETag. A file that was copied into the folder, perhaps over an object with
   * attributes of its own, gets its MD5, left where S3Proxy looks for it.
   */
  private static String tag(Path file, boolean throughS3) throws IOException {
    String stored = storedTag(file);
    if (stored != null && throughS3) {
      return stored;
    }
    byte[] digest = md5(file);
    String tag = HexFormat.of().formatHex(digest);
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (view != null && !tag.equals(stored)) {
      for (String name : view.list()) {
        if (name.startsWith("user.")) {
          view.delete(name);
        }
      }
      view.write(ETAG_ATTRIBUTE, ByteBuffer.wrap(digest));
    }
    return tag;
  }

  private static @Nullable String storedTag(Path file) throws IOException {
    UserDefinedFileAttributeView view =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    if (view == null || !view.list().contains(ETAG_ATTRIBUTE)) {
      return null;
    }
    ByteBuffer value = ByteBuffer.allocate(view.size(ETAG_ATTRIBUTE));
    view.read(ETAG_ATTRIBUTE, value);
    return value.capacity() == 16
        ? HexFormat.of().formatHex(value.array())
        : new String(value.array(), US_ASCII).replace("\"", "");
  }

  private static byte[] md5(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
