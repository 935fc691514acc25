package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import io.quotemark.text.PlainText;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the securities master from its data files, with an operator's own listings where there are
 * some.
 */
public final class MasterFile {
  /** Raised with every change of the data files; verdicts name it. */
  static final String VERSION = "2026-12-01.1";

  /** Minor units that exchanges quote in, and the currency they are a hundredth of. */
  private static final Map<String, String> MINOR = Map.of("GBX", "GBP", "ZAC", "ZAR", "ILA", "ILS");

  private MasterFile() {}

  /** The shipped master, in the form that the build made of the data files. */
  public static Securities load() {
    return CompactMaster.load();
  }

  /**
   * The shipped master, with the operator's listings where a key names a file of them that is
   * there. Where it is not there yet, as before a bucket has anything, the shipped master serves.
   *
   * @param key where the operator's file lies; null for none
   * @param read the bytes at a key, UTF-8; empty where nothing lies there
   * @param missing told of a key where nothing lies
   * @throws IllegalArgumentException that names file, line and reason of the first bad row
   */
  public static Securities load(
      @Nullable String key, Function<String, Optional<byte[]>> read, Consumer<String> missing) {
    if (key == null) {
      return load();
    }
    Optional<byte[]> rows = read.apply(key);
    if (rows.isEmpty()) {
      missing.accept(key);
      return load();
    }
    return load(new StringReader(new String(rows.get(), StandardCharsets.UTF_8)));
  }

  /**
   * The shipped master and an operator's listings, which win where a listing is in both.
   *
   * @param operator tab-separated with a header: {@code issuer}, {@code ticker}, {@code mic},
   *     {@code currency}, and as wanted {@code aliases}, {@code isin}, {@code share_class}, {@code
   *     ads_ratio}, {@code underlying}, {@code indices}, {@code common}, {@code shares} (ordinary
   *     shares of the issuer), {@code valid_from}, {@code valid_to}
   * @throws IllegalArgumentException that names file, line and reason of the first bad row
   */
  public static Securities load(Reader operator) {
    List<Table.Row> rows = Table.read("operator listings", operator);
    return build(
        VERSION
            + "+"
            + Integer.toHexString(
                rows.stream().map(r -> String.join("\t", r.cells())).toList().hashCode()),
        rows);
  }

  /** With the operator's rows first: they win, and the shipped issuers of their names join them. */
  private static Securities build(String version, List<Table.Row> operator) {
    Issuers issuers = new Issuers();
    for (Table.Row row : operator) {
      issuers.add(row.get("issuer"), row.list("aliases"), row.list("common"), listing(row));
    }
    Securities shipped = load();
    List<Issuer> apart = new ArrayList<>();
    for (Issuer issuer : shipped.issuers()) {
      boolean company = !issuer.isIndex() && !issuer.isCurrencyPair() && !issuer.ended();
      if (company) {
        issuers.add(issuer);
      } else if (issuer.listings().stream().noneMatch(l -> issuers.has(l.id()))) {
        apart.add(issuer);
      }
    }
    List<Issuer> all = new ArrayList<>(issuers.joined());
    all.addAll(apart);
    return new Securities(version, all, shipped.former());
  }

  /** The shipped master, read from its data files. */
  static Securities fromDataFiles() {
    Issuers issuers = new Issuers();
    for (Table.Row row : Table.resource("listings.tsv")) {
      issuers.add(row.get("issuer"), row.list("aliases"), row.list("common"), listing(row));
    }
    for (Table.Row row : Table.resource("listings-wide.tsv")) {
      issuers.add(
          row.get("issuer"),
          row.list("aliases"),
          row.list("common"),
          listing(row),
          id(row, row.get("by")));
    }
    for (Table.Row row : Table.resource("names-local.tsv")) {
      issuers.called(id(row, row.get("listing")), row.list("names"), List.of());
    }
    for (Table.Row row : Table.resource("aliases.tsv")) {
      issuers.called(id(row, row.get("listing")), row.list("aliases"), row.list("roles"));
    }
    for (Table.Row row : Table.resource("short-names.tsv")) {
      issuers.shortened(id(row, row.get("listing")), row.get("short"));
    }
    List<Issuer> all = new ArrayList<>(issuers.joined());
    Map<ListingId, ListingId> former = new HashMap<>();
    for (Table.Row row : Table.resource("indices.tsv")) {
      ListingId index = ListingId.index(row.get("symbol"));
      all.add(single(row, index));
      row.list("codes").forEach(code -> former.put(ListingId.index(code), index));
    }
    for (Table.Row row : Table.resource("currencies.tsv")) {
      all.add(single(row, ListingId.parse("FX:" + row.get("symbol"))));
    }
    for (Table.Row row : Table.resource("former-tickers.tsv")) {
      ListingId now = id(row, row.get("listing"));
      former.put(new ListingId(now.mic(), row.get("former")), now);
    }
    former(all, former);
    return new Securities(VERSION, all, former);
  }

  /** Companies and names that are gone, each with its days. */
  private static void former(List<Issuer> all, Map<ListingId, ListingId> former) {
    Set<ListingId> today = new HashSet<>();
    all.forEach(issuer -> issuer.listings().forEach(listing -> today.add(listing.id())));
    for (Table.Row row : Table.resource("former-listings.tsv")) {
      Listing listing = listing(row);
      if (!today.add(listing.id())) {
        throw row.wrong(listing.id() + " stands twice; put the year of the end behind a ticker");
      }
      if (!listing.ended()) {
        throw row.wrong("a former listing needs the day it ended, valid_to");
      }
      String now = row.get("now");
      if (!now.isEmpty()) {
        former.put(listing.id(), id(row, now));
      }
      all.add(
          new Issuer(
              row.get("issuer"), row.list("aliases"), List.of(), List.of(), List.of(listing)));
    }
  }

  private static Issuer single(Table.Row row, ListingId id) {
    Listing listing =
        new Listing(
            id,
            row.get("name"),
            row.get("currency"),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            true,
            null,
            null,
            null);
    return new Issuer(row.get("name"), row.list("aliases"), List.of(), List.of(), List.of(listing));
  }

  static Listing listing(Table.Row row) {
    String quoted = row.get("currency");
    if (!isCurrency(quoted)) {
      throw row.wrong("the currency must be a three-letter code, not \"" + quoted + "\"");
    }
    String issuer = row.get("issuer");
    if (issuer.isEmpty()) {
      throw row.wrong("a listing needs its issuer's name");
    }
    String ratio = row.optional("ads_ratio");
    String underlying = row.optional("underlying");
    try {
      return new Listing(
          new ListingId(row.get("mic"), row.get("ticker")),
          issuer,
          MINOR.getOrDefault(quoted, quoted),
          MINOR.containsKey(quoted) ? quoted : null,
          nullable(row.optional("isin")),
          nullable(row.optional("share_class")),
          ratio.isEmpty() ? null : new BigDecimal(ratio),
          underlying.isEmpty() ? null : ListingId.parse(underlying),
          row.list("indices").stream().map(MasterFile::indexSymbol).toList(),
          false,
          day(row, "valid_from"),
          day(row, "valid_to"),
          shares(row));
    } catch (NumberFormatException e) {
      throw row.wrong("the ADS ratio must be a number, not \"" + ratio + "\"");
    } catch (IllegalArgumentException e) {
      throw row.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isCurrency(String text) {
    return text.length() == 3 && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  /** Ordinary shares of the issuer; null where the row names no number. */
  private static @Nullable Long shares(Table.Row row) {
    String text = row.optional("shares");
    if (text.isEmpty()) {
      return null;
    }
    boolean whole = text.length() <= 15 && text.charAt(0) != '0' && PlainText.isAsciiDigits(text);
    if (!whole) {
      throw row.wrong("shares must be a whole number of ordinary shares, not \"" + text + "\"");
    }
    return Long.valueOf(text);
  }

  private static ListingId id(Table.Row row, String text) {
    try {
      return ListingId.parse(text);
    } catch (IllegalArgumentException e) {
      throw row.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable LocalDate day(Table.Row row, String column) {
    String text = row.optional(column);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw row.wrong(column + " must be a date like 2024-11-05, not \"" + text + "\"");
    }
  }

  private static @Nullable String nullable(String text) {
    return text.isEmpty() ? null : text;
  }

  /** As the sources name an index to the symbol used here. */
  private static String indexSymbol(String name) {
    return switch (name) {
      case "sp500" -> "GSPC";
      case "nasdaq100" -> "NDX";
      case "dowjones" -> "DJI";
      case "ftse100" -> "FTSE";
      case "ftsemib" -> "FTSEMIB";
      case "dax" -> "GDAXI";
      case "hsi" -> "HSI";
      default -> name.toUpperCase(java.util.Locale.ROOT);
    };
  }
}
