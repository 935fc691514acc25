package io.quotemark.storage;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One bucket: objects read within a bound, and written. */
public final class Bucket {
  private static final int MOST_OF_OURS = 64 * 1024 * 1024;

  private final Supplier<S3Client> s3;
  private final String name;
  private final boolean keepsVersions;

  public Bucket(S3Client s3, String name) {
    this(() -> s3, name);
  }

  /**
   * @param s3 made when the bucket is first used, which for many articles is never
   */
  public Bucket(Supplier<S3Client> s3, String name) {
    this(s3, name, false);
  }

  /**
   * @param s3 made when the bucket is first used, which for many articles is never
   * @param keepsVersions whether S3 keeps what is overwritten or deleted, so that a deletion has
   *     more to do
   */
  public Bucket(Supplier<S3Client> s3, String name, boolean keepsVersions) {
    this.s3 = s3;
    this.name = name;
    this.keepsVersions = keepsVersions;
  }

  /** What came of reading an object. */
  public sealed interface Found {
    /**
     * @param metadata names in lower case, without {@code x-amz-meta-}
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Content(byte[] bytes, String contentType, Map<String, String> metadata)
        implements Found {}

    /** It is there, and larger than was allowed; nothing of it was kept. */
    record TooLarge(long bytes) implements Found {}

    record Gone() implements Found {}
  }

  /**
   * @param most bytes that may be read
   */
  public Found read(String key, int most) {
    try (ResponseInputStream<GetObjectResponse> in =
        s3.get().getObject(GetObjectRequest.builder().bucket(name).key(key).build())) {
      GetObjectResponse head = in.response();
      if (head.contentLength() != null && head.contentLength() > most) {
        in.abort();
        return new Found.TooLarge(head.contentLength());
      }
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        in.abort();
        return new Found.TooLarge(bytes.length);
      }
      String type = head.contentType();
      return new Found.Content(bytes, type == null ? "" : type, head.metadata());
    } catch (NoSuchKeyException e) {
      return new Found.Gone();
    } catch (IOException e) {
      throw new StoreUnavailable("reading s3://" + name + "/" + key, e);
    }
  }

  /** Whether an object lies under the key at this moment. */
  public boolean holds(String key) {
    return entry(key).isPresent();
  }

  /** What lies under the key at this moment, without its bytes. */
  public Optional<Listing.Entry> entry(String key) {
    try {
      HeadObjectResponse head = s3.get().headObject(b -> b.bucket(name).key(key));
      return Optional.of(
          new Listing.Entry(key, head.contentLength(), head.eTag(), head.lastModified()));
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /** The whole of an object of ours, which is never large. */
  public Optional<byte[]> bytes(String key) {
    return read(key, MOST_OF_OURS) instanceof Found.Content object
        ? Optional.of(object.bytes())
        : Optional.empty();
  }

  /**
   * An object that a setting names.
   *
   * @return empty where it is not there
   * @throws IllegalStateException where it is too large, that says which it is and what to do
   */
  public Optional<byte[]> named(String key) {
    return switch (read(key, MOST_OF_OURS)) {
      case Found.Content object -> Optional.of(object.bytes());
      case Found.Gone gone -> Optional.empty();
      case Found.TooLarge large ->
          throw new IllegalStateException(
              "s3://%s/%s is larger than %d bytes; put a smaller one, or clear the setting that names it"
                  .formatted(name, key, MOST_OF_OURS));
    };
  }

  public void write(String key, byte[] bytes, String contentType) {
    write(key, bytes, contentType, Map.of());
  }

  /**
   * @param metadata names in lower case, without {@code x-amz-meta-}; values in ASCII
   */
  public void write(String key, byte[] bytes, String contentType, Map<String, String> metadata) {
    s3.get()
        .putObject(
            PutObjectRequest.builder()
                .bucket(name)
                .key(key)
                .contentType(contentType)
                .metadata(metadata)
                .build(),
            RequestBody.fromBytes(bytes));
  }

  /**
   * @param next what to go on after, null at the end
   */
  public record Listing(List<Entry> objects, @Nullable String next) {
    /**
     * @param modified when it was put
     */
    public record Entry(String key, long size, String etag, Instant modified) {}

    public Listing {
      objects = List.copyOf(objects);
    }
  }

  /**
   * Up to a thousand objects in order of their keys.
   *
   * @param after key to begin behind, null for the first
   */
  public Listing list(String prefix, @Nullable String after) {
    ListObjectsV2Response page =
        s3.get().listObjectsV2(b -> b.bucket(name).prefix(prefix).startAfter(after));
    List<Listing.Entry> objects = new ArrayList<>();
    for (S3Object object : page.contents()) {
      objects.add(
          new Listing.Entry(object.key(), object.size(), object.eTag(), object.lastModified()));
    }
    boolean more = Boolean.TRUE.equals(page.isTruncated()) && !objects.isEmpty();
    return new Listing(objects, more ? objects.getLast().key() : null);
  }

  /** Deletes an object, and every version of it where the bucket keeps versions. */
  public void delete(String key) {
    if (keepsVersions) {
      // before the deletion itself, of which S3 sends word: once that is read nobody looks here
      // again
      versions(key).forEach(version -> deleteVersion(key, version.id()));
    }
    String marker = s3.get().deleteObject(b -> b.bucket(name).key(key)).versionId();
    if (keepsVersions && marker != null) {
      deleteVersion(key, marker);
    }
  }

  /**
   * Deletes the versions of an object that were overwritten; what lies there now stays.
   *
   * @return how many there were
   */
  public int deleteOverwritten(String key) {
    List<Version> overwritten = versions(key).stream().filter(v -> !v.latest()).toList();
    overwritten.forEach(version -> deleteVersion(key, version.id()));
    return overwritten.size();
  }

  /** One version of an object, or a marker that it was deleted. */
  private record Version(String id, boolean latest) {}

  private List<Version> versions(String key) {
    List<Version> found = new ArrayList<>();
    ListObjectVersionsResponse page;
    String after = null;
    String afterVersion = null;
    do {
      String keyMarker = after;
      String versionMarker = afterVersion;
      page =
          s3.get()
              .listObjectVersions(b ->
                  b.bucket(name).prefix(key).keyMarker(keyMarker).versionIdMarker(versionMarker));
      page.versions().stream()
          .filter(v -> v.key().equals(key))
          .forEach(v -> found.add(new Version(v.versionId(), Boolean.TRUE.equals(v.isLatest()))));
      page.deleteMarkers().stream()
          .filter(v -> v.key().equals(key))
          .forEach(v -> found.add(new Version(v.versionId(), Boolean.TRUE.equals(v.isLatest()))));
      after = page.nextKeyMarker();
      afterVersion = page.nextVersionIdMarker();
      // keys come in order: those that only begin with this one come after it
    } while (Boolean.TRUE.equals(page.isTruncated()) && key.equals(after));
    return found;
  }

  private void deleteVersion(String key, String version) {
    s3.get().deleteObject(b -> b.bucket(name).key(key).versionId(version));
  }
}
