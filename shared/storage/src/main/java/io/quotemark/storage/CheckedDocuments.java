package io.quotemark.storage;

import io.quotemark.storage.Bucket.Found;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents that somebody checked and asked for an address of, which is good for a day. The bucket
 * deletes them by a lifecycle rule, which may take a day more; until then they are not handed out.
 * The id is a digest of the document: whoever does not have it cannot guess it, and the same
 * document has the same address.
 */
public final class CheckedDocuments {
  /** Nothing else writes there. */
  public static final String FOLDER = "checks/";

  /** The largest document that gets an address: ten long articles. */
  public static final int MOST_BYTES = 128 * 1024;

  static final Duration GOOD_FOR = Duration.ofDays(1);
  private static final String UNTIL = "kept-until";
  private static final int ID_BYTES = 16;

  private final Bucket bucket;

  public CheckedDocuments(Bucket bucket) {
    this.bucket = bucket;
  }

  /**
   * @param hints names in lower case, values in ASCII
   * @param until when its address ends
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Kept(byte[] document, Map<String, String> hints, Instant until) {
    public Kept {
      hints = Map.copyOf(hints);
    }
  }

  /**
   * Keeps a document for a day from now.
   *
   * @param hints names in lower case, values in ASCII
   * @return its id, 32 hexadecimal digits
   * @throws IllegalArgumentException where the document is too large
   */
  public String keep(byte[] document, Map<String, String> hints, Instant now) {
    if (document.length > MOST_BYTES) {
      throw new IllegalArgumentException(document.length + " bytes are too many to keep");
    }
    String id = id(document, hints);
    Map<String, String> metadata = new TreeMap<>(hints);
    metadata.put(UNTIL, now.plus(GOOD_FOR).toString());
    bucket.write(FOLDER + id, document, "application/octet-stream", metadata);
    return id;
  }

  /** Empty where nothing was kept under the id, or its day is over. */
  public Optional<Kept> read(String id, Instant now) {
    if (!id.matches("[0-9a-f]{" + 2 * ID_BYTES + "}")
        || !(bucket.read(FOLDER + id, MOST_BYTES) instanceof Found.Content found)) {
      return Optional.empty();
    }
    Map<String, String> hints = new TreeMap<>(found.metadata());
    Instant until = time(hints.remove(UNTIL));
    return now.isBefore(until)
        ? Optional.of(new Kept(found.bytes(), hints, until))
        : Optional.empty();
  }

  private static Instant time(@Nullable String text) {
    try {
      return text == null ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH; // nothing of ours: it is as good as over
    }
  }

  private static String id(byte[] document, Map<String, String> hints) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(new TreeMap<>(hints).toString().getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      return HexFormat.of().formatHex(sha256.digest(document), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
