package io.quotemark.market.prices;

import io.quotemark.domain.price.PriceSeries.Split;
import io.quotemark.market.prices.Cells.BadCell;
import io.quotemark.market.prices.CsvTable.Directive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a price file's comment lines state, where no two of them contradict each other. */
final class Statements {
  /** Of these a file has one. */
  private static final List<String> ONCE = List.of("listing", "basis", "unit", "level", "zone");

  private final Map<String, List<Directive>> lines;
  private final List<Split> splits;

  /**
   * @throws CsvTable.NoTable where two lines contradict each other, or a split is none
   */
  Statements(Map<String, List<Directive>> lines) throws CsvTable.NoTable {
    this.lines = lines;
    for (String key : ONCE) {
      List<Directive> stated = lines.getOrDefault(key, List.of());
      for (Directive other : stated) {
        if (!other.text().equals(stated.getFirst().text())) {
          throw contradiction(key, stated.getFirst(), other);
        }
      }
    }
    this.splits = splits(lines.getOrDefault("split", List.of()));
  }

  Optional<String> of(String key) {
    List<Directive> stated = lines.getOrDefault(key, List.of());
    return stated.isEmpty() ? Optional.empty() : Optional.of(stated.getFirst().text());
  }

  List<Split> splits() {
    return splits;
  }

  private static List<Split> splits(List<Directive> lines) throws CsvTable.NoTable {
    List<Split> splits = new ArrayList<>();
    Map<LocalDate, Directive> days = new HashMap<>();
    for (Directive line : lines) {
      Split split = split(line);
      Directive first = days.putIfAbsent(split.firstSession(), line);
      if (first == null) {
        splits.add(split);
      } else if (!splits.contains(split)) {
        throw contradiction("split", first, line);
      }
    }
    return List.copyOf(splits);
  }

  private static Split split(Directive line) throws CsvTable.NoTable {
    String[] parts = line.text().split("\\s+", 2);
    try {
      BigDecimal ratio = parts.length < 2 ? null : Cells.splitRatio(parts[1]);
      if (ratio != null) {
        return new Split(Cells.date(parts[0]), ratio);
      }
    } catch (BadCell bad) {
      throw new CsvTable.NoTable("line %d: %s".formatted(line.line(), bad.getMessage()));
    }
    throw new CsvTable.NoTable(
        "line %d: '# split: %s' is not a date and a ratio; write '# split: 2024-06-10 10:1'"
            .formatted(line.line(), line.text()));
  }

  private static CsvTable.NoTable contradiction(String key, Directive first, Directive second) {
    return new CsvTable.NoTable(
        "line %d says '# %s: %s' and line %d '# %s: %s'; keep the right one"
            .formatted(first.line(), key, first.text(), second.line(), key, second.text()));
  }
}
