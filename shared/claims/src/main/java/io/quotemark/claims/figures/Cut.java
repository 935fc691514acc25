package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Sentence;

/** Texts that break off in a figure: "for $73.0...". */
final class Cut {
  private Cut() {}

  static boolean off(Sentence sentence, int value) {
    int behind = sentence.get(value).to();
    boolean dots =
        sentence.tokens().is(behind, "…")
            || (sentence.tokens().is(behind, ".") && sentence.tokens().is(behind + 1, "."));
    return dots && !sentence.tokens().spaceBefore(behind);
  }
}
