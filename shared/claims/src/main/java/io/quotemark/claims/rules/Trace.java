package io.quotemark.claims.rules;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What the rules did: each sentence as symbols, then a line for each hit that stayed or lost. */
public final class Trace {
  private final boolean kept;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param kept whether somebody asked for it; a trace that nobody reads costs nothing
   */
  public Trace(boolean kept) {
    this.kept = kept;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }

  void add(Sentence sentence, List<Match> fired, List<Match> lost) {
    if (!kept) {
      return;
    }
    lines.add(symbols(sentence));
    for (Match match : fired) {
      lines.add(line(sentence, match, "fired"));
    }
    for (Match match : lost) {
      lines.add(line(sentence, match, "lost"));
    }
  }

  /** What the rules see of the sentence: a symbol for each chunk. */
  private static String symbols(Sentence sentence) {
    StringBuilder line = new StringBuilder("sentence " + sentence.number() + ":");
    for (Chunk chunk : sentence.chunks()) {
      line.append(' ').append(chunk.category());
    }
    return line.toString();
  }

  private static String line(Sentence sentence, Match match, String what) {
    int from = sentence.get(match.start()).from();
    int to = sentence.get(match.end() - 1).to() - 1;
    return match.rule().name() + " " + what + ": " + sentence.tokens().printed(from, to);
  }
}
