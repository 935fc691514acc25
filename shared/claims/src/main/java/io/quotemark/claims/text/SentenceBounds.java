package io.quotemark.claims.text;

import java.util.Arrays;
import java.util.List;

/**
 * Where sentences and paragraphs begin, as token indices. A blank line parts paragraphs. A dot does
 * not end a sentence behind an abbreviation or an initial, nor before a lower-case word.
 */
final class SentenceBounds {
  /** A line shorter than this is a list's or a headline's, not one wrapped at a margin. */
  private static final int SHORT_LINE = 45;

  /** Longer than any prose, in tokens; cut at the next comma, so that cost stays linear. */
  private static final int LONG = 250;

  /** Where even no comma comes. */
  private static final int LONGEST = 350;

  /** Quotes and brackets that may close behind a full stop; more are no prose. */
  private static final int MOST_CLOSERS = 4;

  private final int[] sentences;
  private final int[] paragraphs;

  private SentenceBounds(int[] sentences, int[] paragraphs) {
    this.sentences = sentences;
    this.paragraphs = paragraphs;
  }

  int[] sentences() {
    return sentences.clone();
  }

  int[] paragraphs() {
    return paragraphs.clone();
  }

  static SentenceBounds of(String text, List<Token> tokens, Marks marks) {
    int[] sentences = new int[tokens.size()];
    int[] paragraphs = new int[tokens.size()];
    int sentenceCount = 0;
    int paragraphCount = 0;
    int lineStart = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int breaks = i == 0 ? 2 : lineBreaks(text, tokens.get(i - 1).end(), tokens.get(i).start());
      boolean paragraph = breaks >= 2;
      if (paragraph) {
        paragraphs[paragraphCount++] = i;
      }
      int length = sentenceCount == 0 ? 0 : i - sentences[sentenceCount - 1];
      if (paragraph
          || length >= LONGEST
          || (length >= LONG && pauses(tokens.get(i - 1)))
          || ends(text, tokens, i, breaks == 1, marks)
          || (breaks == 1 && listLine(text, tokens, lineStart, i, marks))) {
        sentences[sentenceCount++] = i;
      }
      if (breaks > 0) {
        lineStart = i;
      }
    }
    return new SentenceBounds(
        Arrays.copyOf(sentences, sentenceCount), Arrays.copyOf(paragraphs, paragraphCount));
  }

  private static int lineBreaks(String text, int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char here = text.charAt(i);
      if (here == '\n' || (here == '\r' && !(i + 1 < to && text.charAt(i + 1) == '\n'))) {
        breaks++;
      }
    }
    return breaks;
  }

  private static boolean listLine(
      String text, List<Token> tokens, int lineStart, int next, Marks marks) {
    int length = tokens.get(next - 1).end() - tokens.get(lineStart).start();
    return length < SHORT_LINE
        && !startsLower(text, tokens.get(next))
        && !marks.unfinished().contains(tokens.get(next - 1).lower());
  }

  /** Whether a sentence ends right before token {@code next}. */
  private static boolean ends(
      String text, List<Token> tokens, int next, boolean newLine, Marks marks) {
    int last = next - 1;
    while (last > 0 && next - last <= MOST_CLOSERS && isCloser(tokens.get(last))) {
      last--;
    }
    if (last < 0) {
      return false;
    }
    Token stop = tokens.get(last);
    Token following = tokens.get(next);
    if (isCloser(following)) {
      return false;
    }
    boolean spaced = following.start() > tokens.get(next - 1).end();
    return switch (stop.lower()) {
      case "。", "｡" -> true;
      // A full-width mark folds to the same text and needs no space behind it.
      case "!", "?" -> spaced || text.charAt(stop.start()) > '\u00FF';
      case "." -> spaced && dotEnds(text, tokens, last, next, newLine, marks);
      default ->
          spaced
              && stop.isWord()
              && stop.lower().endsWith(".")
              && (marks.openers().contains(following.lower()) && !startsLower(text, following));
    };
  }

  private static boolean dotEnds(
      String text, List<Token> tokens, int dot, int next, boolean newLine, Marks marks) {
    Token following = tokens.get(next);
    if (startsLower(text, following)) {
      return false;
    }
    if (dot == 0 || tokens.get(dot - 1).end() < tokens.get(dot).start()) {
      return true;
    }
    Token before = tokens.get(dot - 1);
    boolean opener = marks.openers().contains(following.lower());
    if (before.isNumber()
        && before.length() <= 2
        && marks.afterOrdinal().contains(following.lower())) {
      return false;
    }
    if (marks.neverLast().contains(before.lower())) {
      return false;
    }
    if (marks.maybeLast().contains(before.lower())) {
      return newLine || opener;
    }
    boolean initial =
        before.isWord()
            && before.length() == 1
            && Character.isUpperCase(text.charAt(before.start()));
    return !initial || opener;
  }

  private static boolean pauses(Token token) {
    return switch (token.lower()) {
      case ",", ";", "，", "；", "、" -> true;
      default -> false;
    };
  }

  private static boolean isCloser(Token token) {
    return switch (token.lower()) {
      case "\"", "'", "”", "»", ")", "]", "」", "』", "）" -> token.kind() == Token.Kind.PUNCT;
      default -> false;
    };
  }

  private static boolean startsLower(String text, Token token) {
    return Character.isLowerCase(text.codePointAt(token.start()));
  }
}
