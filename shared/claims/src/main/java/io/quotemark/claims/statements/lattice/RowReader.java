package io.quotemark.claims.statements.lattice;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.statements.time.TimeExpression;
import io.quotemark.claims.statements.time.TimeReader;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.PriceField;
import io.quotemark.domain.SessionWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays amounts, names, times and words of the trade out as a row of items, sentence by sentence.
 */
public final class RowReader {
  private static final Set<String> DECIMAL_COMMA = Set.of("de", "es", "fr", "it", "pt", "nl");

  private final Tokens tokens;
  private final Phrases<Lexeme> lexicon;
  private final TimeReader times;

  /** By first token. */
  private final Map<Integer, FoundAmount> amounts;

  private final Map<Integer, Mentioned> names;
  private final ProperNames properNames;

  private final String language;
  private final boolean decimalComma;

  /** Languages written without blanks between words, or with particles tied to them. */
  private static final Set<String> EASTERN = Set.of("zh", "ja", "ko");

  /** Weighted voting rights, secondary listing, biotech without profit. */
  private static final Set<String> SHARE_CLASS = Set.of("W", "S", "B", "SW", "WR", "BW", "P");

  private final boolean eastern;

  public RowReader(
      Tokens tokens,
      Phrases<Lexeme> lexicon,
      TimeReader times,
      Map<Integer, FoundAmount> amounts,
      Map<Integer, Mentioned> names,
      String language) {
    this.eastern = EASTERN.contains(language);
    this.decimalComma = DECIMAL_COMMA.contains(language);
    this.language = language;
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.times = times;
    this.amounts = amounts;
    this.names = names;
    this.properNames =
        new ProperNames(tokens, lexicon, times, amounts, names, language.equals("de"));
  }

  public Row row(int sentence) {
    List<Item> items = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    StringBuilder skipped = new StringBuilder();
    int limit = tokens.sentenceEnd(sentence);
    int start = tokens.sentenceStart(sentence);
    Tags tags = new Tags(tokens, limit);
    int i = start;
    while (i < limit) {
      Mentioned here = names.get(i);
      int tag =
          amounts.containsKey(i) || (here != null && !here.tag()) ? i : Math.max(i, tags.end(i));
      if (tag > i) {
        mark(items, letters, i, tag);
        i = tag;
        continue;
      }
      FoundAmount next = amounts.get(i + 1);
      if (next != null
          && next.sign() != 0
          && tokens.get(i).length() == 1
          && !amounts.containsKey(i)
          && !tokens.get(i).isWord()
          && !tokens.is(i, "(")) {
        i++;
        continue;
      }
      Item last = items.isEmpty() ? null : items.getLast();
      Item item = closing(last, i, limit, skipped.toString());
      if (item == null) {
        item = item(i, start, limit, skipped.toString(), last != null && last.name() != null);
      }
      if (item.symbol() == Symbol.SKIP) {
        skipped
            .append(tokens.printed(i, item.to() - 1).toLowerCase(java.util.Locale.ROOT))
            .append(' ');
        if (item.lexeme() != null) {
          item.lexeme()
              .marks()
              .keySet()
              .forEach(mark -> skipped.append('#').append(mark).append(' '));
        }
      } else if (last != null && joins(last, item)) {
        items.set(items.size() - 1, joined(last, item));
        letters.setCharAt(letters.length() - 1, items.getLast().symbol().letter());
      } else {
        items.add(item);
        letters.append(item.symbol().letter());
        skipped.setLength(0);
      }
      i = item.to();
    }
    Sectors.join(tokens, items, letters);
    return new Row(tokens, sentence, items, letters.toString(), decimalComma, eastern, language);
  }

  /** Gives the name before a tag the listing that the tag names; an index may stand unnamed. */
  private void mark(List<Item> items, StringBuilder letters, int from, int to) {
    for (int i = from; i < to && !items.isEmpty(); i++) {
      Mentioned tag = names.get(i);
      Item last = items.getLast();
      boolean index = tag != null && tag.issuer() != null && tag.issuer().isIndex();
      boolean unnamed =
          last.symbol() == Symbol.WORD
              || last.symbol() == Symbol.VENUE
              || (last.symbol() == Symbol.NAME && last.to() == from)
              || (last.symbol() == Symbol.INDEX && last.name() == null && last.lexeme() != null);
      if (tag != null && index && unnamed) {
        String printed = tokens.printed(last.from(), last.to() - 1);
        Mentioned name =
            new Mentioned(
                last.from(), to, printed, tag.issuer(), tag.listing(), tag.score(), false);
        items.set(
            items.size() - 1,
            new Item(Symbol.INDEX, last.from(), to, null, null, name, null, last.skipped()));
        letters.setCharAt(letters.length() - 1, Symbol.INDEX.letter());
        return;
      }
      if (tag != null && tag.tag() && last.name() != null) {
        Mentioned name = last.name().tagged(tag);
        Symbol symbol = name.issuer() == null ? last.symbol() : symbol(name);
        items.set(
            items.size() - 1,
            new Item(symbol, last.from(), last.to(), null, null, name, null, last.skipped()));
        letters.setCharAt(letters.length() - 1, symbol.letter());
        return;
      }
    }
  }

  /** "ended the year", "finished 2011": the stretch that what follows is measured over. */
  private @Nullable Item closing(@Nullable Item last, int i, int limit, String skipped) {
    boolean closes =
        last != null
            && last.lexeme() != null
            && last.symbol() == Symbol.TRADE
            && last.lexeme().field() == PriceField.CLOSE;
    TimeExpression time = closes && !amounts.containsKey(i) ? times.closing(i, limit) : null;
    return time == null
        ? null
        : new Item(Symbol.TIME, i, time.end(), null, null, null, time, skipped);
  }

  /** "Dow Jones" + "average", "Alibaba" + "BABA": one name. */
  private boolean joins(Item last, Item item) {
    boolean name =
        last.symbol() == Symbol.NAME
            || last.symbol() == Symbol.INDEX
            || last.symbol() == Symbol.ISSUER;
    if (item.symbol() == Symbol.INDEX && item.name() == null) {
      return name;
    }
    if (item.symbol() == Symbol.NAME && item.from() == last.to()) {
      return (last.symbol() == Symbol.ISSUER && legalForm(item))
          || (last.symbol() == Symbol.INDEX && code(item));
    }
    return item.name() != null
        && last.name() != null
        && item.name().issuer() != null
        && item.name().issuer().equals(last.name().issuer())
        && item.from() == last.to();
  }

  /** "News" + "Corp": the master's short name and the company's form behind it. */
  private boolean legalForm(Item item) {
    return item.to() - item.from() <= 2
        && properNames.isLegalForm(tokens.get(item.to() - 1).lower());
  }

  /** "index IELEC": its code. */
  private boolean code(Item item) {
    String printed = tokens.printed(item.from(), item.to() - 1);
    return printed.length() <= 8 && printed.chars().allMatch(Character::isUpperCase);
  }

  private Item joined(Item last, Item item) {
    Mentioned before = last.name();
    Mentioned name =
        new Mentioned(
            last.from(),
            item.to(),
            before == null ? tokens.printed(last.from(), item.to() - 1) : before.printed(),
            before == null || (item.symbol() == Symbol.INDEX && last.symbol() == Symbol.ISSUER)
                ? null
                : before.issuer(),
            before == null ? null : before.listing(),
            before == null ? 0 : before.score(),
            false);
    Symbol symbol = item.symbol() == Symbol.INDEX ? Symbol.INDEX : last.symbol();
    return new Item(
        symbol, last.from(), item.to(), last.lexeme(), null, name, null, last.skipped());
  }

  /**
   * @param joinable whether a name stands before, which "average" would make an index
   */
  private Item item(int i, int start, int limit, String skipped, boolean joinable) {
    FoundAmount amount = amounts.get(i);
    if (amount != null) {
      return new Item(symbol(amount), i, amount.endToken(), null, amount, null, null, skipped);
    }
    if (joinable && shareClass(i, limit)) {
      return new Item(Symbol.SKIP, i, i + 2, null, null, null, null, skipped);
    }
    Mentioned name = names.get(i);
    if (name != null && name.issuer() != null && name.issuer().isIndex()) {
      // "S&P 1500", "Dow transports": another index than its first word names
      Phrases.Match<Lexeme> index = lexicon.longest(tokens, i, limit);
      if (index != null && index.value().symbol() == Symbol.INDEX && index.end() > name.to()) {
        return new Item(Symbol.INDEX, i, index.end(), index.value(), null, null, null, skipped);
      }
    }
    if (name != null) {
      return new Item(symbol(name), i, Math.min(limit, name.to()), null, null, name, null, skipped);
    }
    Phrases.Match<Lexeme> word = lexicon.longest(tokens, i, limit);
    // "at one point" is no point of an index
    boolean idiom =
        word != null && word.value().symbol() == Symbol.SKIP && word.value().has("peak");
    if (word != null && !idiom && clear(i, word.end()) <= i) {
      word = lexicon.longest(tokens, i, nextTaken(i, limit));
    }
    int wordEnd = word == null ? i : word.end();
    TimeExpression time = times.at(i, limit);
    if (time != null
        && clear(i, time.end()) == time.end()
        && time.end() >= wordEnd
        && !countsMoves(time, limit)) {
      Symbol symbol = time.span() ? Symbol.SPAN : Symbol.TIME;
      return new Item(symbol, i, time.end(), null, null, null, time, skipped);
    }
    int nameEnd = properNames.end(i, start, limit, word);
    if (nameEnd > i) {
      Mentioned unknown = Mentioned.unknown(i, nameEnd, tokens.printed(i, nameEnd - 1));
      return new Item(Symbol.NAME, i, nameEnd, null, null, unknown, null, skipped);
    }
    boolean noun = word != null && i > start && properNames.isNoun(i, word.value().symbol());
    if (word != null && !noun && !(word.value().has("joined") && !joinable)) {
      return new Item(word.value().symbol(), i, wordEnd, word.value(), null, null, null, skipped);
    }
    boolean number = tokens.get(i).isNumber() || spelled(i, limit);
    int end = number ? fractionEnd(i, limit) : i + 1;
    return new Item(number ? Symbol.NUM : Symbol.WORD, i, end, null, null, null, null, skipped);
  }

  /** "na quarta alta seguida": the fourth rise in a row, not Wednesday. */
  private boolean countsMoves(TimeExpression time, int limit) {
    if (!(time.session() instanceof SessionWords.OnWeekday)) {
      return false;
    }
    Phrases.Match<Lexeme> last = lexicon.longest(tokens, time.end() - 1, limit);
    Phrases.Match<Lexeme> next =
        time.end() < limit ? lexicon.longest(tokens, time.end(), limit) : null;
    return last != null
        && last.value().symbol() == Symbol.ORDINAL
        && next != null
        && switch (next.value().symbol()) {
          case MOVE, MOTION, STRAIGHT -> true;
          default -> false;
        };
  }

  /** "小米-W", "阿里巴巴-SW": Hong Kong's mark of the share class behind a name. */
  private boolean shareClass(int i, int limit) {
    return eastern
        && tokens.is(i, "-")
        && i + 1 < limit
        && SHARE_CLASS.contains(tokens.printed(i + 1, i + 1));
  }

  /** "Ford (gained) one to 91-1/8": a whole number of points in words, before eighths. */
  private boolean spelled(int i, int limit) {
    return Numerals.WHOLE.containsKey(tokens.get(i).lower())
        && i + 2 < limit
        && tokens.is(i + 1, "to")
        && tokens.get(i + 2).isNumber()
        && eighths(tokens.sentenceStart(tokens.sentenceOf(i)), limit);
  }

  /** Whether a number of the stretch is printed in fractions. */
  private boolean eighths(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (tokens.get(i).isNumber() && fractionEnd(i, limit) > i + 1) {
        return true;
      }
    }
    return false;
  }

  /** Behind a number as the wires print eighths: "83-1/2", "1/4". */
  private int fractionEnd(int i, int limit) {
    int over = i + 2 < limit && tokens.is(i + 1, "-") && tokens.get(i + 2).isNumber() ? i + 2 : i;
    boolean fraction =
        over + 2 < limit && tokens.is(over + 1, "/") && tokens.get(over + 2).isNumber();
    return fraction ? over + 3 : i + 1;
  }

  /** The next token behind {@code i} where an amount or a name begins. */
  private int nextTaken(int i, int limit) {
    int at = i + 1;
    while (at < limit && !amounts.containsKey(at) && !names.containsKey(at)) {
      at++;
    }
    return at;
  }

  /** A phrase must not swallow an amount or a name; the end of what it may cover. */
  private int clear(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (amounts.containsKey(i) || names.containsKey(i)) {
        return from;
      }
    }
    return to;
  }

  private static Symbol symbol(FoundAmount amount) {
    return switch (amount.type()) {
      case MONEY -> Symbol.MONEY;
      case PERCENT -> Symbol.PCT;
      case BASIS_POINTS -> Symbol.BPS;
      case PERCENTAGE_POINTS -> Symbol.PPS;
      case POINTS -> Symbol.PTS;
      case SHARES -> Symbol.COUNT;
    };
  }

  private static Symbol symbol(Mentioned name) {
    if (name.issuer() == null) {
      return Symbol.NAME;
    }
    if (name.issuer().isIndex()) {
      return Symbol.INDEX;
    }
    return name.issuer().isCurrencyPair() ? Symbol.CURRENCY : Symbol.ISSUER;
  }
}
