package io.quotemark.publish.events;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One thing that happened, as everybody is told it. Told again it has the same id and the same
 * text, so that whoever heard it knows.
 *
 * @param id follows from what changed and when
 * @param timestamp when it was stored, RFC 3339
 * @param json the whole event: id, type, timestamp, text for people, and data
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Announcement(String id, Type type, String timestamp, byte[] json) {
  /** What can happen. */
  public enum Type {
    /** An article was stored or checked again, and what readers see of it is another. */
    ARTICLE_CHECKED("article.checked"),
    ARTICLE_REMOVED("article.removed"),

    /** A claim of an article whose text is the same has another verdict. */
    VERDICT_CHANGED("verdict.changed"),
    CLAIM_CONTRADICTED("claim.contradicted"),

    /** A wrong figure stood in another article before. */
    ERROR_PROPAGATED("error.propagated"),

    /** A document, or an entry of a bundle, did not become an article. */
    UPLOAD_FAILED("upload.failed");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    /** As events and settings name it. */
    public String word() {
      return word;
    }
  }

  /** Writes the members of an event's data. */
  @FunctionalInterface
  public interface Data {
    void to(JsonGenerator out) throws IOException;
  }

  /**
   * @param marks what makes this event the only one of its type
   */
  public static Announcement of(Type type, String timestamp, Data data, String... marks) {
    String id = id(type, marks);
    byte[] members =
        Json.write(out -> {
          out.writeStartObject();
          data.to(out);
          out.writeEndObject();
        });
    String text = EventText.of(type, Json.read(members));
    byte[] json =
        Json.write(out -> {
          out.writeStartObject();
          out.writeStringField("id", id);
          out.writeStringField("type", type.word());
          out.writeStringField("timestamp", timestamp);
          out.writeStringField("text", text);
          out.writeObjectFieldStart("data");
          data.to(out);
          out.writeEndObject();
          out.writeEndObject();
        });
    return new Announcement(id, type, timestamp, json);
  }

  /**
   * An event that was made before.
   *
   * @throws Json.Malformed where it is none
   */
  public static Announcement read(byte[] json) {
    Node event = Json.read(json);
    String word = event.at("type").text();
    Type type =
        Arrays.stream(Type.values())
            .filter(known -> known.word().equals(word))
            .findFirst()
            .orElseThrow(() -> new Json.Malformed("there is no event \"" + word + "\"", null));
    return new Announcement(event.at("id").text(), type, event.at("timestamp").text(), json);
  }

  private static String id(Type type, String... marks) {
    String text = type.word() + "\n" + String.join("\n", marks);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "ev_" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
