package io.quotemark.market.prices;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.securities.Securities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads price files as people have them: delimited tables whose header names date and prices in any
 * of many languages ({@code columns.tsv}), the layouts of sources and exchanges ({@code
 * layouts.tsv}), JSON of price services, minute bars, and the ECB's reference rates; also packed.
 *
 * <p>The listing stands in a column, in a line of the file or in its name. A bar of a day on which
 * its exchange is known not to have traded is dropped, and a listing that the securities master
 * does not have is refused unless a comment line names it. Comment lines may state what the rows
 * cannot: {@code # listing: XHKG:9988}, {@code # basis: as_traded | split_adjusted |
 * dividend_adjusted}, {@code # source: …}, {@code # unit: GBX}, {@code # split: 2024-06-10 10:1}
 * (also one after the last row), {@code # dates: day first | month first}, {@code # date:
 * 2024-06-13} (of a file without a column of days), {@code # level: checked} (jumps that look like
 * another unit are real), {@code # zone: America/New_York} (of minute bars in local time), {@code #
 * bars: minutes} (where few rows do not show it), {@code # sample: …}.
 */
public final class PriceFiles {
  private static final int MOST_PROBLEMS = 200;
  private static final Securities NO_MASTER = new Securities("none", List.of());

  private PriceFiles() {}

  /** Read when the first file is: not every function that has this class reads one. */
  private static final class Sessions {
    private static final Calendars OF = Calendars.load();
  }

  /** Without a securities master: the file must name the exchange of its listing. */
  public static PriceFile parse(String fileName, byte[] bytes, Instant retrievedAt) {
    return parse(fileName, bytes, retrievedAt, NO_MASTER);
  }

  /**
   * @param fileName last part names the listing where nothing in the file does
   * @param retrievedAt when the file was delivered; sessions after it are refused
   * @param master resolves symbols without an exchange ({@code BABA}), and units (pence)
   */
  public static PriceFile parse(
      String fileName, byte[] bytes, Instant retrievedAt, Securities master) {
    List<PackedFiles.Entry> entries;
    try {
      entries = PackedFiles.of(fileName, bytes);
    } catch (CsvTable.NoTable unreadable) {
      return PriceFile.refused(fileName, String.valueOf(unreadable.getMessage()));
    }
    if (entries.size() == 1) {
      // an archive of one file may be named by what the file is not
      PackedFiles.Entry only = entries.getFirst();
      PriceFile read = one(only.name(), only.bytes(), retrievedAt, master);
      return limited(
          fileName,
          read.isRefused() && !only.name().equals(fileName)
              ? one(fileName, only.bytes(), retrievedAt, master)
              : read);
    }
    return limited(fileName, several(fileName, entries, retrievedAt, master));
  }

  private static PriceFile several(
      String fileName, List<PackedFiles.Entry> entries, Instant retrievedAt, Securities master) {
    SeriesUnion union = new SeriesUnion(fileName);
    List<RowProblem> problems = new ArrayList<>();
    TreeSet<String> takenFor = new TreeSet<>();
    Set<String> noted = new HashSet<>();
    List<MinuteBars> minutes = new ArrayList<>();
    boolean checked = true;
    for (PackedFiles.Entry entry : entries) {
      PriceFile file = one(entry.name(), entry.bytes(), retrievedAt, master);
      file.series().forEach(union::add);
      minutes.addAll(file.minutes());
      // what is assumed is the same of every day of a market, and said of the first
      file.problems().stream()
          .filter(p -> p.effect() != RowProblem.Effect.NOTE || noted.add(p.reason()))
          .forEach(problems::add);
      takenFor.add(file.takenFor());
      checked &= file.levelsChecked();
    }
    problems.addAll(union.problems());
    takenFor.remove("");
    return new PriceFile(union.series(), problems, checked, String.join("; ", takenFor), minutes);
  }

  private static PriceFile one(
      String fileName, byte[] bytes, Instant retrievedAt, Securities master) {
    try {
      CsvTable table = Tables.read(bytes);
      if (MinuteRows.recognises(table)) {
        return new MinuteRows(fileName, table, retrievedAt, master, Sessions.OF).read();
      }
      return ReferenceRates.recognises(table)
          ? ReferenceRates.read(fileName, table, retrievedAt)
          : new Histories(fileName, table, retrievedAt, master, Sessions.OF).read();
    } catch (CsvTable.NoTable unreadable) {
      return PriceFile.refused(fileName, String.valueOf(unreadable.getMessage()));
    }
  }

  private static PriceFile limited(String fileName, PriceFile file) {
    int more = file.problems().size() - MOST_PROBLEMS;
    if (more <= 0) {
      return file;
    }
    List<RowProblem> first = new ArrayList<>(file.problems().subList(0, MOST_PROBLEMS));
    first.add(RowProblem.note(fileName, more + " more problems are not listed"));
    return new PriceFile(
        file.series(), first, file.levelsChecked(), file.takenFor(), file.minutes());
  }

  /** Which listing a file's name means, where it can be told. */
  public static Optional<ListingId> listingOf(String fileName, Securities master) {
    return new Symbols(master).ofFileName(fileName);
  }
}
