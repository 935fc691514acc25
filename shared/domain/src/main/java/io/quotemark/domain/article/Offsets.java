package io.quotemark.domain.article;

import java.util.Arrays;

/** Maps the UTF-16 offsets of a text to code points, as the public contract counts them. */
public final class Offsets {
  private final String text;

  /** UTF-16 indices of the low surrogates, ascending; empty for nearly every article. */
  private final int[] lowSurrogates;

  public Offsets(String text) {
    this.text = text;
    this.lowSurrogates = new int[text.length() - text.codePointCount(0, text.length())];
    for (int i = 1, found = 0; found < lowSurrogates.length; i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        lowSurrogates[found++] = i;
      }
    }
  }

  /** The number of code points that start before the UTF-16 index {@code charIndex}. */
  public int codePoint(int charIndex) {
    if (lowSurrogates.length == 0) {
      return charIndex;
    }
    int found = Arrays.binarySearch(lowSurrogates, charIndex);
    return charIndex - (found >= 0 ? found : -found - 1);
  }

  /** The UTF-16 index at which the code point of that number starts: {@link #codePoint} turned. */
  public int charIndex(int codePoint) {
    // a low surrogate at place i stands behind lowSurrogates[i] - i code points, ascending
    int low = 0;
    int high = lowSurrogates.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lowSurrogates[middle] - middle <= codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePoint + low;
  }

  /** The chars {@code [start, end)} as a span of the article. */
  public Span span(Span.Part in, int start, int end) {
    return new Span(in, codePoint(start), codePoint(end), text.substring(start, end));
  }
}
