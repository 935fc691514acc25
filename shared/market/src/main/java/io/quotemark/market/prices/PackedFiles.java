package io.quotemark.market.prices;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The price files in a {@code .gz}, {@code .zip}, {@code .tar} or {@code .tar.gz}, told by their
 * first bytes; an archive in an archive is opened once more. All entries together may hold no more
 * than a price file may, so that a small file cannot unpack into a large one.
 */
final class PackedFiles {
  private static final int MOST_ENTRIES = 5_000;
  private static final int DEEPEST = 3;
  private static final int TAR_BLOCK = 512;

  /** One file; never compared, so its bytes are handed over. */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String name, byte[] bytes) {}

  private final List<Entry> found = new ArrayList<>();
  private long left = CsvTable.MOST_BYTES;

  private PackedFiles() {}

  /** The file itself where it is no archive. */
  static List<Entry> of(String name, byte[] bytes) throws CsvTable.NoTable {
    PackedFiles files = new PackedFiles();
    files.open(name, bytes, 0);
    if (files.found.isEmpty()) {
      throw new CsvTable.NoTable("a zip or gzip archive without a file in it");
    }
    return files.found;
  }

  private void open(String name, byte[] bytes, int depth) throws CsvTable.NoTable {
    if (depth > DEEPEST) {
      throw new CsvTable.NoTable("archives within archives; unpack it first");
    }
    try {
      if (starts(bytes, 0x1f, 0x8b)) {
        open(name.replaceFirst("(?i)\\.(gz|tgz)$", ""), gunzipped(bytes), depth + 1);
      } else if (starts(bytes, 'P', 'K', 3, 4)) {
        zip(bytes, depth);
      } else if (isTar(bytes)) {
        tar(bytes, depth);
      } else if (found.size() == MOST_ENTRIES) {
        throw new CsvTable.NoTable("more than " + MOST_ENTRIES + " files; pack fewer");
      } else {
        found.add(new Entry(name, bytes));
      }
    } catch (IOException broken) {
      throw new CsvTable.NoTable("the gzip or zip archive is broken: " + broken.getMessage());
    }
  }

  static boolean starts(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private byte[] bounded(java.io.InputStream in) throws IOException, CsvTable.NoTable {
    byte[] content = in.readNBytes((int) left + 1);
    left -= content.length;
    if (left < 0) {
      throw new CsvTable.NoTable(
          "unpacks to more than %d MB; pack fewer shares or years"
              .formatted(CsvTable.MOST_BYTES >> 20));
    }
    return content;
  }

  private byte[] gunzipped(byte[] bytes) throws IOException, CsvTable.NoTable {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return bounded(in);
    }
  }

  private void zip(byte[] bytes, int depth) throws IOException, CsvTable.NoTable {
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] content = bounded(in);
        if (e.getName().startsWith("xl/")) {
          throw new CsvTable.NoTable("an Excel workbook (zip); save the sheet as CSV");
        }
        if (!e.isDirectory() && !isHidden(e.getName())) {
          open(e.getName(), content, depth + 1);
        }
      }
    } catch (IllegalArgumentException broken) {
      throw new IOException(broken);
    }
  }

  /** By the mark that POSIX and GNU tar both write at byte 257. */
  private static boolean isTar(byte[] bytes) {
    return bytes.length >= TAR_BLOCK
        && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  private void tar(byte[] bytes, int depth) throws IOException, CsvTable.NoTable {
    int at = 0;
    while (at + TAR_BLOCK <= bytes.length && bytes[at] != 0) {
      String octal = field(bytes, at + 124, 12).strip();
      if (!octal.matches("[0-7]{1,11}")) {
        throw new IOException("a size that is not a number");
      }
      long size = Long.parseLong(octal, 8);
      int start = at + TAR_BLOCK;
      if (size > bytes.length - start) {
        throw new IOException("it ends inside an entry");
      }
      String name = field(bytes, at, 100);
      byte type = bytes[at + 156];
      if ((type == '0' || type == 0) && !isHidden(name)) {
        open(name, Arrays.copyOfRange(bytes, start, start + (int) size), depth + 1);
      }
      at = (int) Math.min(start + (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK, bytes.length);
    }
  }

  private static String field(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** What an operating system adds of itself. */
  private static boolean isHidden(String name) {
    return name.startsWith("__MACOSX/") || FileNames.baseName(name).startsWith(".");
  }
}
