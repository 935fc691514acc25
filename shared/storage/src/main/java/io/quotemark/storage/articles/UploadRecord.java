package io.quotemark.storage.articles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the newest upload of a key.
 *
 * @param sequencer of the event that this tells of, padded; null where none has been read yet
 * @param articles ids of the articles that this upload refers to now
 * @param reason why it failed, or which of its entries did; null where none did
 * @param eventTime of the event, never of the processing; of the object where no event has been
 *     read yet
 */
public record UploadRecord(
    String key,
    @Nullable String sequencer,
    Status status,
    List<String> articles,
    @Nullable String reason,
    long size,
    String eventTime) {
  public enum Status {
    /**
     * An article of it cannot be read yet; its message waits, is being taken or is a dead letter.
     */
    PROCESSING,
    DONE,
    FAILED,
    REMOVED;

    /** Those that there are lists of: what an upload came to. */
    public static final List<Status> LISTED = List.of(DONE, FAILED, REMOVED);
  }

  public UploadRecord {
    articles = List.copyOf(articles);
  }

  /**
   * What stands for an upload, or for one entry of it.
   *
   * @param entry name inside a bundle, empty where the upload is the article
   */
  public static String reference(String key, String entry) {
    return digest(entry.isEmpty() ? key : key + "#" + entry);
  }

  /**
   * Where an article lies that is too large for a message.
   *
   * @param reference of its upload
   * @param time of the event, RFC 3339
   */
  public static String messageKey(String reference, String sequencer, String time) {
    long moment = Instant.parse(time).toEpochMilli();
    return "work/" + reference + "/" + sequencer + "-" + moment + ".json.gz";
  }

  /** The key's digest, fit for a table key whatever the key holds; 32 hexadecimal digits. */
  public static String digest(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
