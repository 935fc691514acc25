package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import io.quotemark.securities.Securities;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks a file of listings through before it is used: every problem of every row, not the first.
 */
public final class ListingsCheck {
  /** A name this short is an ordinary word or another company's too often. */
  private static final int SHORTEST = 3;

  private final Map<String, ListingId> shipped = new HashMap<>();
  private final Securities master;

  public ListingsCheck(Securities master) {
    this.master = master;
    for (Issuer issuer : master.issuers()) {
      shipped.put(key(issuer.name()), issuer.primary().id());
      issuer.aliases().forEach(alias -> shipped.putIfAbsent(key(alias), issuer.primary().id()));
    }
  }

  /**
   * What is wrong with a row.
   *
   * @param line as an editor counts; 0 for the file as a whole
   * @param refused whether the file cannot be used with it; else it is a caution
   */
  public record Problem(int line, String text, boolean refused) {}

  /**
   * @param file its name, for messages
   * @param rows tab-separated under a header, as {@link MasterFile#load(Reader)} takes it; read to
   *     the end and closed
   */
  public List<Problem> of(String file, Reader rows) {
    List<Problem> problems = new ArrayList<>();
    Set<ListingId> seen = new HashSet<>();
    List<Table.Row> all = Table.read(file, rows);
    for (String column : List.of("issuer", "ticker", "mic", "currency")) {
      if (all.isEmpty() || !all.getFirst().columns().containsKey(column)) {
        problems.add(new Problem(0, "no rows under a header with the column " + column, true));
        return problems;
      }
    }
    for (Table.Row row : all) {
      try {
        Listing listing = MasterFile.listing(row);
        if (!seen.add(listing.id())) {
          problems.add(new Problem(row.line(), listing.id() + " stands twice", true));
        }
        cautions(row, listing).forEach(text -> problems.add(new Problem(row.line(), text, false)));
      } catch (IllegalArgumentException e) {
        problems.add(new Problem(row.line(), reason(e), true));
      }
    }
    return problems;
  }

  private List<String> cautions(Table.Row row, Listing listing) {
    List<String> cautions = new ArrayList<>();
    String mic = listing.id().mic();
    if (master.listings().stream().noneMatch(known -> known.id().mic().equals(mic))) {
      cautions.add("no shipped listing is on " + mic + ": is it the market's ISO 10383 code?");
    }
    String isin = listing.isin();
    if (isin != null && !isIsin(isin)) {
      cautions.add(isin + " is no ISIN: its check digit does not fit");
    }
    ListingId underlying = listing.underlying();
    if (underlying != null && master.listing(underlying).isEmpty()) {
      cautions.add("the underlying " + underlying + " is not in the shipped master");
    }
    master
        .issuerOf(listing.id())
        .filter(issuer ->
            !LegalForm.stripped(issuer.name()).equals(LegalForm.stripped(listing.issuer())))
        .ifPresent(issuer ->
            cautions.add(listing.id() + " is " + issuer.name() + " in the shipped master"));
    Set<String> common = new HashSet<>();
    row.list("common").forEach(word -> common.add(key(word)));
    List<String> names = new ArrayList<>(row.list("aliases"));
    names.add(listing.issuer());
    for (String name : names) {
      other(name, listing)
          .ifPresent(other -> cautions.add("\"" + name + "\" is also a name of " + other.name()));
      boolean shorter = name.length() < SHORTEST && name.chars().allMatch(Character::isLetter);
      if (shorter && name.codePoints().allMatch(c -> c < 0x250) && !common.contains(key(name))) {
        cautions.add("\"" + name + "\" is very short; put it under common as well");
      }
    }
    return cautions;
  }

  /** Another issuer of the shipped master with the name. */
  private Optional<Issuer> other(String name, Listing listing) {
    @Nullable ListingId id = shipped.get(key(name));
    return Optional.ofNullable(id)
        .flatMap(master::issuerOf)
        .filter(issuer -> !master.issuerOf(listing.id()).equals(Optional.of(issuer)))
        .filter(issuer ->
            !LegalForm.stripped(issuer.name()).equals(LegalForm.stripped(listing.issuer())));
  }

  /** ISO 6166: letters as two digits, then the Luhn sum of all. */
  static boolean isIsin(String text) {
    if (!text.matches("[A-Z]{2}[A-Z0-9]{9}[0-9]")) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(Character.digit(c, 36)));
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 1 ? digit * 2 : digit;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return sum % 10 == 0;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The reason without file and line, which the problem carries itself. */
  private static String reason(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    int colon = message.indexOf(": ");
    return colon > 0 && message.substring(0, colon).matches(".* line \\d+")
        ? message.substring(colon + 2)
        : message;
  }
}
