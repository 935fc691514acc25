package io.quotemark.runtime.messages;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quotemark.domain.article.Reading;
import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What parse-uploads and refresh-prices tell enrich-articles; the one kind of message on the
 * articles queue.
 */
public sealed interface ArticleMessage {
  /**
   * An article of an upload.
   *
   * @param entry its name inside a bundle, null where the upload is the article
   */
  record Parsed(Upload upload, @Nullable String entry, PackedArticle article)
      implements ArticleMessage {}

  /**
   * An article too large for a message, put into the bucket instead.
   *
   * @param at key of the object that holds its JSON, compressed
   */
  record ParsedElsewhere(Upload upload, @Nullable String entry, String at)
      implements ArticleMessage {}

  /** No article came of an upload, or of one entry of it. */
  record Rejected(Upload upload, @Nullable String entry, Reading.Code code, String reason)
      implements ArticleMessage {}

  record Removed(Upload upload) implements ArticleMessage {}

  /** What a bundle held; its entries come as messages of their own. */
  record Manifest(Upload upload, List<String> entries) implements ArticleMessage {
    public Manifest {
      entries = List.copyOf(entries);
    }
  }

  /** Check a stored article again, because something it rests on is new. */
  record Recheck(String articleId, String why) implements ArticleMessage {}

  /** Remove all that is kept of an article, and do not let it come back. */
  record TakeDown(String articleId, Instant asked) implements ArticleMessage {}

  /** Let an article that was taken down come back with its next upload. */
  record Lift(String articleId) implements ArticleMessage {}

  /** As a message body. */
  default byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      switch (this) {
        case Parsed(Upload upload, @Nullable String entry, PackedArticle article) -> {
          head(out, "article", upload, entry);
          out.writeStringField("article", Base64.getEncoder().encodeToString(article.gzip()));
        }
        case ParsedElsewhere(Upload upload, @Nullable String entry, String at) -> {
          head(out, "article", upload, entry);
          out.writeStringField("article_at", at);
        }
        case Rejected(Upload upload, @Nullable String entry, Reading.Code code, String reason) -> {
          head(out, "rejected", upload, entry);
          out.writeStringField("code", code.name().toLowerCase(Locale.ROOT));
          out.writeStringField("reason", reason);
        }
        case Removed(Upload upload) -> head(out, "removed", upload, null);
        case Manifest(Upload upload, List<String> entries) -> {
          head(out, "manifest", upload, null);
          out.writeArrayFieldStart("entries");
          for (String entry : entries) {
            out.writeString(entry);
          }
          out.writeEndArray();
        }
        case Recheck(String articleId, String why) -> {
          out.writeStringField("type", "recheck");
          out.writeStringField("article_id", articleId);
          out.writeStringField("why", why);
        }
        case TakeDown(String articleId, Instant asked) -> {
          out.writeStringField("type", "take_down");
          out.writeStringField("article_id", articleId);
          out.writeStringField("asked", asked.toString());
        }
        case Lift(String articleId) -> {
          out.writeStringField("type", "lift");
          out.writeStringField("article_id", articleId);
        }
      }
      out.writeEndObject();
    });
  }

  /**
   * @throws Json.Malformed where it is not a message of this queue
   */
  static ArticleMessage parse(byte[] json) {
    Node node = Json.read(json);
    String type = node.at("type").text();
    String entry = node.at("entry").textOrNull();
    return switch (type) {
      case "article" -> {
        Upload upload = Upload.read(node.at("upload"));
        String at = node.at("article_at").textOrNull();
        yield at != null
            ? new ParsedElsewhere(upload, entry, at)
            : new Parsed(upload, entry, PackedArticle.of(decoded(node.at("article"))));
      }
      case "rejected" ->
          new Rejected(
              Upload.read(node.at("upload")),
              entry,
              code(node.at("code").text()),
              node.at("reason").text());
      case "removed" -> new Removed(Upload.read(node.at("upload")));
      case "manifest" -> new Manifest(Upload.read(node.at("upload")), node.at("entries").texts());
      case "recheck" -> new Recheck(node.at("article_id").text(), node.at("why").text());
      case "take_down" -> new TakeDown(node.at("article_id").text(), Upload.time(node.at("asked")));
      case "lift" -> new Lift(node.at("article_id").text());
      default ->
          throw new Json.Malformed(
              "no message of the articles queue has the type \"" + type + "\"", null);
    };
  }

  private static void head(JsonGenerator out, String type, Upload upload, @Nullable String entry)
      throws IOException {
    out.writeStringField("type", type);
    upload.write(out);
    if (entry != null) {
      out.writeStringField("entry", entry);
    }
  }

  private static byte[] decoded(Node node) {
    try {
      return Base64.getDecoder().decode(node.text());
    } catch (IllegalArgumentException e) {
      throw new Json.Malformed("the article is not base64", e);
    }
  }

  private static Reading.Code code(String text) {
    try {
      return Reading.Code.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Json.Malformed("no rejection has the code \"" + text + "\"", e);
    }
  }
}
