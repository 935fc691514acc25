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
  static final int LONGEST_CODE = 6;
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
  private final CodeChars chars;
  private final Map<Form, List<Printed>> found = new EnumMap<>(Form.class);

  private PrintedTickers(String text) {
    this.text = text;
    this.chars = new CodeChars(text);
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
      if (CodeChars.isCode(here)) {
        int end = chars.codeEnd(at);
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
    while (chars.isCapital(end)) {
      end++;
    }
    int suffix = end - dot - 1;
    if (suffix == 0
        || suffix > LONGEST_SUFFIX
        || chars.isDigit(end)
        || chars.is(end, '.')
        || chars.is(end, '_')
        || !chars.isCode(dot - 1)) {
      return;
    }
    int start = chars.codeStart(dot);
    boolean dashed = start == dot - 1 && chars.isCapital(start) && chars.is(start - 1, '-');
    // a class of shares belongs to the code: "BRK-B.N"
    int whole = dashed ? chars.codeStart(start - 1) : start;
    if (dashed && whole < start - 1 && start - 1 - whole <= LONGEST_CODE && opens(whole)) {
      start = whole;
    } else if (dot - start > LONGEST_CODE || !opens(start)) {
      return;
    }
    add(Form.CODE, start, end, text.substring(dot + 1, end), text.substring(start, dot), start);
  }

  private boolean opens(int start) {
    return !chars.is(start - 1, '_') && !chars.is(start - 1, '.') && !chars.is(start - 1, '$');
  }

  private void index(int dot) {
    int end = chars.isCapital(dot + 1) ? chars.codeEnd(dot + 1) : dot;
    int length = end - dot - 1;
    if (length > 1
        && length <= LONGEST_INDEX
        && !chars.isWord(dot - 1)
        && !chars.is(dot - 1, '.')
        && chars.endsWord(end)) {
      add(Form.INDEX, dot, end, "", text.substring(dot + 1, end), dot + 1);
    }
  }

  private void cash(int dollar) {
    int end = dollar + 1;
    while (chars.isCapital(end)) {
      end++;
    }
    int length = end - dollar - 1;
    if (length > 0
        && length <= LONGEST_CASH
        && !chars.isWord(dollar - 1)
        && chars.endsWord(end)
        && !chars.is(end, '.')) {
      add(Form.CASH, dollar, end, "", text.substring(dollar + 1, end), dollar + 1);
    }
  }

  private void isin(int start, int end) {
    if (end - start == ISIN_LENGTH
        && chars.isCapital(start)
        && chars.isCapital(start + 1)
        && chars.isDigit(end - 1)
        && chars.endsWord(end)
        && !chars.wordBefore(start)) {
      add(Form.ISIN, start, end, "", text.substring(start, end), start);
    }
  }

  private void bloomberg(int start, int end) {
    int market = end + 1;
    if (end - start > LONGEST_CODE
        || !chars.is(end, ' ')
        || !chars.isCapital(market)
        || !chars.isCapital(market + 1)
        || chars.isWord(start - 1)
        || chars.is(start - 1, '.')
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
    return chars.isBlank(at)
        || chars.is(at, ',')
        || chars.is(at, ';')
        || chars.is(at, ')')
        || chars.is(at, ']');
  }

  private void tag(int colon) {
    int ticker = chars.isBlank(colon + 1) ? colon + 2 : colon + 1;
    int end = taggedEnd(ticker);
    int marketEnd = chars.isBlank(colon - 1) ? colon - 1 : colon;
    int market = end < 0 ? -1 : marketStart(marketEnd);
    if (market < 0) {
      return;
    }
    int from = end(Form.TAG);
    int start = market;
    while (market - start < MOST_BLANKS && start > from && chars.isBlank(start - 1)) {
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
    if (!chars.isCode(start)) {
      return -1;
    }
    int end = start + 1;
    while (end < text.length() && end - start < LONGEST_TAGGED && isTagged(text.charAt(end))) {
      end++;
    }
    while (end > start && !(chars.isCode(end - 1) ? chars.endsWord(end) : chars.isWord(end))) {
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
      while (wordEnd - start <= LONGEST_NEXT && chars.isLetter(start - 1)) {
        start--;
      }
      int length = wordEnd - start;
      if (start < end(Form.TAG)) {
        break;
      }
      if (length >= SHORTEST_FIRST && length <= LONGEST_FIRST && !chars.wordBefore(start)) {
        best = start;
      }
      boolean next =
          length >= SHORTEST_NEXT
              && length <= LONGEST_NEXT
              && chars.isCapital(start)
              && chars.is(start - 1, ' ');
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

  private static boolean isTagged(char c) {
    return CodeChars.isCode(c) || c == '.' || c == '&' || c == '-';
  }
}
