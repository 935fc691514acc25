package io.quotemark.market.packed;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Variable-length integers (7 bits a byte, lowest first), short texts and decimals as bytes. */
final class PackedBytes {
  private static final int MOST_TEXT = 1000;

  private PackedBytes() {}

  static final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);

    void unsigned(long value) {
      if (value < 0) {
        throw new IllegalArgumentException("not a count: " + value);
      }
      bits(value);
    }

    void signed(long value) {
      bits((value << 1) ^ (value >> 63));
    }

    private void bits(long value) {
      long left = value;
      while ((left & ~0x7fL) != 0) {
        out.write((int) (left & 0x7f) | 0x80);
        left >>>= 7;
      }
      out.write((int) left);
    }

    void text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > MOST_TEXT) {
        throw new IllegalArgumentException("longer than " + MOST_TEXT + " bytes: " + text);
      }
      unsigned(bytes.length);
      out.writeBytes(bytes);
    }

    void decimal(BigDecimal value) {
      signed(value.scale());
      signed(value.unscaledValue().longValueExact());
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }

  /** Every method throws IllegalArgumentException where the bytes end early or make no sense. */
  static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    long unsigned() {
      long value = bits();
      if (value < 0) {
        throw new IllegalArgumentException("packed prices are damaged at byte " + at);
      }
      return value;
    }

    long signed() {
      long value = bits();
      return (value >>> 1) ^ -(value & 1);
    }

    private long bits() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at == bytes.length) {
          throw new IllegalArgumentException("packed prices end at byte " + at);
        }
        byte next = bytes[at++];
        value |= (next & 0x7fL) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("packed prices are damaged at byte " + at);
    }

    int count(int most) {
      long value = unsigned();
      if (value > most) {
        throw new IllegalArgumentException(
            "packed prices are damaged at byte %d: %d is more than %d".formatted(at, value, most));
      }
      return (int) value;
    }

    String text() {
      int length = count(Math.min(MOST_TEXT, bytes.length - at));
      if (length > bytes.length - at) {
        throw new IllegalArgumentException("packed prices end at byte " + bytes.length);
      }
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }

    BigDecimal decimal() {
      int scale = Math.toIntExact(Math.max(-99, Math.min(99, signed())));
      return BigDecimal.valueOf(signed(), scale);
    }

    void end() {
      if (at != bytes.length) {
        throw new IllegalArgumentException(
            "packed prices have " + (bytes.length - at) + " bytes too many");
      }
    }
  }
}
