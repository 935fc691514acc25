package io.quotemark.runtime.rows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A struct in Thrift's compact protocol, which Parquet's headers are written in: fields in order of
 * their numbers, absent ones left out.
 */
final class Thrift {
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;
  private static final int MOST_IN_HEADER = 15;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int last;

  Thrift number(int field, int value) {
    begin(field, I32);
    zigzag(value);
    return this;
  }

  Thrift number64(int field, long value) {
    begin(field, I64);
    zigzag(value);
    return this;
  }

  Thrift text(int field, String value) {
    begin(field, BINARY);
    binary(value);
    return this;
  }

  Thrift struct(int field, Thrift value) {
    begin(field, STRUCT);
    out.writeBytes(value.bytes());
    return this;
  }

  Thrift structs(int field, List<Thrift> values) {
    list(field, values.size(), STRUCT);
    values.forEach(value -> out.writeBytes(value.bytes()));
    return this;
  }

  Thrift numbers(int field, List<Integer> values) {
    list(field, values.size(), I32);
    values.forEach(this::zigzag);
    return this;
  }

  Thrift texts(int field, List<String> values) {
    list(field, values.size(), BINARY);
    values.forEach(this::binary);
    return this;
  }

  /** The struct with its end. */
  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.write(0);
    return whole.toByteArray();
  }

  private void begin(int field, int type) {
    if (field <= last || field - last >= MOST_IN_HEADER) {
      throw new IllegalArgumentException("field " + field + " behind " + last);
    }
    out.write((field - last) << 4 | type);
    last = field;
  }

  private void list(int field, int size, int type) {
    begin(field, LIST);
    if (size < MOST_IN_HEADER) {
      out.write(size << 4 | type);
    } else {
      out.write(0xf0 | type);
      varint(out, size);
    }
  }

  private void binary(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private void zigzag(long value) {
    varint(out, (value << 1) ^ (value >> 63));
  }

  static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      out.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    out.write((int) left);
  }
}
