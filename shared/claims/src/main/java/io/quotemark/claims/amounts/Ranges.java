package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.Unit.Measure;
import io.quotemark.claims.amounts.Vocabulary.Link;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import java.math.BigDecimal;
import java.util.List;

/** Two amounts of which one leaves its unit or scale to the other: "10-12 percent", "$5-7bn". */
final class Ranges {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private final Tokens tokens;
  private final Vocabulary words;
  private final AmountReader reader;

  Ranges(Tokens tokens, Vocabulary words, AmountReader reader) {
    this.tokens = tokens;
    this.words = words;
    this.reader = reader;
  }

  /** Both amounts where a bare quantity takes the unit of the amount behind it; else empty. */
  List<Raw> fromHead(Quantity head) {
    int behind = separatorEnd(head.end());
    if (behind < 0 || head.fraction() || !head.digits() || !mayLead(head)) {
      return List.of();
    }
    Quantity next = reader.quantityAt(behind);
    Raw tail = next == null ? null : reader.suffixed(next);
    if (tail == null || !tail.quantity().digits() || takesNoHead(tail, head)) {
      return List.of();
    }
    Quantity first =
        head.power() == 0 && sharesScale(head, tail.quantity())
            ? head.scaled(head.end(), tail.quantity().power(), head.more())
            : head;
    Raw lead = Raw.of(head.first(), head.end(), first, tail.unit(), false, 0);
    return List.of(lead, withAbbreviated(first, tail).asLinked());
  }

  /** Both amounts where a bare quantity behind takes the unit printed before: "$138-143.5bn". */
  List<Raw> withTail(Raw lead) {
    int behind = lead.prefixed() && lead.unit().isMoney() ? separatorEnd(lead.end()) : -1;
    if (behind < 0) {
      return List.of();
    }
    Quantity next = reader.quantityAt(behind);
    boolean hyphen = !tokens.get(lead.end()).isWord() && !tokens.spaceBefore(lead.end());
    boolean told =
        next != null
            && next.digits()
            && !next.fraction()
            && reader.suffixed(next) == null
            && (hyphen ? !isDay(lead, next) : next.power() > 0 && opened(lead.first()));
    if (!told || next == null) {
      return List.of();
    }
    Raw tail = Raw.of(next.first(), next.end(), next, lead.unit(), true, 0).asLinked();
    return List.of(sharingScale(lead, tail), tail);
  }

  /** Whether two whole amounts stand in a range: "5% to 7%", "between $5 and $7 million". */
  boolean linked(Raw lead, Raw tail) {
    return lead.unit().measure() == tail.unit().measure()
        && lead.end() < tail.first()
        && separatorEnd(lead.end()) == tail.first();
  }

  /** The lead of a range with the scale of its tail, where it is printed once for both. */
  static Raw sharingScale(Raw lead, Raw tail) {
    Quantity first = lead.quantity();
    boolean shares =
        lead.unit().isMoney()
            && lead.prefixed()
            && first.power() == 0
            && sharesScale(first, tail.quantity());
    return shares
        ? lead.with(first.scaled(first.end(), tail.quantity().power(), first.more()))
        : lead;
  }

  private static boolean sharesScale(Quantity lead, Quantity tail) {
    return tail.power() > 0
        && lead.value().compareTo(THOUSAND) < 0
        && lead.value().compareTo(tail.value().multiply(BigDecimal.TEN)) < 0
        && tail.value().compareTo(lead.value().multiply(THOUSAND)) < 0;
  }

  /** The token behind a separator of ranges at the token, else -1. */
  private int separatorEnd(int at) {
    if (at <= 0 || at >= tokens.size() || tokens.sentenceOf(at) != tokens.sentenceOf(at - 1)) {
      return -1;
    }
    int end = quote(at) ? at + 1 : words.linkEnd(Link.RANGE, tokens, at);
    return end < tokens.size() ? end : -1;
  }

  /** Dealers' bid and ask: "405.50/406.00". */
  private boolean quote(int at) {
    return tokens.is(at, "/")
        && !tokens.spaceBefore(at)
        && tokens.get(at - 1).isNumber()
        && tokens.get(at - 1).lower().indexOf('.') > 0;
  }

  private boolean opened(int first) {
    return words.linkEndsAt(Link.BETWEEN, tokens, first);
  }

  /** A number that ends a name or a date leads no range: "S&P 500 and 5 percent". */
  private boolean mayLead(Quantity head) {
    if (reader.isYear(head)) {
      return false;
    }
    int before = head.first() - 1;
    if (before < 0 || tokens.sentenceOf(before) != tokens.sentenceOf(head.first())) {
      return true;
    }
    boolean dash = tokens.is(head.end(), "-") || tokens.is(head.end(), "–");
    Token previous = tokens.get(before);
    boolean name = previous.isWord() && tokens.capitalised(before);
    boolean opens = tokens.sentenceStart(tokens.sentenceOf(before)) == before;
    return dash || !name || opens;
  }

  private static boolean takesNoHead(Raw tail, Quantity head) {
    return tail.unit().measure() == Measure.SHARES
        || (head.power() > 0 && tail.unit().measure() != Measure.MONEY);
  }

  private boolean isDay(Raw lead, Quantity next) {
    return next.power() == 0
        && (next.value().compareTo(lead.quantity().value()) < 0 || reader.isYear(next));
  }

  /** "109.61-63 yen": the second figure prints only the digits that differ. */
  private Raw withAbbreviated(Quantity lead, Raw tail) {
    Quantity figure = tail.quantity();
    int decimals = lead.value().scale();
    String printed = figure.value().toPlainString();
    boolean abbreviated =
        (tokens.is(lead.end(), "-") || tokens.is(lead.end(), "/"))
            && decimals > 1
            && figure.value().scale() <= 0
            && printed.length() == decimals
            && figure.power() == lead.power()
            && (figure.value().compareTo(lead.value()) < 0 || decimals > 2);
    if (!abbreviated) {
      return tail;
    }
    String whole = lead.value().toPlainString();
    BigDecimal value = new BigDecimal(whole.substring(0, whole.length() - decimals) + printed);
    return tail.with(
        new Quantity(
            figure.first(),
            figure.end(),
            value,
            lead.step(),
            figure.power(),
            true,
            false,
            false,
            false));
  }
}
