package io.quotemark.claims.amounts;

import io.quotemark.claims.amounts.CurrencyResolver.Resolution;
import io.quotemark.claims.language.Language;
import io.quotemark.claims.text.Tokens;
import io.quotemark.domain.claim.Amount;
import io.quotemark.domain.claim.Hedge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the amounts of a text: money, percentages, percentage points, basis points, points, shares.
 * Stateless; the cost is linear in the length of the text.
 */
public final class AmountFinder {
  /** The amounts in the order they stand in, none overlapping another. */
  public List<FoundAmount> find(String text, AmountContext context) {
    return find(Tokens.of(text, Language.of(context.language()).marks()), context);
  }

  /** The amounts in the order they stand in, none overlapping another. */
  public List<FoundAmount> find(Tokens tokens, AmountContext context) {
    Vocabulary words = Vocabulary.of(context.language());
    NumberStyle style = NumberStyle.of(tokens, words);
    Evidence evidence = Evidence.of(tokens);
    Weakness weakness = new Weakness(evidence, context);
    List<Raw> raws = Change.joined(new AmountScanner(tokens, words, style, weakness).scan());
    evidence.name(tokens, raws);
    List<Resolution> resolved = new CurrencyResolver(tokens, context, evidence).resolve(raws);
    Hedges hedges = new Hedges(tokens, words);
    List<FoundAmount> found = new ArrayList<>();
    for (int i = 0; i < raws.size(); i++) {
      Raw raw = raws.get(i);
      FoundAmount.Link link =
          raw.linked()
              ? FoundAmount.Link.RANGE
              : i > 0 && isPair(tokens, raws.get(i - 1), raw, resolved, i)
                  ? FoundAmount.Link.PAIR
                  : FoundAmount.Link.NONE;
      found.add(amount(tokens, raw, resolved.get(i), hedges.of(raw), link));
    }
    return List.copyOf(found);
  }

  private static boolean isPair(
      Tokens tokens, Raw first, Raw second, List<Resolution> resolved, int index) {
    String one = resolved.get(index - 1).currency();
    return Pairs.joined(tokens, first, second)
        && (one == null || !one.equals(resolved.get(index).currency()));
  }

  private static FoundAmount amount(
      Tokens tokens, Raw raw, Resolution resolution, @Nullable Hedge hedge, FoundAmount.Link link) {
    String currency = resolution.currency();
    boolean offshore = "CNH".equals(currency);
    return new FoundAmount(
        tokens.get(raw.first()).start(),
        tokens.get(raw.end() - 1).end(),
        raw.first(),
        raw.end(),
        type(raw.unit().measure()),
        raw.value(),
        raw.step(),
        raw.sign(),
        offshore ? "CNY" : currency,
        offshore ? "CNH" : minorUnit(raw.unit(), currency),
        resolution.candidates(),
        hedge,
        link,
        raw.prefixed());
  }

  private static @Nullable String minorUnit(Unit unit, @Nullable String currency) {
    if (currency == null
        || !unit.isMinor()
        || unit.factor().precision() - unit.factor().scale() != -1) {
      return null;
    }
    return switch (currency) {
      case "ZAR" -> "ZAC";
      case "ILS" -> "ILA";
      default -> currency.substring(0, 2) + "X";
    };
  }

  private static Amount.Type type(Unit.Measure measure) {
    return switch (measure) {
      case MONEY -> Amount.Type.MONEY;
      case PERCENT, TENTHS -> Amount.Type.PERCENT;
      case PERCENTAGE_POINTS -> Amount.Type.PERCENTAGE_POINTS;
      case BASIS_POINTS -> Amount.Type.BASIS_POINTS;
      case POINTS -> Amount.Type.POINTS;
      case SHARES -> Amount.Type.SHARES;
      case NONE -> throw new IllegalArgumentException("no amount: " + measure);
    };
  }
}
