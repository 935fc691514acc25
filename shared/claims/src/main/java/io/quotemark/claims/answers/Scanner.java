package io.quotemark.claims.answers;

import io.quotemark.claims.amounts.FoundAmount;
import io.quotemark.claims.amounts.PlainNumbers;
import io.quotemark.claims.entities.Mention;
import io.quotemark.claims.text.Phrases;
import io.quotemark.claims.text.Token;
import io.quotemark.claims.text.Tokens;
import io.quotemark.claims.times.TimeExpression;
import io.quotemark.domain.claim.SessionWords;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a line or a cell into its items: labels, names, times, figures. */
final class Scanner {
  /** Letters of a zone or of the half of the day, at the most. */
  private static final int ZONE = 4;

  private final AnswerText of;
  private final Tokens tokens;
  private final NameScanner names;

  Scanner(AnswerText of) {
    this.of = of;
    this.tokens = of.tokens();
    this.names = new NameScanner(of);
  }

  /** The items of the chars {@code [start, end)}. */
  List<Item> chars(int start, int end) {
    int from = tokens.at(start);
    int to = from;
    while (to < tokens.size() && tokens.get(to).end() <= end) {
      to++;
    }
    return scan(from, to);
  }

  private List<Item> scan(int from, int to) {
    List<Item> items = new ArrayList<>();
    int at = from;
    while (at < to) {
      Item item = item(at, to, items);
      items.add(item);
      at = Math.max(at + 1, item.to());
    }
    return items;
  }

  private Item item(int at, int to, List<Item> before) {
    Item pair = names.pair(at, to);
    if (pair != null) {
      return pair;
    }
    Phrases.Match<Label> label = of.labels().at(of.plain(), at, to);
    int labelEnd = label == null || cutsWord(label.end(), to) ? at : label.end();
    Mention mention = of.mentions().get(at);
    boolean tells = label != null && label.value().tells();
    boolean form = label != null && label.value().isFiller() && names.isBehindName(before);
    int least = tells || form ? labelEnd + 1 : labelEnd;
    if (mention != null && mention.to() <= to && mention.to() >= least) {
      return names.named(mention, to);
    }
    Item time = time(at, to);
    if (time != null && time.to() >= labelEnd) {
      return time;
    }
    if (label != null && labelEnd > at) {
      return new Item.Words(at, labelEnd, label.value());
    }
    Item own = names.ticker(at, to, before);
    if (own != null) {
      return own;
    }
    Item figure = figure(at, to, before);
    if (figure != null) {
      return figure;
    }
    Item name = names.plain(at, to, before);
    return name != null ? name : rest(at);
  }

  /** Whether a label ends inside a word of one sign each: the first half of another word. */
  private boolean cutsWord(int end, int to) {
    return end < to
        && tokens.get(end - 1).kind() == Token.Kind.WORD
        && tokens.get(end).kind() == Token.Kind.WORD
        && !tokens.spaceBefore(end);
  }

  private Item rest(int at) {
    Token token = tokens.get(at);
    boolean word = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.CJK;
    return word || token.isNumber()
        ? new Item.Unknown(at, at + 1)
        : new Item.Mark(at, at + 1, token.lower());
  }

  /** Behind the half of the day and the zone that follow a time: "4:00 PM EST". */
  private int behindClock(int clock, int to) {
    int end = clock;
    while (end < to && end < clock + 2 && isZone(tokens.get(end))) {
      end++;
    }
    return end;
  }

  private static boolean isZone(Token token) {
    return token.kind() == Token.Kind.WORD && token.length() <= ZONE;
  }

  private @Nullable Item time(int at, int to) {
    NumericDates.Found date = of.dates().at(tokens.get(at).start());
    if (date != null) {
      return new Item.Time(
          at, tokens.at(date.end() - 1) + 1, new SessionWords.OnDate(date.date()), date.certain());
    }
    boolean clock =
        tokens.get(at).isNumber()
            && at + 2 < to
            && tokens.is(at + 1, ":")
            && !tokens.spaceBefore(at + 1)
            && !tokens.spaceBefore(at + 2)
            && tokens.get(at + 2).isNumber();
    if (clock) {
      return new Item.Time(at, behindClock(at + 3, to), null, false);
    }
    TimeExpression time = of.times().at(at, to);
    if (time == null) {
      return null;
    }
    if (time.window() != null) {
      return new Item.Words(at, time.end(), Label.of(time.window()));
    }
    SessionWords session = time.session() instanceof SessionWords.Period ? null : time.session();
    return new Item.Time(at, time.end(), session, true);
  }

  private @Nullable Item figure(int at, int to, List<Item> before) {
    FoundAmount amount = of.amounts().get(at);
    if (amount != null && amount.endToken() <= to && printsUnit(amount)) {
      Figure.Kind kind =
          switch (amount.type()) {
            case MONEY -> Figure.Kind.MONEY;
            case PERCENT -> Figure.Kind.PERCENT;
            case POINTS -> Figure.Kind.BARE;
            case PERCENTAGE_POINTS, BASIS_POINTS, SHARES -> Figure.Kind.OTHER;
          };
      int sign = amount.sign() != 0 ? amount.sign() : sign(at, before);
      boolean scaled = amount.step().compareTo(java.math.BigDecimal.ONE) > 0;
      Figure figure =
          new Figure(
              kind,
              amount.start(),
              amount.end(),
              amount.value(),
              amount.step(),
              sign,
              amount.currency(),
              amount.unit(),
              amount.hedge(),
              scaled);
      return new Item.Printed(at, amount.endToken(), figure);
    }
    PlainNumbers.Plain plain = of.numbers().at(at);
    return plain == null || plain.end() > to || isYear(at, plain)
        ? null
        : new Item.Printed(
            at,
            plain.end(),
            new Figure(
                Figure.Kind.BARE,
                tokens.get(at).start(),
                tokens.get(plain.end() - 1).end(),
                plain.value(),
                plain.step(),
                sign(at, before),
                null,
                null,
                null,
                plain.scaled()));
  }

  /** Whether its unit is its own, and not lent by the far end of what looks like a range. */
  private boolean printsUnit(FoundAmount amount) {
    for (int i = amount.firstToken(); i < amount.endToken(); i++) {
      Token.Kind kind = tokens.get(i).kind();
      if (kind != Token.Kind.NUMBER && kind != Token.Kind.PUNCT) {
        return true;
      }
    }
    return false;
  }

  private boolean isYear(int at, PlainNumbers.Plain plain) {
    boolean four = tokens.get(at).length() == 4 && plain.end() == at + 1;
    return four
        && plain.step().intValue() == 1
        && plain.value().intValue() >= 1990
        && plain.value().intValue() <= 2035
        && at + 1 < tokens.size()
        && (tokens.is(at + 1, ")") || tokens.is(at + 1, ":"));
  }

  /** The sign or arrow before a figure. */
  private int sign(int at, List<Item> before) {
    Item last = before.isEmpty() ? null : before.getLast();
    if (!(last instanceof Item.Mark(int from, int to, String text))
        && !(last instanceof Item.Words)) {
      return 0;
    }
    String mark = tokens.get(last.to() - 1).lower();
    return switch (mark) {
      case "+", "▲", "↑", "△", "⬆", "🔼" -> 1;
      case "▼", "↓", "▽", "⬇", "🔽" -> -1;
      case "-", "–", "—" -> minus(last, at, before) ? -1 : 0;
      default -> 0;
    };
  }

  /** A dash is a sign where it is joined to its figure and to no figure before. */
  private boolean minus(Item dash, int at, List<Item> before) {
    int token = dash.to() - 1;
    boolean joined = !tokens.spaceBefore(at);
    boolean behindFigure =
        before.size() > 1 && before.get(before.size() - 2) instanceof Item.Printed;
    return joined && (tokens.spaceBefore(token) || token == 0 || !behindFigure);
  }
}
