package io.quotemark.market.verdicts;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.market.calendar.TableLines;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest price step of a listing at a price, from the shipped table {@code ticks.tsv}. */
public final class TickGrid {
  /** Rows of each market, which are read when a claim first asks for one. */
  private final Map<String, List<String[]>> rows = new HashMap<>();

  private final Map<String, List<Band>> bands = new ConcurrentHashMap<>();

  /**
   * @param price lower end of the band, inclusive
   */
  private record Band(LocalDate from, BigDecimal price, BigDecimal tick) {
    static Band of(String[] cells) {
      return new Band(
          cells[1].isEmpty() ? LocalDate.MIN : LocalDate.parse(cells[1]),
          new BigDecimal(cells[2]),
          new BigDecimal(cells[3]));
    }
  }

  public static TickGrid load() {
    TickGrid grid = new TickGrid();
    for (String[] cells : TableLines.of(TickGrid.class, "ticks.tsv")) {
      for (String mic : cells[0].split(",", -1)) {
        List<String[]> rows = grid.rows.get(mic);
        if (rows == null) {
          rows = new ArrayList<>();
          grid.rows.put(mic, rows);
        }
        rows.add(cells);
      }
    }
    return grid;
  }

  private List<Band> bands(String mic) {
    List<String[]> cells = rows.get(mic);
    return cells == null
        ? List.of()
        : bands.computeIfAbsent(mic, m -> cells.stream().map(Band::of).toList());
  }

  /** The step at a price on a day; empty where the grid is not known (indices, currencies). */
  public Optional<BigDecimal> tick(ListingId listing, BigDecimal price, LocalDate day) {
    Band found = null;
    for (Band band : bands(listing.mic())) {
      boolean applies = !band.from().isAfter(day) && band.price().compareTo(price) <= 0;
      if (applies && (found == null || !band.from().isBefore(found.from()))) {
        found = band;
      }
    }
    return Optional.ofNullable(found).map(Band::tick);
  }
}
