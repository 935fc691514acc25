package io.quotemark.runtime.rows;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of texts as a Parquet file: flat columns that may be null, plain values, one page a
 * column under gzip. That is all that {@link ClaimRow} needs of the format
 * (https://parquet.apache.org/docs/file-format); docs/adr/0029-export.md says why it is ours.
 */
public final class Parquet {
  /** What a column holds. */
  public enum Type {
    TEXT,

    /** Up to 26 digits before the point and 12 behind it; more behind it are rounded. */
    DECIMAL,
    DAY
  }

  /** A column of a file. */
  public record Column(String name, Type type) {}

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int DECIMAL_BYTES = 16;
  private static final int PRECISION = 38;
  private static final int SCALE = 12;

  // numbers of the format's own lists
  private static final int INT32 = 1;
  private static final int BYTE_ARRAY = 6;
  private static final int FIXED_LEN_BYTE_ARRAY = 7;
  private static final int OPTIONAL = 1;
  private static final int UTF8 = 0;
  private static final int DECIMAL = 5;
  private static final int DATE = 6;
  private static final int PLAIN = 0;
  private static final int RLE = 3;
  private static final int GZIP = 2;
  private static final int DATA_PAGE = 0;

  private Parquet() {}

  /** Where a column's page lies in the file. */
  private record Chunk(long offset, long plainBytes, long bytes) {}

  /**
   * @param rows each with a value, or null, for every column
   * @throws NumberFormatException where a decimal is none
   * @throws java.time.DateTimeException where a day is none
   */
  public static byte[] write(List<Column> columns, List<List<@Nullable String>> rows) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(MAGIC);
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      chunks.add(page(file, columns.get(i).type(), rows, i));
    }
    byte[] footer = footer(columns, chunks, rows.size());
    file.writeBytes(footer);
    littleEndian(file, footer.length);
    file.writeBytes(MAGIC);
    return file.toByteArray();
  }

  private static Chunk page(
      ByteArrayOutputStream file, Type type, List<List<@Nullable String>> rows, int column) {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    byte[] present = new byte[(rows.size() + 7) / 8];
    for (int row = 0; row < rows.size(); row++) {
      String value = rows.get(row).get(column);
      if (value != null) {
        present[row / 8] |= (byte) (1 << (row % 8));
        value(values, type, value);
      }
    }
    ByteArrayOutputStream levels = new ByteArrayOutputStream();
    Thrift.varint(levels, ((long) present.length << 1) | 1); // one run of bits
    levels.writeBytes(present);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    littleEndian(body, levels.size());
    body.writeBytes(levels.toByteArray());
    body.writeBytes(values.toByteArray());
    byte[] packed = gzip(body.toByteArray());

    long offset = file.size();
    byte[] header =
        new Thrift()
            .number(1, DATA_PAGE)
            .number(2, body.size())
            .number(3, packed.length)
            .struct(
                5,
                new Thrift().number(1, rows.size()).number(2, PLAIN).number(3, RLE).number(4, RLE))
            .bytes();
    file.writeBytes(header);
    file.writeBytes(packed);
    return new Chunk(offset, header.length + body.size(), header.length + packed.length);
  }

  private static void value(ByteArrayOutputStream out, Type type, String value) {
    switch (type) {
      case TEXT -> {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        littleEndian(out, text.length);
        out.writeBytes(text);
      }
      case DAY -> littleEndian(out, Math.toIntExact(LocalDate.parse(value).toEpochDay()));
      case DECIMAL -> {
        BigInteger unscaled =
            new BigDecimal(value).setScale(SCALE, RoundingMode.HALF_EVEN).unscaledValue();
        if (unscaled.bitLength() >= DECIMAL_BYTES * 8) {
          throw new NumberFormatException("too large for a column of decimals: " + value);
        }
        byte[] bytes = unscaled.toByteArray();
        for (int i = bytes.length; i < DECIMAL_BYTES; i++) {
          out.write(unscaled.signum() < 0 ? 0xff : 0);
        }
        out.writeBytes(bytes);
      }
    }
  }

  private static byte[] footer(List<Column> columns, List<Chunk> chunks, int rows) {
    List<Thrift> schema = new ArrayList<>();
    schema.add(new Thrift().text(4, "claims").number(5, columns.size()));
    List<Thrift> places = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Chunk chunk = chunks.get(i);
      schema.add(element(column));
      bytes += chunk.plainBytes();
      places.add(
          new Thrift()
              .number64(2, chunk.offset())
              .struct(
                  3,
                  new Thrift()
                      .number(1, physical(column.type()))
                      .numbers(2, List.of(PLAIN, RLE))
                      .texts(3, List.of(column.name()))
                      .number(4, GZIP)
                      .number64(5, rows)
                      .number64(6, chunk.plainBytes())
                      .number64(7, chunk.bytes())
                      .number64(9, chunk.offset())));
    }
    Thrift group = new Thrift().structs(1, places).number64(2, bytes).number64(3, rows);
    return new Thrift()
        .number(1, 1)
        .structs(2, schema)
        .number64(3, rows)
        .structs(4, rows == 0 ? List.of() : List.of(group))
        .text(6, "quotemark")
        .bytes();
  }

  private static Thrift element(Column column) {
    Thrift element = new Thrift().number(1, physical(column.type()));
    return switch (column.type()) {
      case TEXT -> element.number(3, OPTIONAL).text(4, column.name()).number(6, UTF8);
      case DAY -> element.number(3, OPTIONAL).text(4, column.name()).number(6, DATE);
      case DECIMAL ->
          element
              .number(2, DECIMAL_BYTES)
              .number(3, OPTIONAL)
              .text(4, column.name())
              .number(6, DECIMAL)
              .number(7, SCALE)
              .number(8, PRECISION);
    };
  }

  private static int physical(Type type) {
    return switch (type) {
      case TEXT -> BYTE_ARRAY;
      case DECIMAL -> FIXED_LEN_BYTE_ARRAY;
      case DAY -> INT32;
    };
  }

  /** By hand, since a stream's header may name the machine. */
  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff});
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] block = new byte[8_192];
      while (!deflater.finished()) {
        out.write(block, 0, deflater.deflate(block));
      }
    } finally {
      deflater.end();
    }
    CRC32 check = new CRC32();
    check.update(plain);
    littleEndian(out, (int) check.getValue());
    littleEndian(out, plain.length);
    return out.toByteArray();
  }

  private static void littleEndian(ByteArrayOutputStream out, int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write(value >>> shift);
    }
  }
}
