package io.quotemark.market.prices;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A price file's bytes as text: UTF-16 by its mark or its zeros, UTF-8, else the charset in which
 * its header names most columns of prices: Windows-1252 or one of East Asia's. Figures are ASCII in
 * all of them, so the header is what has to be right.
 */
final class FileText {
  /** Taiwan, Korea, Japan, China. */
  private static final List<String> EAST_ASIAN =
      List.of("Big5", "x-windows-949", "windows-31j", "GB18030");

  /** Enough bytes to see figures, and with them what stands beside ASCII. */
  private static final int SAMPLE = 4096;

  private FileText() {}

  static String of(byte[] bytes) throws CsvTable.NoTable {
    if (bytes.length == 0) {
      throw new CsvTable.NoTable("empty");
    }
    refuseBinary(bytes);
    Optional<Charset> wide = wide(bytes);
    if (wide.isPresent()) {
      return decoded(bytes, wide.get())
          .map(FileText::unmarked)
          .orElseThrow(() -> new CsvTable.NoTable("not a text file in UTF-8 or UTF-16"));
    }
    Optional<String> utf8 = decoded(bytes, StandardCharsets.UTF_8);
    String text = utf8.isPresent() ? unmarked(utf8.get()) : older(bytes);
    if (text.indexOf('\0') >= 0) {
      throw new CsvTable.NoTable("binary, not a CSV file; save it as CSV");
    }
    return text;
  }

  /**
   * The same file with another first line.
   *
   * @param line in ASCII, which all charsets but UTF-16 write alike
   */
  static byte[] under(String line, byte[] bytes) {
    Charset wide = wide(bytes).orElse(null);
    if (wide != null) {
      Optional<String> text = decoded(bytes, wide).map(FileText::unmarked);
      return text.isEmpty() ? bytes : (line + "\n" + text.get()).getBytes(StandardCharsets.UTF_8);
    }
    byte[] first = (line + "\n").getBytes(StandardCharsets.US_ASCII);
    int from = PackedFiles.starts(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
    byte[] all = Arrays.copyOf(first, first.length + bytes.length - from);
    System.arraycopy(bytes, from, all, first.length, bytes.length - from);
    return all;
  }

  /** UTF-16, by its mark or by the zeros of its figures; empty for any other charset. */
  private static Optional<Charset> wide(byte[] bytes) {
    if (PackedFiles.starts(bytes, 0xff, 0xfe) || PackedFiles.starts(bytes, 0xfe, 0xff)) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    int pairs = Math.min(bytes.length, SAMPLE) / 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < pairs; i++) {
      even += bytes[2 * i] == 0 ? 1 : 0;
      odd += bytes[2 * i + 1] == 0 ? 1 : 0;
    }
    if (even + odd <= pairs / 2 || (even > 0 && odd > 0)) {
      return Optional.empty();
    }
    return Optional.of(odd > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static void refuseBinary(byte[] bytes) throws CsvTable.NoTable {
    String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PAR1")) {
      throw new CsvTable.NoTable("a Parquet file; write it as CSV (to_csv, write_csv)");
    }
    if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      throw new CsvTable.NoTable("an Excel workbook; save the sheet as CSV");
    }
    if (start.startsWith("%PDF")) {
      throw new CsvTable.NoTable("a PDF; deliver the prices as CSV");
    }
  }

  private static String older(byte[] bytes) {
    String best = new String(bytes, Charset.forName("windows-1252"));
    int most = CsvTable.columnsNamed(best);
    for (String name : EAST_ASIAN) {
      Optional<String> text =
          Charset.isSupported(name) ? decoded(bytes, Charset.forName(name)) : Optional.empty();
      int named = text.map(CsvTable::columnsNamed).orElse(0);
      if (named > most) {
        most = named;
        best = text.get();
      }
    }
    return best;
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static String unmarked(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
