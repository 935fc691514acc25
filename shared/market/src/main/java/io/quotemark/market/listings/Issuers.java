package io.quotemark.market.listings;

import io.quotemark.domain.listing.Issuer;
import io.quotemark.domain.listing.Listing;
import io.quotemark.domain.listing.ListingId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins listings into issuers: those that share a name but for case, punctuation and legal form,
 * those of one ISIN, and depositary shares with what they stand for. Different companies of one
 * short name stay apart.
 */
final class Issuers {
  /** What it counts for a line that receipts of it trade elsewhere. */
  private static final int RECEIPTS = 3;

  private final Map<ListingId, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> byName = new HashMap<>();
  private final Map<String, Entry> byIsin = new HashMap<>();

  /** One issuer in the making; joined ones point at the one they were joined to. */
  private static final class Entry {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> common = new LinkedHashSet<>();
    private final Set<String> roles = new LinkedHashSet<>();
    private final List<Listing> listings = new ArrayList<>();
    private @Nullable Entry joined;

    Entry root() {
      Entry at = this;
      while (at.joined != null) {
        at = at.joined;
      }
      return at;
    }
  }

  /** The first row of a listing wins. */
  void add(String name, List<String> aliases, List<String> common, Listing listing) {
    if (entries.containsKey(listing.id())) {
      return;
    }
    Entry entry = new Entry();
    entry.names.add(name);
    entry.names.addAll(aliases);
    entry.common.addAll(common);
    entry.listings.add(listing);
    entries.put(listing.id(), entry);
    join(entry, byName.putIfAbsent(LegalForm.stripped(name), entry));
    if (listing.isin() != null) {
      join(entry, byIsin.putIfAbsent(listing.isin(), entry));
    }
  }

  /**
   * An issuer joined before, without listings that are there already; what has its name or an ISIN
   * of its joins it.
   */
  void add(Issuer issuer) {
    List<Listing> wanted = issuer.listings().stream().filter(l -> !has(l.id())).toList();
    if (wanted.isEmpty()) {
      called(issuer.primary().id(), issuer.aliases(), issuer.roles());
      return;
    }
    Entry first = null;
    for (Listing listing : wanted) {
      Entry entry = new Entry();
      entry.names.add(issuer.name());
      entry.listings.add(listing);
      entries.put(listing.id(), entry);
      join(entry, first);
      // of rows only: shipped companies of one bare name are apart already
      join(entry, byName.get(LegalForm.stripped(issuer.name())));
      join(entry, listing.isin() == null ? null : byIsin.get(listing.isin()));
      if (first == null) {
        first = entry;
        entry.names.addAll(issuer.aliases());
        entry.common.addAll(issuer.commonWords());
        entry.roles.addAll(issuer.roles());
      }
    }
  }

  /**
   * A listing whose issuer is known by another listing of it: companies of one short name stay
   * apart.
   *
   * @param issuer the listing it is known by, itself for the first one
   */
  void add(
      String name, List<String> aliases, List<String> common, Listing listing, ListingId issuer) {
    if (entries.containsKey(listing.id())) {
      return;
    }
    Entry entry = new Entry();
    entry.names.add(name);
    entry.names.addAll(aliases);
    entry.common.addAll(common);
    entry.listings.add(listing);
    entries.put(listing.id(), entry);
    join(entry, entries.get(issuer));
    if (listing.isin() != null) {
      join(entry, byIsin.putIfAbsent(listing.isin(), entry));
    }
  }

  boolean has(ListingId listing) {
    return entries.containsKey(listing);
  }

  void called(ListingId listing, List<String> aliases, List<String> roles) {
    Entry entry = entries.get(listing);
    if (entry == null) {
      throw new IllegalArgumentException(
          "a file of names has a listing that is not in the master: " + listing);
    }
    entry.names.addAll(aliases);
    entry.roles.addAll(roles);
  }

  /** A short form, which counts as an ordinary word until something of the market stands by it. */
  void shortened(ListingId listing, String name) {
    called(listing, List.of(name), List.of());
    Entry entry = entries.get(listing);
    if (entry != null) {
      entry.common.add(name.toLowerCase(Locale.ROOT));
    }
  }

  List<Issuer> joined() {
    for (Entry entry : entries.values()) {
      ListingId underlying = entry.listings.getFirst().underlying();
      if (underlying != null) {
        join(entry, entries.get(underlying));
      }
    }
    Map<Entry, List<Entry>> groups = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      groups.computeIfAbsent(entry.root(), r -> new ArrayList<>()).add(entry);
    }
    return groups.values().stream().map(Issuers::issuer).toList();
  }

  private static void join(Entry entry, @Nullable Entry other) {
    if (other == null) {
      return;
    }
    Entry a = entry.root();
    Entry b = other.root();
    if (a != b) {
      a.joined = b;
    }
  }

  private static Issuer issuer(List<Entry> entries) {
    List<Listing> listings = new ArrayList<>();
    entries.forEach(e -> listings.addAll(e.listings));
    Set<ListingId> atHome = behindReceipts(listings);
    listings.sort(
        Comparator.comparingInt(l -> distance(l) - (atHome.contains(l.id()) ? RECEIPTS : 0)));
    Listing first = listings.getFirst();
    List<Listing> marked = new ArrayList<>();
    for (Listing l : listings) {
      marked.add(
          new Listing(
              l.id(),
              first.issuer(),
              l.currency(),
              l.unit(),
              l.isin(),
              l.shareClass(),
              l.adsRatio(),
              l.underlying(),
              l.indices(),
              l.id().equals(first.id()),
              l.validFrom(),
              l.validTo(),
              l.shares()));
    }
    Set<String> names = new LinkedHashSet<>();
    Set<String> common = new LinkedHashSet<>();
    Set<String> roles = new LinkedHashSet<>();
    for (Entry entry : entries) {
      names.addAll(entry.names);
      common.addAll(entry.common);
      roles.addAll(entry.roles);
    }
    names.remove(first.issuer());
    return new Issuer(
        first.issuer(), List.copyOf(names), List.copyOf(common), List.copyOf(roles), marked);
  }

  /** Lines whose receipts trade elsewhere, on exchanges where no line is in an index. */
  private static Set<ListingId> behindReceipts(List<Listing> listings) {
    Set<ListingId> lines = new HashSet<>();
    listings.stream().map(Listing::underlying).filter(Objects::nonNull).forEach(lines::add);
    for (Listing listing : listings) {
      if (!listing.indices().isEmpty()) {
        lines.removeIf(line -> line.mic().equals(listing.id().mic()));
      }
    }
    return lines;
  }

  /**
   * How far a listing is from being the primary one: ordinary shares at home, in an index, come
   * first.
   */
  private static int distance(Listing listing) {
    int points = listing.isDepositaryShare() ? 8 : 0;
    String isin = listing.isin();
    if (isin == null) {
      points += 2;
    } else if (!Markets.country(listing.id().mic()).equals(isin.substring(0, 2))) {
      points += 3;
    }
    if (listing.indices().isEmpty()) {
      points += 2;
    }
    return points + (listing.id().mic().equals("OTCM") ? 4 : 0);
  }
}
