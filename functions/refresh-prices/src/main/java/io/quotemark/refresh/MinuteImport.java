package io.quotemark.refresh;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.listing.ListingSession;
import io.quotemark.domain.price.MinuteBars;
import io.quotemark.domain.price.PriceSeries;
import io.quotemark.market.calendar.Calendars;
import io.quotemark.market.prices.MinuteSessions;
import io.quotemark.market.prices.PriceFile;
import io.quotemark.market.prices.RowProblem;
import io.quotemark.storage.prices.ChangedPrices;
import io.quotemark.storage.prices.MinuteTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes the minutes of a price file into the price table, of the sessions that claims speak of. */
final class MinuteImport {
  private final MinuteTable minutes;
  private final KnownLevels levels;
  private final ClaimedSessions claimed;
  private final Calendars calendars;

  MinuteImport(
      MinuteTable minutes, KnownLevels levels, ClaimedSessions claimed, Calendars calendars) {
    this.minutes = minutes;
    this.levels = levels;
    this.claimed = claimed;
    this.calendars = calendars;
  }

  /** The file with those minutes alone that are of use, and what is said of the others. */
  PriceFile kept(String key, PriceFile file) {
    if (file.minutes().isEmpty()) {
      return file;
    }
    Map<ListingId, List<MinuteBars>> byListing = new TreeMap<>();
    file.minutes()
        .forEach(
            bars -> byListing.computeIfAbsent(bars.listing(), id -> new ArrayList<>()).add(bars));
    List<MinuteBars> kept = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>(file.problems());
    byListing.forEach((listing, days) -> {
      Optional<String> refusal = file.levelsChecked() ? Optional.empty() : refusal(days);
      if (refusal.isPresent()) {
        problems.add(
            new RowProblem(key, 0, RowProblem.Effect.REFUSED, listing + ": " + refusal.get()));
      } else {
        List<MinuteBars> some = claimed(listing, days);
        kept.addAll(some);
        if (some.size() < days.size()) {
          problems.add(
              new RowProblem(
                  key,
                  0,
                  RowProblem.Effect.NOTE,
                  MinuteSessions.kept(listing, some.size(), days.size())));
        }
      }
    });
    return new PriceFile(file.series(), problems, file.levelsChecked(), file.takenFor(), kept);
  }

  private Optional<String> refusal(List<MinuteBars> days) {
    Optional<PriceSeries> sessions = MinuteSessions.of(days, calendars);
    return sessions.flatMap(levels::refusal);
  }

  private List<MinuteBars> claimed(ListingId listing, List<MinuteBars> days) {
    TreeSet<LocalDate> sessions = new TreeSet<>();
    days.forEach(bars -> sessions.add(bars.session()));
    Set<ListingSession> of = claimed.among(listing, sessions);
    return days.stream().filter(bars -> of.contains(bars.of())).toList();
  }

  List<ChangedPrices> save(PriceFile file) {
    return file.minutes().stream().flatMap(bars -> minutes.save(bars).stream()).toList();
  }
}
