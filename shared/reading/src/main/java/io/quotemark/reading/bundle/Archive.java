package io.quotemark.reading.bundle;

import io.quotemark.domain.article.Reading;
import io.quotemark.reading.OfficeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The entries of a zip or tar file, held in memory; an entry's name is a label for people and no
 * path.
 *
 * @param mostEntries how many entries a bundle may hold
 * @param mostBytes how many bytes all its entries may hold together once unpacked, which also
 *     bounds what a small bundle can expand to
 */
public record Archive(int mostEntries, int mostBytes) {
  private static final int TAR_BLOCK = 512;
  private static final int LONGEST_NAME = 200;

  /** What unpacking came to. */
  public sealed interface Unpacked {
    record Entries(List<Packed> entries) implements Unpacked {
      public Entries {
        entries = List.copyOf(entries);
      }
    }

    record Refused(Reading.Rejected why) implements Unpacked {}
  }

  /** One file of the bundle; never compared, so its bytes are handed over. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Packed(String name, byte[] bytes) {}

  public static boolean isZip(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /** By the mark that POSIX and GNU tar both write at byte 257. */
  public static boolean isTar(byte[] bytes) {
    return bytes.length >= TAR_BLOCK
        && new String(bytes, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  public Unpacked unzip(byte[] bytes) {
    List<Packed> out = new ArrayList<>();
    int left = mostBytes;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        byte[] content = in.readNBytes(left + 1);
        left -= content.length;
        if (left < 0) {
          return tooLarge();
        }
        if (OfficeFile.isPart(e.getName())) {
          return new Unpacked.Refused(OfficeFile.refused());
        }
        if (!e.isDirectory() && !hidden(e.getName())) {
          out.add(new Packed(label(e.getName()), content));
        }
        if (out.size() > mostEntries) {
          return tooMany();
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return broken("zip file", String.valueOf(e.getMessage()));
    }
    return new Unpacked.Entries(out);
  }

  public Unpacked untar(byte[] bytes) {
    List<Packed> out = new ArrayList<>();
    int at = 0;
    while (at + TAR_BLOCK <= bytes.length && bytes[at] != 0) {
      String octal = field(bytes, at + 124, 12).strip();
      if (!octal.matches("[0-7]{1,11}")) {
        return broken("tar file", "a size that is no number");
      }
      long size = Long.parseLong(octal, 8);
      int start = at + TAR_BLOCK;
      if (size > bytes.length - start) {
        return broken("tar file", "it ends inside an entry");
      }
      String name = field(bytes, at, 100);
      byte type = bytes[at + 156];
      if ((type == '0' || type == 0) && !hidden(name)) {
        out.add(new Packed(label(name), Arrays.copyOfRange(bytes, start, start + (int) size)));
      }
      if (out.size() > mostEntries) {
        return tooMany();
      }
      long next = start + (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
      at = (int) Math.min(next, bytes.length);
    }
    return new Unpacked.Entries(out);
  }

  private static String field(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** What an operating system adds of itself. */
  private static boolean hidden(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || last.startsWith(".");
  }

  private static String label(String name) {
    String printable = name.replaceAll("\\p{Cntrl}", "");
    return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME);
  }

  private Unpacked tooMany() {
    return refused(
        Reading.Code.BUNDLE_LIMIT,
        "More than %,d files in the bundle; split it.".formatted(mostEntries));
  }

  private Unpacked tooLarge() {
    return refused(
        Reading.Code.TOO_LARGE, "More than %,d bytes once unpacked.".formatted(mostBytes));
  }

  private static Unpacked broken(String what, String why) {
    return refused(
        Reading.Code.MALFORMED, "The %s is broken: %s. Upload it again.".formatted(what, why));
  }

  private static Unpacked refused(Reading.Code code, String message) {
    return new Unpacked.Refused(new Reading.Rejected(code, message));
  }
}
