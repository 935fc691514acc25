package io.quotemark.claims.figures;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.rules.Match;
import java.util.Set;

/**
 * "So hoch wie am Freitag schloss X seit Mai nicht", "höher als": a high only where the words go on
 * that it never was, or when it last was.
 */
final class SoHigh {
  private final Sentence sentence;

  SoHigh(Sentence sentence) {
    this.sentence = sentence;
  }

  boolean is(Match match) {
    Chunk value = sentence.get(match.value());
    return value.category() == Category.COMPARATIVE
        || (value.category() == Category.UNSEEN && (value.has("high") || value.has("low")));
  }

  boolean saysNever() {
    Set<String> last = sentence.language().words(WordGroup.FIRST);
    for (int i = 0; i < sentence.size(); i++) {
      Chunk chunk = sentence.get(i);
      boolean no = chunk.skippedHas("no") || (chunk.category() == Category.WORD && chunk.has("no"));
      for (int at = chunk.from(); !no && at < chunk.to(); at++) {
        no = last.contains(sentence.tokens().get(at).lower());
      }
      if (no) {
        return true;
      }
    }
    return false;
  }
}
