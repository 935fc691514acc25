package io.quotemark.storage.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.storage.table.Attributes;
import io.quotemark.storage.table.Item;
import io.quotemark.storage.table.Schema.Prices;
import io.quotemark.storage.table.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far each listing has been fetched from each provider: what a run need not ask again. */
public final class Coverage {
  private final Table table;

  Coverage(Table table) {
    this.table = table;
  }

  /**
   * @param from first day asked for so far, null where nothing was ever delivered
   * @param to last session delivered, null where nothing was
   * @param askedAt when it was last asked for
   */
  public record Reach(@Nullable LocalDate from, @Nullable LocalDate to, Instant askedAt) {}

  public Optional<Reach> of(String provider, ListingId listing) {
    return table
        .get(Prices.REACH.of(provider), listing.toString())
        .map(item ->
            new Reach(
                day(item.textOrNull(Attributes.FROM)),
                day(item.textOrNull(Attributes.TO)),
                Instant.parse(item.text(Attributes.ASKED_AT))));
  }

  public void write(String provider, ListingId listing, Reach reach) {
    table.put(
        new Item(Prices.REACH.of(provider), listing.toString())
            .text(Attributes.FROM, reach.from() == null ? null : reach.from().toString())
            .text(Attributes.TO, reach.to() == null ? null : reach.to().toString())
            .text(Attributes.ASKED_AT, reach.askedAt().toString()));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
