package io.quotemark.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON factory, bounded in depth and length, and the two ways to use it: a generator, or a
 * {@link Node}.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxStringLength(16_000_000)
                  .maxNumberLength(1_000)
                  .build())
          .build();

  /** Writes one value. */
  @FunctionalInterface
  public interface Writer {
    void to(JsonGenerator out) throws IOException;
  }

  /** The text is not the JSON that was expected; the message says where. */
  public static final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public Malformed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  private Json() {}

  public static byte[] write(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      writer.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing JSON to memory", e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws Malformed where {@code json} is not one JSON value, or passes a bound
   */
  public static Node read(byte[] json) {
    try (JsonParser in = FACTORY.createParser(json)) {
      if (in.nextToken() == null) {
        throw new Malformed("empty where JSON was expected", null);
      }
      Node node = new Node("$", value(in));
      if (in.nextToken() != null) {
        throw new Malformed("more than one JSON value", null);
      }
      return node;
    } catch (IOException e) {
      throw new Malformed("not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Elements of an array that is a member of the object {@code json}, each as it was written but
   * for white space; none where there is no such member.
   *
   * @throws Malformed where it is no object
   */
  public static List<String> elements(byte[] json, String member) {
    List<String> out = new ArrayList<>();
    try (JsonParser in = FACTORY.createParser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("an object was expected", null);
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken() != JsonToken.START_ARRAY || !name.equals(member)) {
          in.skipChildren();
          continue;
        }
        while (in.nextToken() != JsonToken.END_ARRAY) {
          out.add(
              new String(
                  write(element -> element.copyCurrentStructure(in)), StandardCharsets.UTF_8));
        }
      }
      return out;
    } catch (IOException e) {
      throw new Malformed("not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * A member of the object {@code json} as it was written but for white space.
   *
   * @throws Malformed where it is no object, or has no such member
   */
  public static byte[] member(byte[] json, String name) {
    try (JsonParser in = FACTORY.createParser(json)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("an object was expected", null);
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = in.currentName().equals(name);
        in.nextToken();
        if (wanted) {
          return write(member -> member.copyCurrentStructure(in));
        }
        in.skipChildren();
      }
      throw new Malformed("there is no member " + name, null);
    } catch (IOException e) {
      throw new Malformed("not JSON: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          object.put(name, value(in));
        }
        yield object;
      }
      case START_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(in));
        }
        yield array;
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}
