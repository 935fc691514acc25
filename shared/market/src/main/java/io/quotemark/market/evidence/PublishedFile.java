package io.quotemark.market.evidence;

import io.quotemark.domain.listing.ListingId;
import io.quotemark.domain.verdict.EvidenceNeed.Field;
import io.quotemark.domain.verdict.EvidenceNeeded;
import io.quotemark.domain.verdict.EvidenceOffer;
import io.quotemark.market.calendar.TradingCalendar;
import io.quotemark.text.ShippedLines;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of files.tsv: a file that its publisher lets anybody download. */
record PublishedFile(
    String name,
    Set<String> markets,
    Per per,
    String address,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Set<Field> fields,
    String save,
    String note,
    String terms) {
  /** Nobody downloads more files than this for one listing. */
  static final int MOST_FILES = 5;

  /** What one file holds. */
  enum Per {
    DAY,
    HALF_MONTH,
    MONTH,
    MARKET_MONTH,
    STRETCH,
    ALL
  }

  static List<PublishedFile> shipped() {
    return ShippedLines.rows(PublishedFile.class, "files.tsv").stream()
        .map(PublishedFile::of)
        .toList();
  }

  private static PublishedFile of(List<String> cells) {
    return new PublishedFile(
        cells.get(0),
        Set.of(cells.get(1).split("\\|")),
        Per.valueOf(cells.get(2).toUpperCase(Locale.ROOT).replace('-', '_')),
        cells.get(3),
        day(cells.get(4)),
        day(cells.get(5)),
        Arrays.stream(cells.get(6).split(","))
            .map(field -> Field.valueOf(field.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toCollection(TreeSet::new)),
        cells.get(7),
        cells.get(8),
        cells.get(9));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  boolean isOf(ListingId listing) {
    return markets.contains(listing.mic()) || markets.contains(listing.toString());
  }

  /**
   * The files that hold the needed sessions; empty where they are too many to download one by one,
   * or where none of the sessions is in the time of the address.
   */
  Optional<EvidenceOffer> offer(EvidenceNeeded needed, TradingCalendar calendar) {
    Map<String, EvidenceOffer.Download> downloads = new LinkedHashMap<>();
    for (EvidenceNeeded.Stretch stretch : needed.sessions()) {
      if (!add(stretch, needed.listing(), calendar, downloads)) {
        return Optional.empty();
      }
    }
    return downloads.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new EvidenceOffer(
                EvidenceOffer.Kind.OFFICIAL_FILE,
                name,
                List.copyOf(downloads.values()),
                fields,
                todo(needed.listing()),
                terms));
  }

  private String todo(ListingId listing) {
    String drop =
        save.isEmpty()
            ? "Download it and drop it here: "
            : "Download it, save it as "
                + save.replace("{mic}", listing.mic()).replace("{TICKER}", listing.ticker())
                + " and drop it here: ";
    return drop + note + ".";
  }

  /** False where there are too many. */
  private boolean add(
      EvidenceNeeded.Stretch stretch,
      ListingId listing,
      TradingCalendar calendar,
      Map<String, EvidenceOffer.Download> downloads) {
    LocalDate first = stretch.from();
    if (per == Per.ALL || per == Per.STRETCH) {
      String url = filled(address, listing, stretch.to());
      url = url.replace("{from}", first == null ? "1990-01-01" : first.toString());
      url = url.replace("{to}", stretch.to().toString());
      EvidenceOffer.Download before = downloads.get(url);
      downloads.put(
          url,
          new EvidenceOffer.Download(url, before == null ? first : before.from(), stretch.to()));
      return downloads.size() <= MOST_FILES;
    }
    if (first == null) {
      return false;
    }
    for (LocalDate day : sessions(first, stretch.to(), calendar)) {
      String url = filled(address, listing, per == Per.HALF_MONTH ? calendar.next(day) : day);
      EvidenceOffer.Download before = downloads.get(url);
      downloads.put(
          url, new EvidenceOffer.Download(url, before == null ? day : before.from(), day));
      if (downloads.size() > MOST_FILES) {
        return false;
      }
    }
    return true;
  }

  private List<LocalDate> sessions(LocalDate first, LocalDate last, TradingCalendar calendar) {
    List<LocalDate> sessions = new ArrayList<>();
    // more months than that are more files than that
    for (LocalDate day = calendar.onOrAfter(first);
        !day.isAfter(last) && sessions.size() <= MOST_FILES * 25;
        day = calendar.next(day)) {
      boolean open = (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
      if (open) {
        sessions.add(day);
      }
    }
    return sessions;
  }

  private static String filled(String pattern, ListingId listing, LocalDate day) {
    return pattern
        .replace("{yyyy}", day.format(DateTimeFormatter.ofPattern("uuuu", Locale.ROOT)))
        .replace("{yy}", day.format(DateTimeFormatter.ofPattern("uu", Locale.ROOT)))
        .replace(
            "{MMM}",
            day.format(DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH)).toUpperCase(Locale.ROOT))
        .replace("{MM}", day.format(DateTimeFormatter.ofPattern("MM", Locale.ROOT)))
        .replace("{dd}", day.format(DateTimeFormatter.ofPattern("dd", Locale.ROOT)))
        .replace("{half}", day.getDayOfMonth() < 15 ? "a" : "b")
        .replace("{ticker}", listing.ticker().toLowerCase(Locale.ROOT))
        .replace("{TICKER}", listing.ticker());
  }
}
