package io.quotemark.market.prices;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A delimited file as lines of cells under a header, with what its comment lines state ({@code #
 * basis: as_traded}).
 *
 * @param header names in lower case without spaces, underscores, hyphens and angle brackets
 * @param directives comment lines of the form {@code # key: value}, keys in lower case; several of
 *     one key keep their order
 * @param separator between the cells
 */
record CsvTable(
    List<String> header, List<Row> rows, Map<String, List<Directive>> directives, char separator) {
  static final int MOST_BYTES = 64 << 20;
  static final int MOST_ROWS = 500_000;

  /**
   * @param line 1-based line of the file the row starts on
   */
  record Row(long line, List<String> cells) {}

  /** What one comment line states. */
  record Directive(long line, String text) {}

  /** Why a file is no table that could be read. */
  static final class NoTable extends Exception {
    NoTable(String reason) {
      super(reason);
    }
  }

  static CsvTable read(byte[] bytes) throws NoTable {
    if (bytes.length > MOST_BYTES) {
      throw new NoTable("larger than " + (MOST_BYTES >> 20) + " MB");
    }
    String text = text(bytes);
    refuseOtherFormats(text);
    char separator = separator(text);
    List<String> header = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    Map<String, List<Directive>> directives = new HashMap<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .commentStrategy(CommentStrategy.READ)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      for (CsvRecord line : reader) {
        if (line.isComment()) {
          directive(line.getStartingLineNumber(), line.getField(0), directives);
        } else if (header.isEmpty()) {
          line.getFields().forEach(name -> header.add(normalized(name)));
        } else if (rows.size() == MOST_ROWS) {
          throw new NoTable("more than " + MOST_ROWS + " rows");
        } else if (!line.getFields().stream().allMatch(String::isBlank)) {
          rows.add(new Row(line.getStartingLineNumber(), line.getFields()));
        }
      }
    } catch (CsvParseException broken) {
      throw new NoTable("not a readable CSV file: " + broken.getMessage());
    } catch (IOException impossibleOnText) {
      throw new UncheckedIOException(impossibleOnText);
    }
    if (header.isEmpty()) {
      throw new NoTable("empty");
    }
    return new CsvTable(List.copyOf(header), List.copyOf(rows), directives, separator);
  }

  private static String text(byte[] bytes) throws NoTable {
    if (bytes.length == 0) {
      throw new NoTable("empty");
    }
    Charset charset = StandardCharsets.UTF_8;
    int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    if (mark == 0xfffe || mark == 0xfeff) {
      charset = StandardCharsets.UTF_16;
    }
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notText) {
      throw new NoTable(
          bytes[0] == 'P' && bytes.length > 1 && bytes[1] == 'K'
              ? "a zip archive; unpack it first"
              : "not a text file in UTF-8 or UTF-16");
    }
  }

  private static void refuseOtherFormats(String text) throws NoTable {
    String start = text.stripLeading();
    if (start.indexOf('\0') >= 0) {
      throw new NoTable(
          start.startsWith("PK") ? "a zip archive; unpack it first" : "binary, not a CSV file");
    }
    if (start.startsWith("<") && !start.startsWith("<TICKER>") && !start.startsWith("<DATE>")) {
      throw new NoTable("a web page or XML, not a CSV file");
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      throw new NoTable("JSON, not a CSV file");
    }
  }

  private static char separator(String text) {
    String header =
        text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static void directive(
      long line, String comment, Map<String, List<Directive>> directives) {
    int colon = comment.indexOf(':');
    if (colon > 0) {
      directives
          .computeIfAbsent(normalized(comment.substring(0, colon)), key -> new ArrayList<>())
          .add(new Directive(line, comment.substring(colon + 1).strip()));
    }
  }

  static String normalized(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ <>.]", "");
  }
}
