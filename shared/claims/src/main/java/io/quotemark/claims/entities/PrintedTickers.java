package io.quotemark.claims.entities;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds codes printed in the forms of {@link Form}, whether or not anything bears them, in one pass
 * over a text. Cost is linear: around each full stop, colon, dollar sign or run of capitals a fixed
 * number of characters is looked at.
 */
final class PrintedTickers {
  /** The forms, the surer first: where two claim the same place, the first wins. */
  enum Form {
    /** {@code (NYSE: BABA)}, brackets optional. */
    TAG,
    /** {@code 9988.HK}. Some pages print no space before it: {@code MerckMRK.N}. */
    CODE,
    /** {@code .SPX}. */
    INDEX,
    /** {@code $BABA}. */
    CASH,
    /** {@code BABA US}. */
    BLOOMBERG,
    ISIN
  }

  /**
   * @param start UTF-16 index where what belongs to it begins, a bracket and blanks too
   * @param end UTF-16 index behind it
   * @param market as printed; empty where the form names none
   * @param ticker as printed
   * @param tickerStart UTF-16 index of the ticker
   */
  record Printed(int start, int end, String market, String ticker, int tickerStart) {}

  private static final String OPENING = "([（［【";
  private static final String EQUITY = " Equity";
  private static final int LONGEST_CODE = 6;
  private static final int LONGEST_SUFFIX = 2;
  private static final int LONGEST_INDEX = 9;
  private static final int LONGEST_CASH = 5;
  private static final int LONGEST_TAGGED = 10;
  private static final int ISIN_LENGTH = 12;

  /** Words of a market's name in a tag ("NEW YORK STOCK EXCHANGE"), and letters of each. */
  private static final int MOST_WORDS = 4;

  private static final int SHORTEST_FIRST = 2;
  private static final int LONGEST_FIRST = 8;
  private static final int SHORTEST_NEXT = 4;
  private static final int LONGEST_NEXT = 9;
  private static final int MOST_BLANKS = 2;

  private final String text;
  private final Map<Form, List<Printed>> found = new EnumMap<>(Form.class);

  private PrintedTickers(String text) {
    this.text = text;
  }

  /** What stands in each form, in order; those of one form do not overlap. */
  static Map<Form, List<Printed>> in(String text) {
    PrintedTickers scan = new PrintedTickers(text);
    scan.run();
    return scan.found;
  }

  private void run() {
    int at = 0;
    while (at < text.length()) {
      char here = text.charAt(at);
      if (isCode(here)) {
        int end = codeEnd(at);
        isin(at, end);
        bloomberg(at, end);
        at = end;
      } else {
        switch (here) {
          case '.' -> {
            code(at);
            index(at);
          }
          case '$' -> cash(at);
          case ':', '：' -> tag(at);
          default -> {
            // nothing begins here
          }
        }
        at++;
      }
    }
  }

  private void code(int dot) {
    int end = dot + 1;
    while (isCapital(end)) {
      end++;
    }
    int suffix = end - dot - 1;
    if (suffix == 0
        || suffix > LONGEST_SUFFIX
        || isDigit(end)
        || is(end, '.')
        || is(end, '_')
        || !isCode(dot - 1)) {
      return;
    }
    int start = codeStart(dot);
    boolean dashed = start == dot - 1 && isCapital(start) && is(start - 1, '-');
    // a class of shares belongs to the code: "BRK-B.N"
    int whole = dashed ? codeStart(start - 1) : start;
    if (dashed && whole < start - 1 && start - 1 - whole <= LONGEST_CODE && opens(whole)) {
      start = whole;
    } else if (dot - start > LONGEST_CODE || !opens(start)) {
      return;
    }
    add(Form.CODE, start, end, text.substring(dot + 1, end), text.substring(start, dot), start);
  }

  private boolean opens(int start) {
    return !is(start - 1, '_') && !is(start - 1, '.') && !is(start - 1, '$');
  }

  private void index(int dot) {
    int end = isCapital(dot + 1) ? codeEnd(dot + 1) : dot;
    int length = end - dot - 1;
    if (length > 1
        && length <= LONGEST_INDEX
        && !isWord(dot - 1)
        && !is(dot - 1, '.')
        && endsWord(end)) {
      add(Form.INDEX, dot, end, "", text.substring(dot + 1, end), dot + 1);
    }
  }

  private void cash(int dollar) {
    int end = dollar + 1;
    while (isCapital(end)) {
      end++;
    }
    int length = end - dollar - 1;
    if (length > 0
        && length <= LONGEST_CASH
        && !isWord(dollar - 1)
        && endsWord(end)
        && !is(end, '.')) {
      add(Form.CASH, dollar, end, "", text.substring(dollar + 1, end), dollar + 1);
    }
  }

  private void isin(int start, int end) {
    if (end - start == ISIN_LENGTH
        && isCapital(start)
        && isCapital(start + 1)
        && isDigit(end - 1)
        && endsWord(end)
        && !wordBefore(start)) {
      add(Form.ISIN, start, end, "", text.substring(start, end), start);
    }
  }

  private void bloomberg(int start, int end) {
    int market = end + 1;
    if (end - start > LONGEST_CODE
        || !is(end, ' ')
        || !isCapital(market)
        || !isCapital(market + 1)
        || isWord(start - 1)
        || is(start - 1, '.')
        || start < end(Form.BLOOMBERG)) {
      return;
    }
    int behind = market + 2;
    int equity = text.startsWith(EQUITY, behind) ? behind + EQUITY.length() : behind;
    if (closes(equity)) {
      behind = equity;
    } else if (!closes(behind)) {
      return;
    }
    add(
        Form.BLOOMBERG,
        start,
        behind,
        text.substring(market, market + 2),
        text.substring(start, end),
        start);
  }

  private boolean closes(int at) {
    return isBlank(at) || is(at, ',') || is(at, ';') || is(at, ')') || is(at, ']');
  }

  private void tag(int colon) {
    int ticker = isBlank(colon + 1) ? colon + 2 : colon + 1;
    int end = taggedEnd(ticker);
    int marketEnd = isBlank(colon - 1) ? colon - 1 : colon;
    int market = end < 0 ? -1 : marketStart(marketEnd);
    if (market < 0) {
      return;
    }
    int from = end(Form.TAG);
    int start = market;
    while (market - start < MOST_BLANKS && start > from && isBlank(start - 1)) {
      start--;
    }
    if (start > from && OPENING.indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    add(
        Form.TAG,
        start,
        end,
        text.substring(market, marketEnd),
        text.substring(ticker, end),
        ticker);
  }

  /** The end of a tag's ticker, where a word ends or begins; -1 where none is. */
  private int taggedEnd(int start) {
    if (!isCode(start)) {
      return -1;
    }
    int end = start + 1;
    while (end < text.length() && end - start < LONGEST_TAGGED && isTagged(text.charAt(end))) {
      end++;
    }
    while (end > start && !(isCode(end - 1) ? endsWord(end) : isWord(end))) {
      end--;
    }
    return end > start ? end : -1;
  }

  /** Where the name of the market begins that ends there, with most words; -1 where none does. */
  private int marketStart(int end) {
    int best = -1;
    int wordEnd = end;
    for (int words = 0; words < MOST_WORDS; words++) {
      int start = wordEnd;
      while (wordEnd - start <= LONGEST_NEXT && isLetter(start - 1)) {
        start--;
      }
      int length = wordEnd - start;
      if (start < end(Form.TAG)) {
        break;
      }
      if (length >= SHORTEST_FIRST && length <= LONGEST_FIRST && !wordBefore(start)) {
        best = start;
      }
      boolean next =
          length >= SHORTEST_NEXT
              && length <= LONGEST_NEXT
              && isCapital(start)
              && is(start - 1, ' ');
      if (!next) {
        break;
      }
      wordEnd = start - 1;
    }
    return best;
  }

  private void add(Form form, int start, int end, String market, String ticker, int tickerStart) {
    found
        .computeIfAbsent(form, f -> new ArrayList<>())
        .add(new Printed(start, end, market, ticker, tickerStart));
  }

  /** Where the last of a form ended; what overlaps it is none. */
  private int end(Form form) {
    List<Printed> before = found.get(form);
    return before == null ? 0 : before.getLast().end();
  }

  private int codeEnd(int start) {
    int end = start;
    while (end < text.length() && isCode(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the run of capitals and digits begins that ends there, or one more than a code has. */
  private int codeStart(int end) {
    int start = end;
    while (end - start <= LONGEST_CODE && isCode(start - 1)) {
      start--;
    }
    return start;
  }

  /** Whether a word ends at the index, behind a letter or digit: marks belong to what they mark. */
  private boolean endsWord(int at) {
    return !isWord(at) && !isMark(at);
  }

  private boolean isMark(int at) {
    return at < text.length()
        && text.charAt(at) > 127
        && Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK;
  }

  /** Whether a letter, a digit or an underscore stands before the index, marks upon it or not. */
  private boolean wordBefore(int at) {
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

  private boolean is(int at, char wanted) {
    return at >= 0 && at < text.length() && text.charAt(at) == wanted;
  }

  private boolean isWord(int at) {
    return isLetter(at) || isDigit(at) || is(at, '_');
  }

  private boolean isLetter(int at) {
    return at >= 0
        && at < text.length()
        && (text.charAt(at) | 32) >= 'a'
        && (text.charAt(at) | 32) <= 'z';
  }

  private boolean isCapital(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  private boolean isDigit(int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean isCode(int at) {
    return at >= 0 && at < text.length() && isCode(text.charAt(at));
  }

  private static boolean isCode(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isTagged(char c) {
    return isCode(c) || c == '.' || c == '&' || c == '-';
  }

  private boolean isBlank(int at) {
    return at >= 0 && at < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(at)) >= 0;
  }
}
