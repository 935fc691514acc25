package io.quotemark.reading;

import io.quotemark.domain.article.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Refuses the files of word processors, spreadsheets and presentations, told by first bytes. */
public final class OfficeFile {
  /** What begins the files of Office before 2007, and whatever else OLE holds. */
  private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private static final String RICH_TEXT = "{\\rtf";
  private static final String ZIP = "PK\u0003\u0004";
  private static final int NAME = 30;
  private static final int NAME_LENGTH = 26;
  private static final int LONGEST_HEAD = 200;
  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final List<String> FOLDERS = List.of("docProps/", "word/", "xl/", "ppt/");

  private OfficeFile() {}

  /** The refusal; empty where the first bytes are no office file's. */
  public static Optional<Reading.Rejected> of(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_HEAD), StandardCharsets.ISO_8859_1);
    return head.startsWith(OLE) || head.startsWith(RICH_TEXT) || isZipOfOne(head)
        ? Optional.of(refused())
        : Optional.empty();
  }

  /** Whether the entry of a zip file is what only office files have. */
  public static boolean isPart(String name) {
    return name.equals(CONTENT_TYPES);
  }

  public static Reading.Rejected refused() {
    return new Reading.Rejected(
        Reading.Code.UNSUPPORTED_FORMAT,
        "This is an office document, such as of Word, Excel, PowerPoint or OpenDocument. "
            + "Save it as text or HTML and upload that.");
  }

  /** Whether the first entry is one that office files begin with. */
  private static boolean isZipOfOne(String head) {
    if (!head.startsWith(ZIP) || head.length() < NAME) {
      return false;
    }
    String behind = head.substring(NAME);
    int length = head.charAt(NAME_LENGTH) | head.charAt(NAME_LENGTH + 1) << 8;
    String name = behind.substring(0, Math.min(behind.length(), length));
    return isPart(name)
        || name.equals("_rels/.rels")
        || (name.endsWith(".xml") && FOLDERS.stream().anyMatch(name::startsWith))
        || (name.equals("mimetype") && behind.startsWith("mimetypeapplication/"));
  }
}
