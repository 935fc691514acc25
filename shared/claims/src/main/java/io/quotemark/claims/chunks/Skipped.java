package io.quotemark.claims.chunks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What was left out of a sentence right before a chunk: words that no rule asks for, of which some
 * bear a mark that readers of figures do ask for.
 */
public record Skipped(List<Phrase> phrases) {
  public static final Skipped NOTHING = new Skipped(List.of());

  /**
   * @param words in lower case, as printed
   * @param marks of the word or phrase: "at times" bears {@code peak}
   */
  public record Phrase(String words, Set<String> marks) {
    public Phrase {
      marks = Set.copyOf(marks);
    }
  }

  public Skipped {
    phrases = List.copyOf(phrases);
  }

  public boolean isEmpty() {
    return phrases.isEmpty();
  }

  /** Whether a phrase left out bears the mark. */
  boolean has(String mark) {
    for (Phrase phrase : phrases) {
      if (phrase.marks().contains(mark)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words were left out, in one phrase or over several that bear no mark. */
  boolean holds(String words) {
    StringBuilder run = new StringBuilder(" ");
    for (Phrase phrase : phrases) {
      run.append(phrase.words()).append(' ');
      if (run.indexOf(" " + words + " ") >= 0) {
        return true;
      }
      if (!phrase.marks().isEmpty()) {
        run.setLength(1);
      }
    }
    return false;
  }

  /** The same with one more phrase behind. */
  Skipped with(Phrase phrase) {
    List<Phrase> more = new ArrayList<>(phrases);
    more.add(phrase);
    return new Skipped(more);
  }
}
