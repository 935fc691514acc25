package io.quotemark.runtime.messages;

import io.quotemark.runtime.json.Json;
import io.quotemark.runtime.json.Node;
import java.util.Map;
import java.util.TreeMap;

/**
 * What serve-api asks fetch-feeds to fetch, as an object of the bucket.
 *
 * @param url address of a page
 * @param metadata of the upload that it becomes: names in lower case, values in ASCII
 */
public record PageRequest(String url, Map<String, String> metadata) {
  /** Where requests lie; S3 notifies of each. */
  public static final String FOLDER = "fetch/";

  public PageRequest {
    metadata = Map.copyOf(metadata);
  }

  public byte[] toJson() {
    return Json.write(out -> {
      out.writeStartObject();
      out.writeStringField("url", url);
      out.writeObjectFieldStart("metadata");
      for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
        out.writeStringField(entry.getKey(), entry.getValue());
      }
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  /**
   * @throws Json.Malformed where it is none
   */
  public static PageRequest parse(byte[] json) {
    Node node = Json.read(json);
    Map<String, String> metadata = new TreeMap<>();
    node.at("metadata").members().forEach((name, value) -> metadata.put(name, value.text()));
    return new PageRequest(node.at("url").text(), metadata);
  }
}
