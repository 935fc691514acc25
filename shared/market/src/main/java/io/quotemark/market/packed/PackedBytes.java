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
      Varint.write(out, value);
    }

    void signed(long value) {
      Varint.write(out, (value << 1) ^ (value >> 63));
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
    private final Varint.Cursor cursor;

    Reader(byte[] bytes) {
      this.bytes = bytes.clone();
      this.cursor = new Varint.Cursor("packed prices", this.bytes, 0);
    }

    long unsigned() {
      long value = cursor.next();
      if (value < 0) {
        throw new IllegalArgumentException("packed prices are damaged at byte " + cursor.at());
      }
      return value;
    }

    long signed() {
      long value = cursor.next();
      return (value >>> 1) ^ -(value & 1);
    }

    int count(int most) {
      long value = unsigned();
      if (value > most) {
        throw new IllegalArgumentException(
            "packed prices are damaged at byte %d: %d is more than %d"
                .formatted(cursor.at(), value, most));
      }
      return (int) value;
    }

    String text() {
      int length = count(Math.min(MOST_TEXT, bytes.length - cursor.at()));
      if (length > bytes.length - cursor.at()) {
        throw new IllegalArgumentException("packed prices end at byte " + bytes.length);
      }
      String text = new String(bytes, cursor.at(), length, StandardCharsets.UTF_8);
      cursor.skip(length);
      return text;
    }

    BigDecimal decimal() {
      int scale = Math.toIntExact(Math.max(-99, Math.min(99, signed())));
      return BigDecimal.valueOf(signed(), scale);
    }

    void end() {
      if (cursor.at() != bytes.length) {
        throw new IllegalArgumentException(
            "packed prices have " + (bytes.length - cursor.at()) + " bytes too many");
      }
    }
  }
}
