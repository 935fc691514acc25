package io.quotemark.serve.pages;

import io.quotemark.domain.claim.Claim;
import io.quotemark.domain.claim.ClaimKind;
import io.quotemark.domain.claim.SessionWords;
import io.quotemark.domain.claim.Window;
import io.quotemark.domain.verdict.Verdict;
import io.quotemark.serve.http.Spoken;
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
    return Spoken.sentences().verdict(outcome);
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

  /** Its colour on light paper, as the style sheet has it, for files that take no style sheet. */
  public static String colour(Verdict.Outcome outcome) {
    return switch (outcome) {
      case VERIFIED -> "#12683f";
      case VERIFIED_LOOSE -> "#735600";
      case CONTRADICTED -> "#a81c26";
      case DOUBTFUL -> "#5643ab";
      case UNVERIFIABLE, PENDING, NOT_CHECKABLE -> "#50555d";
    };
  }

  public static String explain(Verdict.Outcome outcome) {
    return Spoken.sentences().meaning(outcome);
  }

  /** A flag in words, its code as a tooltip, and what it means. */
  public static Html flag(Verdict.Flag flag) {
    return Template.of(
            "<div><dt class=\"flag\" title=\"{code}\">{words}</dt><dd>{meaning}</dd></div>")
        .with("code", flag.name())
        .with("words", Spoken.sentences().flag(flag))
        .with("meaning", Spoken.sentences().meaning(flag))
        .html();
  }

  /** Why a claim cannot be checked yet, its code as a tooltip, and what that means. */
  public static Html why(Verdict.Unverifiable code) {
    return Template.of("<div><dt title=\"{code}\">{words}</dt><dd>{meaning}</dd></div>")
        .with("code", code.name().toLowerCase(Locale.ROOT))
        .with("words", Spoken.sentences().why(code))
        .with("meaning", Spoken.sentences().meaning(code))
        .html();
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
