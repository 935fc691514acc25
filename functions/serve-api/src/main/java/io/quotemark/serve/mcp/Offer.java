package io.quotemark.serve.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What this server says of itself and of its tools.
 *
 * @param version of this service, for the client
 */
record Offer(String version) {
  static final String MODERN = "2026-07-28";

  /** The revisions with a handshake, the newest first. */
  static final List<String> EARLIER = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  private static final String INSTRUCTIONS =
      "Check every statement on share prices, indices and exchange rates before you make it: give the text to check_text,"
          + " and print the value that it says may be cited. price_as_of tells the price of a day."
          + " Unverifiable means that no prices are in store to decide it, not that it is wrong.";

  /** How long a client may keep the list of tools, which changes with a release only. */
  private static final int TOOLS_MILLISECONDS = 300_000;

  void discovered(JsonGenerator out) throws IOException {
    out.writeStartObject();
    versions(out, "supportedVersions");
    capabilities(out);
    out.writeStringField("instructions", INSTRUCTIONS);
    complete(out);
    cacheable(out);
    out.writeEndObject();
  }

  void listed(JsonGenerator out) throws IOException {
    out.writeStartObject();
    tools(out);
    complete(out);
    cacheable(out);
    out.writeEndObject();
  }

  static void versions(JsonGenerator out, String name) throws IOException {
    out.writeArrayFieldStart(name);
    out.writeString(MODERN);
    for (String earlier : EARLIER) {
      out.writeString(earlier);
    }
    out.writeEndArray();
  }

  void complete(JsonGenerator out) throws IOException {
    out.writeStringField("resultType", "complete");
    out.writeObjectFieldStart("_meta");
    out.writeFieldName("io.modelcontextprotocol/serverInfo");
    about(out);
    out.writeEndObject();
  }

  private static void cacheable(JsonGenerator out) throws IOException {
    out.writeNumberField("ttlMs", TOOLS_MILLISECONDS);
    out.writeStringField("cacheScope", "public");
  }

  void initialized(Message call, JsonGenerator out) throws IOException {
    String wanted = call.params().at("protocolVersion").textOr("");
    out.writeStartObject();
    out.writeStringField("protocolVersion", EARLIER.contains(wanted) ? wanted : EARLIER.getFirst());
    capabilities(out);
    out.writeFieldName("serverInfo");
    about(out);
    out.writeStringField("instructions", INSTRUCTIONS);
    out.writeEndObject();
  }

  void said(JsonGenerator out, boolean modern, String text, boolean failed) throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("content");
    out.writeStartObject();
    out.writeStringField("type", "text");
    out.writeStringField("text", text);
    out.writeEndObject();
    out.writeEndArray();
    if (!failed) {
      out.writeFieldName("structuredContent");
      out.writeRawValue(text);
    }
    out.writeBooleanField("isError", failed);
    if (modern) {
      complete(out);
    }
    out.writeEndObject();
  }

  static void tools(JsonGenerator out) throws IOException {
    out.writeFieldName("tools");
    out.writeRawValue(list());
  }

  private static String list() {
    try (InputStream in = Offer.class.getResourceAsStream("tools.json")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks tools.json");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading tools.json from the jar", e);
    }
  }

  private static void capabilities(JsonGenerator out) throws IOException {
    out.writeObjectFieldStart("capabilities");
    out.writeObjectFieldStart("tools");
    out.writeEndObject();
    out.writeEndObject();
  }

  void about(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("name", "quotemark");
    out.writeStringField("title", "Quotemark");
    out.writeStringField("version", version);
    out.writeEndObject();
  }
}
