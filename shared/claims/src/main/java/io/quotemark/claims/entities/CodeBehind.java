package io.quotemark.claims.entities;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Tells the ticker of letters and digits that stands in brackets behind its company's name:
 * "Petrobras (PETR4)". Its letters alone would read as another name.
 */
final class CodeBehind {
  private CodeBehind() {}

  /** The ticker, on the listing that bears it; null where there is none. */
  static @Nullable Mention of(Tokens tokens, Mention name) {
    int from = name.to();
    Issuer issuer = name.issuer();
    if (issuer == null || name.isTicker() || !tokens.is(from, "(")) {
      return null;
    }
    int to = from + 1;
    boolean letters = false;
    boolean digits = false;
    while (to < tokens.size()
        && (to == from + 1 || !tokens.spaceBefore(to))
        && isPart(tokens, to)) {
      digits |= tokens.get(to).isNumber();
      letters |= !tokens.get(to).isNumber();
      to++;
    }
    if (!letters || !digits || !tokens.is(to, ")")) {
      return null;
    }
    String ticker = tokens.printed(from + 1, to - 1);
    for (Listing listing : issuer.listings()) {
      if (listing.id().ticker().equals(ticker)) {
        return Mention.of(tokens, from + 1, to, issuer, Mention.Kind.TICKER, listing, 0.99);
      }
    }
    return null;
  }

  private static boolean isPart(Tokens tokens, int at) {
    Token token = tokens.get(at);
    return token.isNumber() || token.kind() == Token.Kind.WORD;
  }
}
