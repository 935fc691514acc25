package io.quotemark.claims.chunks;

import java.util.Map;

/** Numbers in words that stand for points of a share. */
public final class Numerals {
  /** Whole numbers as the wires spell them before eighths: "fell two to 83-1/2". */
  public static final Map<String, Integer> WHOLE =
      Map.of(
          "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8,
          "nine", 9, "ten", 10);

  private Numerals() {}
}
