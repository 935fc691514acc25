package io.quotemark.claims.grouping;

import io.quotemark.claims.chunks.Sentence;
import io.quotemark.claims.language.WordGroup;
import io.quotemark.claims.statements.Draft;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.ListingChoice;
import io.quotemark.domain.listing.Issuer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a sentence in which a company's price is told market by market:
 * "比亚迪A股收报361.20，H股收报357.40". Each part opens with its market, right behind the name or behind the
 * figure before; figures that follow are of the market named last, and those behind "respectively"
 * of the first, the second …
 */
final class MarketParts {
  /** Words of a part that are looked at, in tokens. */
  private static final int OPENING = 6;

  /** Finds the listing on the market with which words begin. */
  interface Market {
    @Nullable ListingChoice of(Sentence sentence, Draft draft, String words);
  }

  private final Market market;
  private final List<ListingChoice> named = new ArrayList<>();
  private int shared;
  private boolean inTurn;
  private int behind = -1;
  private @Nullable Issuer of;

  MarketParts(Market market) {
    this.market = market;
  }

  /**
   * The listing that the claim's part names; null where the sentence names no market for it, or the
   * statement's own.
   *
   * @param chosen the listing of the whole statement
   */
  @Nullable ListingChoice of(Sentence sentence, Draft draft, @Nullable ListingChoice chosen) {
    Issuer issuer = draft.subject().issuer();
    if (issuer == null || !issuer.equals(of)) {
      of = issuer;
      named.clear();
      shared = 0;
      inTurn = false;
      behind = -1;
    }
    int from = Math.max(nameEnd(draft), behind);
    int to = draft.from();
    behind = draft.to();
    if (from < 0 || from >= to) {
      return current(chosen);
    }
    Tokens tokens = sentence.tokens();
    Set<String> inTurnWords = sentence.language().words(WordGroup.RESPECTIVELY);
    int at = from;
    while (at < to && tokens.get(at).kind() == Token.Kind.PUNCT) {
      at++;
    }
    ListingChoice here =
        at < to
            ? market.of(sentence, draft, tokens.printed(at, Math.min(to, at + OPENING) - 1))
            : null;
    if (here != null) {
      named.add(here);
    } else if (named.size() > 1 && opens(tokens, at, to, inTurnWords)) {
      inTurn = true;
    }
    return current(chosen);
  }

  private static boolean opens(Tokens tokens, int at, int to, Set<String> words) {
    String printed = at < to ? tokens.printed(at, to - 1) : "";
    return words.stream().anyMatch(printed::startsWith);
  }

  private @Nullable ListingChoice current(@Nullable ListingChoice chosen) {
    if (named.isEmpty()) {
      return null;
    }
    ListingChoice current = named.getLast();
    if (inTurn) {
      current = named.get(Math.min(shared, named.size() - 1));
      shared++;
    }
    return chosen != null && current.id().equals(chosen.id()) ? null : current;
  }

  private static int nameEnd(Draft draft) {
    var name = draft.subject().name();
    return name == null ? -1 : name.to();
  }
}
