package io.quotemark.serve.pages;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.verdict.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How outcomes, flags and kinds are said to people: a word, a sign that needs no colour, and one
 * sentence.
 */
public final class Words {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(?::[0-9.]+)?(Z|[-+]\\d\\d:\\d\\d)");

  private Words() {}

  public static String of(Verdict.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> "verified";
      case VERIFIED_LOOSE -> "loosely verified";
      case CONTRADICTED -> "contradicted";
      case DOUBTFUL -> "doubtful";
      case UNVERIFIABLE -> "unverifiable";
      case PENDING -> "pending";
      case NOT_CHECKABLE -> "not checkable";
    };
  }

  public static String sign(Verdict.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> "✓";
      case VERIFIED_LOOSE -> "≈";
      case CONTRADICTED -> "✗";
      case DOUBTFUL -> "?";
      case UNVERIFIABLE -> "○";
      case PENDING -> "…";
      case NOT_CHECKABLE -> "–";
    };
  }

  public static String cssClass(Verdict.Outcome outcome) {
    return "v-" + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static String explain(Verdict.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> "The price history agrees with the statement as it is worded.";
      case VERIFIED_LOOSE ->
          "True, but weaker than it reads: inside the day's range only, or understated.";
      case CONTRADICTED -> "No plausible reading of the statement agrees with the price history.";
      case DOUBTFUL ->
          "The price history does not agree with what was read, but the reading is not certain enough to call it wrong. Look yourself.";
      case UNVERIFIABLE -> "The price history in store cannot decide it; the reason is given.";
      case PENDING -> "The session is not over, or its prices are not in yet.";
      case NOT_CHECKABLE ->
          "Not a statement that price history can decide: a target, an offer, a forecast.";
    };
  }

  public static String explain(Verdict.Flag flag) {
    return switch (flag) {
      case STALE_AT_PUBLISH -> "The session had already ended elsewhere when this was published.";
      case BASIS_SENSITIVE ->
          "The answer depends on whether closes, highs or the last price are compared.";
      case ADJUSTMENT_SENSITIVE -> "Prices adjusted for dividends would give another answer.";
      case ROUNDING_DRIFT -> "The figure fits only after rounding twice or cutting digits off.";
      case INTERNAL_INCONSISTENT -> "Figures inside the article do not agree with each other.";
      case UNIT_SLIP -> "Off by the factor between a currency and its minor unit.";
      case SCALE_SLIP -> "Off by a power of ten that a scale word would explain.";
      case SIGN_SLIP -> "Up and down changed places.";
      case DIGIT_SLIP -> "One digit is wrong, or two neighbouring digits changed places.";
      case WRONG_LISTING -> "The figure fits another listing of the same issuer.";
      case WRONG_CURRENCY -> "The figure fits in another currency.";
      case WRONG_SESSION_DATE -> "The figure fits another session close by.";
      case CLOSE_VENUE ->
          "So near to the close in store that the close of another venue may be meant.";
      case PROVISIONAL -> "Worded as not final.";
      case PROPAGATED -> "The same wrong figure stands in other articles.";
      case SAMPLE_DATA -> "Rests on sample data, some of it made up.";
    };
  }

  public static String explain(Verdict.Unverifiable code) {
    return switch (code) {
      case NO_PRICE_DATA ->
          "Prices, a reference rate, a volume or a count of shares that would decide is not in store.";
      case HISTORY_TOO_SHORT ->
          "The history, or the exchange's calendar, starts after what the claim compares with.";
      case HISTORY_GAP ->
          "A session that the claim needs is missing in the history, or its row is filled in.";
      case SESSION_NOT_COVERED ->
          "It speaks of trading that daily bars do not show: before or after hours, or one deal of many.";
      case LISTING_AMBIGUOUS ->
          "It is not sure enough whose price is meant, on which exchange or against what.";
      case DATE_AMBIGUOUS -> "It is not clear which session or which stretch of time is meant.";
      case DATA_CONFLICT -> "Two sources differ, or count otherwise than the article may have.";
      case MARKET_CLOSED -> "The exchange did not trade on the day that is meant.";
      case CURRENCY_MISMATCH ->
          "The figure is in another currency than the prices, or in none that is stated.";
      case NO_FIGURE ->
          "Nothing is printed to hold against prices: no figure, no length, no direction.";
    };
  }

  /** As the contract writes it: {@code no_price_data}. */
  public static String of(Verdict.Unverifiable code) {
    return code.name().toLowerCase(Locale.ROOT);
  }

  /** {@code INDEX_MOVE_PCT} as {@code index move}, and so on. */
  public static String of(ClaimKind kind) {
    return switch (kind) {
      case PRICE_LEVEL -> "price";
      case MOVE_PCT -> "move in per cent";
      case MOVE_ABS -> "move in money";
      case PEAK_MOVE_PCT -> "largest move of the day";
      case EXTREME -> "extreme";
      case EXTREME_MOVE -> "largest move since";
      case PERIOD_RETURN -> "return over a period";
      case STREAK -> "streak";
      case THRESHOLD -> "threshold";
      case RANK -> "rank";
      case RELATIVE -> "against a benchmark";
      case MARKET_CAP -> "market value";
      case CAP_CHANGE -> "change of market value";
      case INDEX_LEVEL -> "index level";
      case INDEX_MOVE_PCT -> "index move in per cent";
      case INDEX_MOVE_PTS -> "index move in points";
      case FX_RATE -> "exchange rate";
      case FX_PAIR -> "sum in two currencies";
      case RATIO_PARITY -> "depositary share parity";
      case LISTING_TAG -> "listing tag";
      case SESSION_DATE -> "date of a session";
      case TURNOVER -> "turnover";
      case TARGET -> "price target";
      case DEAL_PRICE -> "offer price";
      case YIELD -> "bond yield";
      case COMMODITY -> "commodity price";
      case FORECAST -> "forecast";
      case EPS -> "earnings per share";
      case DIVIDEND -> "dividend";
      case FLOW -> "fund flow";
    };
  }

  /**
   * What a claim says, as short as a table cell: {@code +0.7 %}, {@code HKD 139.40}, {@code high
   * since 2021-11}.
   */
  public static String says(Claim claim) {
    return switch (claim.kind()) {
      case MOVE_PCT, PEAK_MOVE_PCT, PERIOD_RETURN, INDEX_MOVE_PCT ->
          claim.limit()
              ? "limit " + lower(claim.direction())
              : signed(claim.value()) + " %" + window(claim);
      case MOVE_ABS, INDEX_MOVE_PTS -> join(signed(claim.value()), claim.currency());
      case EXTREME, EXTREME_MOVE ->
          join(
              lower(claim.direction()),
              claim.compared().since() != null
                  ? "since " + claim.compared().since()
                  : window(claim).strip());
      case STREAK ->
          join(
              plain(claim.value()),
              counted(claim) + (claim.compared().ended() ? ", ended" : ""),
              lower(claim.direction()));
      case FX_PAIR ->
          join(
              claim.currency(),
              plain(claim.value()),
              "=",
              claim.second().currency(),
              plain(claim.second().value()));
      case RELATIVE ->
          join(
              lower(claim.direction()),
              claim.benchmark() == null ? null : claim.benchmark().toString());
      case LISTING_TAG -> claim.tagged() == null ? "" : claim.tagged().toString();
      case SESSION_DATE ->
          claim.session() instanceof SessionWords.OnDate on ? on.date().toString() : "";
      case FORECAST -> join(lower(claim.direction()), claim.currency(), plain(claim.value()));
      default -> join(claim.currency(), plain(claim.value()));
    };
  }

  /** What the bars give for a claim of the kind: a percentage, or a price, rate or count. */
  public static String computed(ClaimKind kind, BigDecimal value) {
    return switch (kind) {
      case MOVE_PCT, PEAK_MOVE_PCT, PERIOD_RETURN, INDEX_MOVE_PCT, EXTREME_MOVE, RELATIVE ->
          signed(value.setScale(2, RoundingMode.HALF_EVEN)) + " %";
      default -> plain(value.round(new MathContext(6)).stripTrailingZeros());
    };
  }

  /** With a capital and a full stop. */
  public static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    String end = text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? "" : ".";
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first) + end;
  }

  /** {@code 2025-02-24T16:55:00+08:00} as {@code 2025-02-24 16:55 +08:00}; a date stays one. */
  public static String time(String rfc3339) {
    Matcher parts = TIME.matcher(rfc3339);
    return parts.matches()
        ? parts.group(1)
            + " "
            + parts.group(2)
            + " "
            + ("Z".equals(parts.group(3)) ? "UTC" : parts.group(3))
        : rfc3339;
  }

  private static String window(Claim claim) {
    return claim.compared().window() == null ? "" : " (" + claim.compared().window() + ")";
  }

  private static String lower(@Nullable Enum<?> value) {
    return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
  }

  public static String signed(@Nullable BigDecimal value) {
    return value == null ? "" : (value.signum() > 0 ? "+" : "") + plain(value);
  }

  public static String plain(@Nullable BigDecimal value) {
    if (value == null) {
      return "";
    }
    BigDecimal shown = value.scale() < 0 ? value.setScale(0) : value;
    return shown.abs().compareTo(BigDecimal.valueOf(100_000)) >= 0
        ? "%,.0f".formatted(shown).replace("-", "−")
        : shown.toPlainString().replace("-", "−");
  }

  private static String join(@Nullable String... parts) {
    StringBuilder out = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        out.append(out.isEmpty() ? "" : " ").append(part);
      }
    }
    return out.toString();
  }

  /** What a streak is counted in. */
  private static String counted(Claim claim) {
    Window.Unit unit =
        claim.compared().window() instanceof Window.Last last ? last.unit() : Window.Unit.D;
    return switch (unit) {
      case W -> "weeks";
      case M -> "months";
      default -> "sessions";
    };
  }
}
