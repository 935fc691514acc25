package io.quotemark.serve.pages;

import io.quotemark.domain.ListingContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Share-price context of one listing as a table of figures; what the price did, not why. */
final class ContextTable {
  private ContextTable() {}

  static Html of(ListingContext context) {
    List<Html> rows = new ArrayList<>();
    row(rows, "previous close", context.previousClose(), "");
    each(rows, "return ", context.returns(), " %");
    ListingContext.Range range = context.range52w();
    if (range != null) {
      rows.add(
          Html.of(
              "<tr><th scope=\"row\">52-week range</th><td>{} ({}) – {} ({})</td></tr>",
              range.low().toPlainString(),
              range.lowSession(),
              range.high().toPlainString(),
              range.highSession()));
    }
    each(rows, "volatility ", context.volatility(), " %");
    row(rows, "volume against 20 sessions", context.volumeVs20d(), " ×");
    ListingContext.MarketModel model = context.marketModel();
    if (model != null) {
      row(rows, "beta to " + model.index(), model.beta(), "");
      row(rows, "abnormal return", model.abnormal(), " %");
    }
    ListingContext.Parity parity = context.adrParity();
    if (parity != null) {
      row(rows, "depositary share implied", parity.implied(), "");
      row(rows, "premium over implied", parity.premium(), " %");
    }
    ListingContext.MarketValue worth = context.marketValue();
    if (worth != null) {
      rows.add(
          Html.of(
              "<tr><th scope=\"row\">market value</th><td>{} {} ({} shares)</td></tr>",
              Words.plain(worth.value()),
              worth.currency(),
              Long.toString(worth.shares())));
    }
    if (context.sessionAtPublication() != null) {
      rows.add(
          Html.of(
              "<tr><th scope=\"row\">session at publication</th><td>{}</td></tr>",
              context.sessionAtPublication().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
    ListingContext.Reaction reaction = context.reaction();
    if (reaction != null) {
      each(rows, "afterwards, from " + reaction.day0() + ": ", reaction.returns(), " %");
    }
    ListingContext.Stated stated = context.stated();
    if (stated != null) {
      rows.add(
          Html.of(
              "<tr><th scope=\"row\">no prices in store</th><td>printed: {}; {}</td></tr>",
              String.join(", ", stated.printed()),
              stated.wanted()));
    }
    return Html.of(
        "<table class=\"context\"><caption>{}{}</caption><tbody>{}</tbody></table>",
        context.listing(),
        context.asOf() == null ? Html.EMPTY : Html.of(", as of {}", context.asOf()),
        rows);
  }

  private static void each(
      List<Html> rows, String name, Map<String, BigDecimal> figures, String unit) {
    figures.forEach((window, value) -> row(rows, name + window, value, unit));
  }

  private static void row(List<Html> rows, String name, @Nullable BigDecimal value, String unit) {
    if (value != null) {
      String shown = unit.equals(" %") ? Words.signed(value) : Words.plain(value);
      rows.add(Html.of("<tr><th scope=\"row\">{}</th><td>{}{}</td></tr>", name, shown, unit));
    }
  }
}
