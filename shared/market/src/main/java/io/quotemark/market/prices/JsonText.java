package io.quotemark.market.prices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into maps, lists and texts: a number stays what was printed, null is the
 * empty text. Only as deep as answers with prices are.
 */
final class JsonText {
  private static final int DEEPEST = 20;

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * @throws CsvTable.NoTable where the text is no JSON, with the place
   */
  static Object read(String text) throws CsvTable.NoTable {
    JsonText reader = new JsonText(text);
    Object value = reader.value(0);
    reader.space();
    if (reader.at < text.length()) {
      throw reader.broken();
    }
    return value;
  }

  private CsvTable.NoTable broken() {
    return new CsvTable.NoTable("broken JSON at character " + (at + 1) + "; download it again");
  }

  private Object value(int depth) throws CsvTable.NoTable {
    space();
    if (depth > DEEPEST || at >= text.length()) {
      throw broken();
    }
    return switch (text.charAt(at)) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> string();
      default -> plain();
    };
  }

  private Map<String, Object> object(int depth) throws CsvTable.NoTable {
    Map<String, Object> object = new LinkedHashMap<>();
    at++;
    space();
    while (!taken('}')) {
      if (!object.isEmpty()) {
        require(',');
        space();
      }
      String name = string();
      space();
      require(':');
      object.put(name, value(depth + 1));
      space();
    }
    return object;
  }

  private List<Object> array(int depth) throws CsvTable.NoTable {
    List<Object> array = new ArrayList<>();
    at++;
    space();
    while (!taken(']')) {
      if (!array.isEmpty()) {
        require(',');
      }
      array.add(value(depth + 1));
      space();
    }
    return array;
  }

  private String string() throws CsvTable.NoTable {
    require('"');
    StringBuilder string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return string.toString();
      }
      string.append(c == '\\' ? escaped() : c);
    }
    throw broken();
  }

  private char escaped() throws CsvTable.NoTable {
    if (at >= text.length()) {
      throw broken();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> {
        String hex = at + 4 <= text.length() ? text.substring(at, at + 4) : "";
        if (!hex.matches("[0-9A-Fa-f]{4}")) {
          throw broken();
        }
        at += 4;
        yield (char) Integer.parseInt(hex, 16);
      }
      default -> c;
    };
  }

  private String plain() throws CsvTable.NoTable {
    int from = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(from, at);
    if (!word.matches("-?[0-9][0-9.eE+-]*|true|false|null|NaN")) {
      at = from;
      throw broken();
    }
    return word.equals("null") || word.equals("NaN") ? "" : word;
  }

  private void space() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean taken(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void require(char c) throws CsvTable.NoTable {
    if (!taken(c)) {
      throw broken();
    }
  }
}
