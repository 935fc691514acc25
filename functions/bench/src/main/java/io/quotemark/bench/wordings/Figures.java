package io.quotemark.bench.wordings;

import io.quotemark.domain.claim.ClaimKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The figures of one statement, before a language prints them. */
final class Figures {
  private static final Set<String> PERCENTS = Set.of("p", "k", "y", "ip");
  private static final Set<String> PRICES = Set.of("c", "o", "h", "l", "x", "v", "a", "t");

  final Set<ClaimKind> kinds = EnumSet.noneOf(ClaimKind.class);
  final LocalDate day;
  boolean up;
  int count;
  @Nullable LocalDate month;
  private final Map<String, BigDecimal> numbers = new HashMap<>();

  /** Starts with what is true whatever is said: the close and the close before. */
  Figures(Walk share, Walk index, int at) {
    day = share.day(at);
    put("c", share.exact(share.close(at)));
    put("v", share.exact(share.close(at - 1)));
    put("il", index.exact(index.close(index.upTo(day))));
  }

  Figures put(String gap, BigDecimal value) {
    numbers.put(gap, value);
    return this;
  }

  Figures put(String gap, double value, int decimals) {
    return put(gap, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  /** Notes a kind that a reader of the statement finds in it. */
  boolean as(ClaimKind kind) {
    kinds.add(kind);
    return true;
  }

  /** What stands in the gaps in a language, for sums in a currency. */
  Map<String, String> printed(Tongue tongue, String currency, int pick) {
    Map<String, String> printed = new HashMap<>();
    numbers.forEach((gap, value) -> printed.put(gap + Wording.BARE, tongue.number(value)));
    numbers.forEach((gap, value) ->
        printed.put(
            gap,
            PERCENTS.contains(gap)
                ? tongue.in("percent", value, pick)
                : PRICES.contains(gap)
                    ? tongue.in(currency, value, pick)
                    : gap.equals("m")
                        ? tongue.in("worth" + currency, value, pick)
                        : tongue.number(value)));
    printed.put("d", tongue.weekday(day));
    if (count > 1) {
      printed.put("N", tongue.count(count));
      printed.put("Nd", Integer.toString(count));
      printed.put("Nth", tongue.ordinal(count));
    }
    if (month != null) {
      printed.put("s", tongue.monthOf(month));
    }
    return printed;
  }
}
