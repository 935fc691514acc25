package io.quotemark.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines to blocks, the marks of Markdown's headings and links taken off: each line one, unless the
 * text is hard-wrapped, when blank lines part its blocks.
 */
final class Blocks {
  private static final int WRAP_LEAST = 45;
  private static final int WRAP_MOST = 100;
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(?:,| (?:to|at|of|from|by|the|an?|and|or|than|auf|um|von|und|de|del|di|da|do))$");
  private static final Pattern SPACES =
      Pattern.compile("[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u3000]+");

  private static final Pattern HEADING = Pattern.compile("^#{1,6} (?=\\S)");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\[\\]]{0,300})\\]\\([^()\\s]{0,500}(?: \"[^\"]{0,200}\")?\\)");
  private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)([^*_]{1,500})\\1");

  private Blocks() {}

  static List<String> of(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      lines.add(line.strip());
    }
    return wrapped(lines)
        ? joined(lines)
        : completed(lines).stream().map(Blocks::tidy).filter(l -> !l.isEmpty()).toList();
  }

  /** Lines, those that break off inside a sentence joined to the next. */
  private static List<String> completed(List<String> lines) {
    List<String> out = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      open.append(line);
      if (i + 1 < lines.size() && breaksOff(line, lines.get(i + 1))) {
        open.append(' ');
      } else {
        out.add(open.toString());
        open.setLength(0);
      }
    }
    return out;
  }

  /** "… were down 1.25 percent, at" and "… is not expected to make any" before "major …". */
  private static boolean breaksOff(String line, String next) {
    if (line.length() < WRAP_LEAST || line.length() > WRAP_MOST || next.isEmpty()) {
      return false;
    }
    boolean inside =
        next.length() >= WRAP_LEAST
            && Character.isLowerCase(next.charAt(0))
            && Character.isLetterOrDigit(line.charAt(line.length() - 1));
    return inside || UNFINISHED.matcher(line).find();
  }

  /**
   * Most lines of about the same middling length, and blocks of several lines between blank ones.
   */
  private static boolean wrapped(List<String> lines) {
    int middling = 0;
    int longer = 0;
    int followed = 0;
    int blank = 0;
    for (int i = 0; i < lines.size(); i++) {
      int length = lines.get(i).length();
      blank += length == 0 ? 1 : 0;
      longer += length > WRAP_MOST ? 1 : 0;
      if (length >= WRAP_LEAST && length <= WRAP_MOST) {
        middling++;
        boolean open = ".!?".indexOf(lines.get(i).charAt(length - 1)) < 0;
        followed += open && i + 1 < lines.size() && !lines.get(i + 1).isEmpty() ? 1 : 0;
      }
    }
    return longer == 0 && blank > 0 && middling >= 4 && followed * 2 > middling;
  }

  private static List<String> joined(List<String> lines) {
    List<String> out = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : lines) {
      // a short line ends its block: a title, a byline, the last line of a paragraph
      boolean ends = line.length() < WRAP_LEAST && block.isEmpty();
      if (line.isEmpty()) {
        flush(block, out);
      } else {
        block.append(block.isEmpty() ? "" : " ").append(line);
        if (ends) {
          flush(block, out);
        }
      }
    }
    flush(block, out);
    return out;
  }

  private static void flush(StringBuilder block, List<String> out) {
    String text = tidy(block.toString());
    if (!text.isEmpty()) {
      out.add(text);
    }
    block.setLength(0);
  }

  private static String tidy(String line) {
    String plain = HEADING.matcher(SPACES.matcher(line).replaceAll(" ").strip()).replaceFirst("");
    return plain.indexOf("](") < 0
        ? plain.strip()
        : STRONG.matcher(LINK.matcher(plain).replaceAll("$1")).replaceAll("$2").strip();
  }
}
