package io.quotemark.storage;

import io.quotemark.storage.articles.UploadRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Where documents that are handed to the API are put, to be read like any other upload. */
public final class Inbox {
  /** Every document lies below it. */
  public static final String ROOT = "inbox/";

  /** What was handed to the API; nothing else writes there. */
  public static final String API = ROOT + "api/";

  /** Pages that were fetched; nothing else writes there. */
  public static final String FETCHED = ROOT + "fetched/";

  /** Documents of archives; everything else is news. */
  public static final String ARCHIVE = ROOT + "archive/";

  /** Who wants it comes at once; nobody else finds it useful later. */
  private static final Duration VALID = Duration.ofMinutes(15);

  private static final int PRECONDITION_FAILED = 412;

  private final Supplier<S3Client> s3;
  private final String bucket;
  private final Supplier<S3Presigner> presigner;

  /**
   * @param s3 made when a document is handed over
   * @param presigner made when one is needed, which is seldom
   */
  public Inbox(Supplier<S3Client> s3, String bucket, Supplier<S3Presigner> presigner) {
    this.s3 = s3;
    this.bucket = bucket;
    this.presigner = presigner;
  }

  /**
   * @param metadata names in lower case, without {@code x-amz-meta-}; values in ASCII
   */
  public record Entry(String key, String contentType, Map<String, String> metadata) {
    public Entry {
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * An address to put the document to, within a quarter of an hour.
   *
   * @param headers to be sent with it exactly so
   */
  public record Address(URI url, Map<String, String> headers, Instant expires) {
    public Address {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Key of the page at an address: the same for every way in which it is asked for.
   *
   * @param address without the parameters that only say where a visitor came from
   */
  public static String fetched(URI address) {
    String query = address.getRawQuery();
    StringBuilder kept = new StringBuilder();
    for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
      if (!parameter.startsWith("utm_") && !parameter.isEmpty()) {
        kept.append(kept.isEmpty() ? '?' : '&').append(parameter);
      }
    }
    String page = address.getHost() + address.getRawPath() + kept;
    return FETCHED + address.getHost() + "/" + UploadRecord.digest(page);
  }

  /** Metadata of what lies under the key, empty where nothing does. */
  public Optional<Map<String, String>> metadata(String key) {
    try {
      return Optional.of(s3.get().headObject(b -> b.bucket(bucket).key(key)).metadata());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  /**
   * Puts the document unless something lies there.
   *
   * @return whether it was put
   */
  public boolean put(Entry entry, byte[] document) {
    try {
      s3.get().putObject(request(entry).ifNoneMatch("*").build(), RequestBody.fromBytes(document));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw e;
    }
  }

  /** Puts it, over what lies there. */
  public void replace(Entry entry, byte[] document) {
    s3.get().putObject(request(entry).build(), RequestBody.fromBytes(document));
  }

  /**
   * @param size of the document in bytes; another is refused by the bucket
   */
  public Address address(Entry entry, long size) {
    try (S3Presigner signer = presigner.get()) {
      PresignedPutObjectRequest signed =
          signer.presignPutObject(b ->
              b.signatureDuration(VALID)
                  .putObjectRequest(request(entry).contentLength(size).build()));
      Map<String, String> headers = new TreeMap<>();
      signed.signedHeaders().forEach((name, values) -> headers.put(name, first(values)));
      headers.remove("host");
      return new Address(URI.create(signed.url().toString()), headers, signed.expiration());
    }
  }

  /**
   * An address to get a document from, within a quarter of an hour, as a file of that name.
   *
   * @param name plain letters, digits, dots, dashes
   */
  public URI download(String key, String name) {
    try (S3Presigner signer = presigner.get()) {
      return URI.create(
          signer
              .presignGetObject(b ->
                  b.signatureDuration(VALID)
                      .getObjectRequest(get ->
                          get.bucket(bucket)
                              .key(key)
                              .responseContentType("application/octet-stream")
                              .responseContentDisposition("attachment; filename=" + name)))
              .url()
              .toString());
    }
  }

  private PutObjectRequest.Builder request(Entry entry) {
    return PutObjectRequest.builder()
        .bucket(bucket)
        .key(entry.key())
        .contentType(entry.contentType())
        .metadata(entry.metadata());
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst();
  }
}
