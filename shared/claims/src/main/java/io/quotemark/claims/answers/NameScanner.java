package io.quotemark.claims.answers;

import io.quotemark.claims.amounts.PlainNumbers;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.listing.Listing;
import io.quotemark.securities.LegalForms;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds whom a line names: companies with the ticker beside them, tickers, pairs of currencies. */
final class NameScanner {
  private static final int LONGEST_TICKER = 6;
  private static final int LONGEST_NAME = 4;

  /** Marks that stand together, at the most. */
  private static final int MARKS = 8;

  private final AnswerText of;
  private final Tokens tokens;

  NameScanner(AnswerText of) {
    this.of = of;
    this.tokens = of.tokens();
  }

  /** "USD/CAD", "USDCAD". */
  @Nullable Item pair(int at, int to) {
    Item worded = wordedPair(at, to);
    if (worded != null) {
      return worded;
    }
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.WORD || !allCapitals(token)) {
      return null;
    }
    if (token.length() == 6) {
      String code = tokens.printed(at);
      Topic topic = of.topics().ofPair(code, code.substring(0, 3), code.substring(3));
      return topic == null ? null : new Item.Name(at, at + 1, topic);
    }
    boolean parted = at + 2 < to && (tokens.is(at + 1, "/") || tokens.is(at + 1, "-"));
    if (token.length() != 3 || !parted || tokens.get(at + 2).length() != 3) {
      return null;
    }
    Topic topic =
        of.topics().ofPair(tokens.printed(at, at + 2), tokens.printed(at), tokens.printed(at + 2));
    return topic == null ? null : new Item.Name(at, at + 3, topic);
  }

  /** "the dollar against the yen" in languages that part two currencies by a word. */
  private @Nullable Item wordedPair(int at, int to) {
    PlainNumbers.CurrencyWord base = of.numbers().currencyAt(at);
    if (base == null || base.end() >= to) {
      return null;
    }
    Phrases.Match<Label> against = of.labels().at(of.plain(), base.end(), to);
    if (against == null || !against.value().has(Feature.AGAINST) || against.end() >= to) {
      return null;
    }
    PlainNumbers.CurrencyWord quote = of.numbers().currencyAt(against.end());
    if (quote == null || quote.end() > to) {
      return null;
    }
    Topic topic =
        of.topics().ofPair(tokens.printed(at, quote.end() - 1), base.code(), quote.code());
    return topic == null ? null : new Item.Name(at, quote.end(), topic);
  }

  private boolean allCapitals(Token token) {
    for (int i = token.start(); i < token.end(); i++) {
      if (!Character.isUpperCase(tokens.text().charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A name with the ticker that stands right behind it, in brackets or not. */
  Item named(Mention mention, int to) {
    Topic topic = of.topics().of(mention);
    if (topic == null) {
      return new Item.Words(
          mention.from(), mention.to(), new Label(EnumSet.of(Feature.FILLER), null));
    }
    return withTicker(topic, mention.from(), mention.to(), to);
  }

  /** Behind the form of the company and the letter of its shares: "Corp", "-W". */
  private int formEnd(int end, int to) {
    int at = end;
    while (at < to && LegalForms.trailing(tokens.get(at).lower()) && tokens.capitalised(at)) {
      at++;
      at += at < to && tokens.is(at, ".") && !tokens.spaceBefore(at) ? 1 : 0;
    }
    boolean letter =
        at + 1 < to
            && tokens.is(at, "-")
            && !tokens.spaceBefore(at)
            && !tokens.spaceBefore(at + 1)
            && tokens.get(at + 1).length() <= 2
            && tokens.get(at + 1).kind() == Token.Kind.WORD
            && allCapitals(tokens.get(at + 1));
    return letter ? at + 2 : at;
  }

  private Item withTicker(Topic topic, int from, int nameEnd, int to) {
    int end = formEnd(nameEnd, to);
    int at = end;
    boolean bracket = at + 1 < to && tokens.is(at, "(");
    at += bracket ? 1 : 0;
    int codeEnd = codeEnd(at, to);
    if (codeEnd > at && (!bracket || tokens.is(codeEnd, ")"))) {
      Listing listing = Topics.listingOf(topic, tokens.printed(at, codeEnd - 1));
      if (listing != null) {
        return new Item.Name(from, bracket ? codeEnd + 1 : codeEnd, topic.on(listing));
      }
    }
    return new Item.Name(from, end, topic);
  }

  /** Behind a code such as 002594.SZ; the token itself where none begins there. */
  private int codeEnd(int at, int to) {
    if (at >= to || tokens.get(at).length() > LONGEST_TICKER) {
      return at;
    }
    Token token = tokens.get(at);
    int end = token.isNumber() ? digitsEnd(at) : lettersEnd(at, to);
    if (end == at) {
      return at;
    }
    boolean suffix =
        end + 1 < to
            && tokens.is(end, ".")
            && !tokens.spaceBefore(end)
            && !tokens.spaceBefore(end + 1)
            && tokens.get(end + 1).kind() == Token.Kind.WORD
            && allCapitals(tokens.get(end + 1));
    return suffix ? end + 2 : end;
  }

  private int digitsEnd(int at) {
    Token token = tokens.get(at);
    return token.length() >= 4 && areDigits(token) ? at + 1 : at;
  }

  /** Behind a code that begins with a capital: "NVDA", "PETR4", "B3SA3"; not the "R" of "R$". */
  private int lettersEnd(int at, int to) {
    int end = at;
    int start = tokens.get(at).start();
    while (end < to
        && (end == at || !tokens.spaceBefore(end))
        && tokens.get(end).end() - start <= LONGEST_TICKER
        && isOfCode(tokens.get(end))) {
      end++;
    }
    boolean currency = end < to && tokens.is(end, "$") && !tokens.spaceBefore(end);
    return currency ? at : end;
  }

  private boolean isOfCode(Token token) {
    return token.isNumber()
        ? areDigits(token)
        : token.kind() == Token.Kind.WORD && allCapitals(token);
  }

  private static boolean areDigits(Token token) {
    return token.lower().chars().allMatch(Character::isDigit);
  }

  /** A ticker in the place of a name: where a line or a cell begins, or behind its label. */
  @Nullable Item ticker(int at, int to, List<Item> before) {
    Item last = last(before);
    boolean labelled = last instanceof Item.Words(int f, int t, Label l) && l.has(Feature.SUBJECT);
    int end = codeEnd(at, to);
    if (end > at && last instanceof Item.Name(int f, int t, Topic name)) {
      Listing listing = Topics.listingOf(name, tokens.printed(at, end - 1));
      return listing == null ? null : new Item.Name(at, end, name.on(listing));
    }
    boolean place = last == null ? !tokens.get(at).isNumber() || end == to : labelled;
    if (!place || end == at) {
      return null;
    }
    Topic topic = of.topics().ofTicker(tokens.printed(at, end - 1));
    return topic == null ? null : new Item.Name(at, end, topic);
  }

  /** Whether a name stands right before: "Porsche AG" of "Porsche AG Vz.". */
  boolean isBehindName(List<Item> before) {
    return !before.isEmpty() && before.getLast() instanceof Item.Name;
  }

  /** The last item but for marks; null where none of the last few is another. */
  private static @Nullable Item last(List<Item> before) {
    for (int i = before.size() - 1; i >= Math.max(0, before.size() - MARKS); i--) {
      if (!(before.get(i) instanceof Item.Mark)) {
        return before.get(i);
      }
    }
    return null;
  }

  /** A name that is an ordinary word too, where it stands as names do. */
  @Nullable Item plain(int at, int to, List<Item> before) {
    if (tokens.get(at).kind() != Token.Kind.WORD || !tokens.capitalised(at)) {
      return null;
    }
    for (int end = Math.min(to, at + LONGEST_NAME); end > at; end--) {
      boolean opens = last(before) == null;
      boolean goesOn =
          end < to && tokens.get(end).kind() == Token.Kind.WORD && tokens.spaceBefore(end);
      Topic topic =
          opens && goesOn && end == at + 1 ? null : of.topics().ofName(tokens.printed(at, end - 1));
      if (topic != null) {
        return withTicker(topic, at, end, to);
      }
    }
    return null;
  }
}
