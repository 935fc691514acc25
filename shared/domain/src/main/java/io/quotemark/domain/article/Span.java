package io.quotemark.domain.article;

/**
 * Where something stands in an article.
 *
 * @param start Unicode code points before its first
 * @param end Unicode code points before what follows it
 * @param text exactly what stands there
 */
public record Span(Part in, int start, int end, String text) implements Comparable<Span> {
  public enum Part {
    TITLE,
    TEXT
  }

  public Span {
    if (start < 0 || end < start || text.codePointCount(0, text.length()) != end - start) {
      throw new IllegalArgumentException(
          "span %d-%d does not fit \"%s\"".formatted(start, end, text));
    }
  }

  @Override
  public int compareTo(Span other) {
    int byPart = in.compareTo(other.in);
    if (byPart != 0) {
      return byPart;
    }
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(other.end, end);
  }
}
