package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Chunk;
import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.discourse.Subject;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.language.Category;
import io.quotemark.claims.statements.Draft;
import io.quotemark.domain.claim.ClaimKind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that the securities master does not hold. One is a listed company's only where the text
 * shows it: it speaks of its shares, prints a tag behind it or a price of it. What else falls by
 * four percent are sales of a car, visitors of a town, a gauge of the economy. A text of a few
 * sentences has no room to show it.
 */
final class Strangers {
  /** How many chunks around "shares" may name whose they are. */
  private static final int REACH = 3;

  /** Sentences in which a text that speaks of a company's shares will have called them so. */
  private static final int SHORT = 4;

  private int sentences;

  /** First words of the names, in small letters. */
  private final Set<String> traded = new HashSet<>();

  /** Notes whose shares and prices the sentence speaks of. */
  void see(Sentence sentence, List<Draft> drafts) {
    sentences++;
    for (int i = 0; i < sentence.size(); i++) {
      Chunk chunk = sentence.get(i);
      if (chunk.category() == Category.STOCK) {
        around(sentence, i);
      } else if (chunk.category() == Category.NAME && isTagged(sentence, i)) {
        traded.add(sentence.tokens().get(chunk.from()).lower());
      }
    }
    for (Draft draft : drafts) {
      Mention name = draft.subject().name();
      boolean said = draft.subject().kind() == Subject.Kind.STOCK || isPrice(draft);
      if (name != null && said) {
        traded.add(first(name));
      }
    }
  }

  /** The first word of a name that the text has to show to be a company's; null of any other. */
  static @Nullable String unproved(Draft draft) {
    Subject subject = draft.subject();
    Mention name = subject.name();
    if (subject.kind() != Subject.Kind.COMPANY || name == null || name.issuer() != null) {
      return null;
    }
    return isMove(draft.claim().build().kind()) ? first(name) : null;
  }

  /** Whether some sentence shows that the name is a listed company's, or the text is too short. */
  boolean mayBeCompany(String first) {
    return sentences <= SHORT || traded.contains(first);
  }

  /** Whose shares they may be: "Copperfen's shares", "shares in the maker Copperfen". */
  private void around(Sentence sentence, int stock) {
    int last = Math.min(sentence.size() - 1, stock + REACH);
    for (int i = Math.max(0, stock - REACH); i <= last; i++) {
      traded.add(sentence.tokens().get(sentence.get(i).from()).lower());
    }
  }

  /** Whether a tag follows the name, as part of its chunk or left out: "Rare Earths (REE.A)". */
  private static boolean isTagged(Sentence sentence, int at) {
    Chunk name = sentence.get(at);
    int end = at + 1 < sentence.size() ? sentence.get(at + 1).from() : name.to();
    for (int i = name.from() + 1; i < end; i++) {
      if (sentence.tokens().is(i, "(") || sentence.tokens().is(i, "<")) {
        return true;
      }
    }
    return false;
  }

  /** What is said of sales and visitors as well; a price or a target shows a share by itself. */
  private static boolean isMove(ClaimKind kind) {
    return switch (kind) {
      case MOVE_PCT,
          MOVE_ABS,
          PEAK_MOVE_PCT,
          INDEX_MOVE_PCT,
          INDEX_MOVE_PTS,
          PERIOD_RETURN,
          EXTREME,
          EXTREME_MOVE,
          STREAK,
          RELATIVE ->
          true;
      default -> false;
    };
  }

  private static boolean isPrice(Draft draft) {
    return draft.claim().build().kind() == ClaimKind.PRICE_LEVEL;
  }

  private static String first(Mention name) {
    String printed = name.printed().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < printed.length() && Character.isLetterOrDigit(printed.charAt(end))) {
      end++;
    }
    return printed.substring(0, end);
  }
}
