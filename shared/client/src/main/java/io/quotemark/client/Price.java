package io.quotemark.client;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.runtime.json.Node;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The price of a day: of its session, or of the last one before it.
 *
 * @param currency ISO 4217; null for a currency pair
 * @param open null where the source has none, like high and low
 * @param previousClose close of the session before it in store
 * @param changePercent close over previous close, splits undone
 * @param asTraded false where the prices stand as their source adjusted them for dividends
 * @param sample made up
 */
public record Price(
    ListingId listing,
    @Nullable String currency,
    LocalDate session,
    @Nullable BigDecimal open,
    @Nullable BigDecimal high,
    @Nullable BigDecimal low,
    BigDecimal close,
    @Nullable BigDecimal previousClose,
    @Nullable BigDecimal changePercent,
    String source,
    boolean asTraded,
    boolean sample) {
  static Price of(Node node) {
    Node bar = node.at("bar");
    return new Price(
        ListingId.parse(node.at("listing").text()),
        node.at("currency").textOrNull(),
        LocalDate.parse(bar.at("session").text()),
        bar.at("open").decimalOrNull(),
        bar.at("high").decimalOrNull(),
        bar.at("low").decimalOrNull(),
        bar.at("close").decimal(),
        node.at("previous_close").decimalOrNull(),
        node.at("change_percent").decimalOrNull(),
        node.at("source").text(),
        node.at("as_traded").flag(),
        node.at("sample").flag());
  }
}
