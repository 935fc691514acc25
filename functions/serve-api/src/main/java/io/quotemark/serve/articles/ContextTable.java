package io.quotemark.serve.articles;

import io.quotemark.domain.price.ListingContext;
import io.quotemark.serve.pages.Html;
import io.quotemark.serve.pages.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Share-price context of one listing as tables of figures: what was known when the article
 * appeared, and apart from it what the price did afterwards.
 */
final class ContextTable {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final List<Html> rows = new ArrayList<>();

  private ContextTable() {}

  static Html of(ListingContext context) {
    ContextTable before = new ContextTable();
    before.price("previous close", context.previousClose());
    before.returns("return over ", context.returns());
    before.range(context);
    before.each("volatility over ", context.volatility(), " % a year");
    before.figure("volume against 20 sessions", context.volumeVs20d(), " ×");
    before.model(context.marketModel());
    before.parity(context.adrParity());
    before.worth(context.marketValue());
    if (context.sessionAtPublication() != null) {
      before.row(
          "session at publication",
          context.sessionAtPublication().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    ListingContext.Stated stated = context.stated();
    if (stated != null) {
      before.row(
          "no prices in store", String.join(", ", stated.printed()) + "; " + stated.wanted());
    }
    return Html.of(
        "{}{}",
        before.table(
            context.listing() + (context.asOf() == null ? "" : ", as of " + context.asOf())),
        afterwards(context));
  }

  private static Html afterwards(ListingContext context) {
    ListingContext.Reaction reaction = context.reaction();
    if (reaction == null || reaction.returns().isEmpty()) {
      return Html.EMPTY;
    }
    ContextTable after = new ContextTable();
    reaction
        .returns()
        .forEach((window, value) -> {
          BigDecimal versus = reaction.versusIndex().get(window);
          after.row(
              moment(window),
              Words.signed(rounded(value))
                  + " %"
                  + (versus == null
                      ? ""
                      : " (index " + Words.signed(rounded(value.subtract(versus))) + " %)"));
        });
    return after.table(
        context.listing()
            + " afterwards, from "
            + reaction.day0()
            + (reaction.complete() ? "" : ", so far"));
  }

  private static String moment(String window) {
    return switch (window) {
      case "open" -> "its open";
      case "day0" -> "its close";
      case "d1" -> "the next close";
      default -> "close " + window.substring(1) + " sessions later";
    };
  }

  private void range(ListingContext context) {
    ListingContext.Range range = context.range52w();
    if (range != null) {
      row(
          "52-week range",
          "%s (%s) – %s (%s)"
              .formatted(
                  range.low().toPlainString(),
                  range.lowSession(),
                  range.high().toPlainString(),
                  range.highSession()));
      if (range.position() != null) {
        row(
            "place in that range",
            range.position().multiply(HUNDRED).setScale(0, RoundingMode.HALF_EVEN).toPlainString()
                + " % of the way up");
      }
    }
    ListingContext.RecordHigh record = context.recordHigh();
    if (record != null) {
      row(
          "from the highest since " + record.since(),
          "%s %% (%s on %s)"
              .formatted(
                  Words.signed(rounded(record.distance())),
                  record.high().toPlainString(),
                  record.session()));
    }
  }

  private void model(ListingContext.@Nullable MarketModel model) {
    if (model == null) {
      return;
    }
    figure("beta to " + model.index(), model.beta(), "");
    if (model.abnormal() != null) {
      row(
          "abnormal return of " + model.eventDay(),
          Words.signed(rounded(model.abnormal()))
              + " %"
              + (model.tValue() == null
                  ? ""
                  : " (t " + Words.plain(rounded(model.tValue())) + ")"));
    }
  }

  private void parity(ListingContext.@Nullable Parity parity) {
    if (parity != null) {
      row(
          "depositary share against ordinary",
          "%s %% (%s, implied %s)"
              .formatted(
                  Words.signed(rounded(parity.premium())),
                  parity.actual().toPlainString(),
                  rounded(parity.implied()).toPlainString()));
    }
  }

  private void worth(ListingContext.@Nullable MarketValue worth) {
    if (worth != null) {
      row(
          "market value",
          "%s %s (%s shares)"
              .formatted(Words.plain(worth.value()), worth.currency(), worth.shares()));
    }
  }

  private void returns(String name, Map<String, BigDecimal> figures) {
    figures.forEach(
        (window, value) -> row(name + stretch(window), Words.signed(rounded(value)) + " %"));
  }

  private void each(String name, Map<String, BigDecimal> figures, String unit) {
    figures.forEach((window, value) -> figure(name + stretch(window), value, unit));
  }

  private static String stretch(String window) {
    return window.equals("ytd")
        ? "the year so far"
        : window.equals("1d")
            ? "1 session"
            : window.endsWith("d")
                ? window.substring(0, window.length() - 1) + " sessions"
                : window;
  }

  private void price(String name, @Nullable BigDecimal value) {
    if (value != null) {
      row(name, Words.plain(value));
    }
  }

  private void figure(String name, @Nullable BigDecimal value, String unit) {
    if (value != null) {
      row(name, Words.plain(rounded(value)) + unit);
    }
  }

  /** For the eye; the JSON has every digit. */
  private static BigDecimal rounded(BigDecimal value) {
    return value.setScale(2, RoundingMode.HALF_EVEN);
  }

  private void row(String name, String shown) {
    rows.add(Html.of("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", name, shown));
  }

  private Html table(String caption) {
    return rows.isEmpty()
        ? Html.EMPTY
        : Html.of(
            "<table class=\"context\"><caption>{}</caption><tbody>{}</tbody></table>",
            caption,
            rows);
  }
}
