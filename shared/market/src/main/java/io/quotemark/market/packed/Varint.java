package io.quotemark.market.packed;

import java.io.ByteArrayOutputStream;

/**
 * Whole numbers of seven bits a byte, the lowest first; the last byte has no eighth bit (LEB128).
 */
public final class Varint {
  private static final int BITS = 7;
  private static final int LOW = 0x7f;
  private static final int MORE = 0x80;

  private Varint() {}

  /**
   * @param value taken as 64 bits without a sign
   */
  public static void write(ByteArrayOutputStream out, long value) {
    long left = value;
    while ((left & ~(long) LOW) != 0) {
      out.write((int) (left & LOW) | MORE);
      left >>>= BITS;
    }
    out.write((int) left);
  }

  /** A place in bytes that moves on as they are read. */
  public static final class Cursor {
    private final String what;
    private final byte[] bytes;
    private int at;

    /**
     * @param what the bytes are, for messages
     * @param bytes read, never written, while the cursor is used
     */
    public Cursor(String what, byte[] bytes, int from) {
      this.what = what;
      this.bytes = bytes;
      this.at = from;
    }

    /** The index of the next byte. */
    public int at() {
      return at;
    }

    public void skip(int count) {
      at += count;
    }

    /**
     * @return 64 bits without a sign
     * @throws IllegalArgumentException where the bytes end within the number, or it has more bits
     */
    public long next() {
      long value = 0;
      for (int shift = 0; shift < Long.SIZE; shift += BITS) {
        if (at == bytes.length) {
          throw new IllegalArgumentException(what + " end at byte " + at);
        }
        byte next = bytes[at++];
        value |= (long) (next & LOW) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException(what + " are damaged at byte " + at);
    }
  }
}
