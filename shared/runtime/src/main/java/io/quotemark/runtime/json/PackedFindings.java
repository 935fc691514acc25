package io.quotemark.runtime.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The JSON of findings as it is stored: zlib (RFC 1950) with a preset dictionary of what all
 * findings repeat, which makes them a third smaller than by themselves. The stream names its
 * dictionary by a checksum, so that a better one can follow while what is stored stays readable.
 */
public final class PackedFindings {
  /** The one to pack with first; none is changed or taken away once it is here. */
  private static final List<byte[]> DICTIONARIES =
      List.of(
          dictionary("findings-3.dictionary"),
          dictionary("findings-2.dictionary"),
          dictionary("findings-1.dictionary"));

  private static final int BLOCK = 8_192;

  private PackedFindings() {}

  public static byte[] pack(byte[] json) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setDictionary(DICTIONARIES.getFirst());
      deflater.setInput(json);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[BLOCK];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /**
   * @throws IllegalArgumentException where it is not what {@link #pack} made, or of a dictionary
   *     that this build does not have
   */
  public static byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] block = new byte[BLOCK];
      while (!inflater.finished()) {
        int read = inflater.inflate(block);
        if (read == 0 && inflater.needsDictionary()) {
          inflater.setDictionary(named(inflater.getAdler()));
        } else if (read == 0 && inflater.needsInput() && !inflater.finished()) {
          throw new IllegalArgumentException(
              "packed findings end too early, after " + packed.length + " bytes");
        }
        out.write(block, 0, read);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("no packed findings: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] named(int checksum) {
    return DICTIONARIES.stream()
        .filter(dictionary -> checksum(dictionary) == checksum)
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "findings are packed by the dictionary %08x, which this build does not have: a newer one stored them"
                    .formatted(checksum)));
  }

  private static int checksum(byte[] dictionary) {
    Adler32 adler = new Adler32();
    adler.update(dictionary);
    return (int) adler.getValue();
  }

  private static byte[] dictionary(String name) {
    try (InputStream in = PackedFindings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program has no resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + name, e);
    }
  }
}
