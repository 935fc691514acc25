package io.quotemark.claims.amounts;

import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Scans a text from its first token to its last for amounts, ranges and understood units. */
final class AmountScanner {
  private final Tokens tokens;
  private final AmountReader reader;
  private final Ranges ranges;
  private final Elisions elisions;

  AmountScanner(Tokens tokens, Vocabulary words, NumberStyle style, Weakness weakness) {
    this.tokens = tokens;
    this.reader = new AmountReader(tokens, words, style, weakness);
    this.ranges = new Ranges(tokens, words, reader);
    this.elisions = new Elisions(tokens, words);
  }

  List<Raw> scan() {
    List<Raw> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int before = found.size();
      if (mayBegin(tokens.get(at))) {
        read(at, found);
      }
      at = found.size() > before ? Math.max(at + 1, found.getLast().end()) : at + 1;
    }
    return found;
  }

  private static boolean mayBegin(Token token) {
    return token.kind() != Token.Kind.PUNCT || token.is(".");
  }

  private void read(int at, List<Raw> found) {
    Raw raw = reader.at(at);
    if (raw != null) {
      Raw last = found.isEmpty() ? null : found.getLast();
      if (last != null && ranges.linked(last, raw)) {
        found.set(found.size() - 1, Ranges.sharingScale(last, raw));
        raw = raw.asLinked();
      }
      found.add(raw);
      addTail(raw, found);
      return;
    }
    Quantity quantity = reader.quantityAt(at);
    if (quantity == null) {
      return;
    }
    List<Raw> range = ranges.fromHead(quantity);
    found.addAll(range);
    if (range.isEmpty()) {
      addElided(quantity, found);
    }
  }

  private void addTail(Raw raw, List<Raw> found) {
    List<Raw> range = ranges.withTail(raw);
    if (!range.isEmpty()) {
      found.removeLast();
      found.addAll(range);
    }
  }

  private void addElided(Quantity quantity, List<Raw> found) {
    Raw elided = elisions.read(quantity, found);
    if (elided != null) {
      found.add(elided);
    }
  }
}
