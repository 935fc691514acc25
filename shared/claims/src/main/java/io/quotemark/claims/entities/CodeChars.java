package io.quotemark.claims.entities;

/** The characters of a text as codes see them: capitals, digits, letters, blanks, ends of words. */
final class CodeChars {
  private final String text;

  CodeChars(String text) {
    this.text = text;
  }

  int codeEnd(int start) {
    int end = start;
    while (end < text.length() && isCode(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the run of capitals and digits begins that ends there, or one more than a code has. */
  int codeStart(int end) {
    int start = end;
    while (end - start <= PrintedTickers.LONGEST_CODE && isCode(start - 1)) {
      start--;
    }
    return start;
  }

  /** Whether a word ends at the index, behind a letter or digit: marks belong to what they mark. */
  boolean endsWord(int at) {
    return !isWord(at) && !isMark(at);
  }

  boolean isMark(int at) {
    return at < text.length()
        && text.charAt(at) > 127
        && Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK;
  }

  /** Whether a letter, a digit or an underscore stands before the index, marks upon it or not. */
  boolean wordBefore(int at) {
    int before = at - 1;
    while (before >= 0
        && text.charAt(before) > 127
        && Character.getType(text.charAt(before)) == Character.NON_SPACING_MARK) {
      before--;
    }
    return before == at - 1
        ? isWord(before)
        : before >= 0 && Character.isLetterOrDigit(text.codePointAt(before));
  }

  boolean is(int at, char wanted) {
    return at >= 0 && at < text.length() && text.charAt(at) == wanted;
  }

  boolean isWord(int at) {
    return isLetter(at) || isDigit(at) || is(at, '_');
  }

  boolean isLetter(int at) {
    return at >= 0
        && at < text.length()
        && (text.charAt(at) | 32) >= 'a'
        && (text.charAt(at) | 32) <= 'z';
  }

  boolean isCapital(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  boolean isDigit(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  boolean isBlank(int at) {
    return at >= 0 && at < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(at)) >= 0;
  }

  boolean isCode(int at) {
    return at >= 0 && at < text.length() && isCode(text.charAt(at));
  }

  static boolean isCode(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
